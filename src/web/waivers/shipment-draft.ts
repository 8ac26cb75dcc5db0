import type { PastedLine } from "./pasted-lines.ts";
import { readPasted } from "./pasted-lines.ts";

/** Whose rules bind beside the United Nations'. */
export const BINDING = ["us", "kr", "eu", "gb"] as const;
/** Whether the goods are subject to the US Export Administration Regulations. */
export const US_CONTENT = ["unknown", "yes", "no"] as const;

/** What the form of “may I send this?” holds, as it was typed. */
export type ShipmentDraft = {
  readonly goods: string;
  /** Codes that a person chose for lines without one. */
  readonly codes: Readonly<Record<string, string>>;
  readonly from: string;
  readonly to: string;
  readonly route: string;
  readonly supplier: string;
  readonly consignee: string;
  readonly others: string;
  readonly day: string;
  readonly usContent: (typeof US_CONTENT)[number];
  readonly binds: readonly string[];
  readonly purpose: string;
};

export const EMPTY_SHIPMENT: ShipmentDraft = {
  goods: "",
  codes: {},
  from: "KR",
  to: "KP",
  route: "",
  supplier: "",
  consignee: "",
  others: "",
  day: "",
  usContent: "unknown",
  binds: [],
  purpose: "",
};

/** The draft that a browser kept; an empty one where it kept none or another version's. */
export function readDraft(kept: string): ShipmentDraft {
  if (kept === "") return EMPTY_SHIPMENT;
  try {
    const value: unknown = JSON.parse(kept);
    return typeof value === "object" && value !== null
      ? { ...EMPTY_SHIPMENT, ...(value as Partial<ShipmentDraft>) }
      : EMPTY_SHIPMENT;
  } catch {
    return EMPTY_SHIPMENT;
  }
}

/** The lines of the draft, with the codes that were chosen. */
export function linesOf({ goods, codes }: ShipmentDraft): readonly PastedLine[] {
  return readPasted(goods).map((line) => ({ ...line, hs: line.hs ?? codes[line.line] ?? null }));
}

/** Places in their order: `Seoul, Dorasan - Kaesong → Pyongyang`. */
export function placesOf(route: string): readonly string[] {
  return route
    .split(/\s*(?:,|→|>|–|\s-\s)\s*/)
    .map((place) => place.trim())
    .filter((place) => place !== "");
}

/** Fields of the form that are wrong, by the field's id and the word that says so. */
export type DraftProblem = {
  readonly field: "may-goods" | "may-from" | "may-to";
  readonly word: "may.error.goods" | "may.error.quantity" | "may.error.country";
};

/** What must be mended before it can be asked. */
export function problemsOf(draft: ShipmentDraft): readonly DraftProblem[] {
  const lines = linesOf(draft);
  const isCountry = (code: string): boolean => /^[A-Za-z]{2}$/.test(code.trim());
  const problems: DraftProblem[] = [];
  if (lines.length === 0) problems.push({ field: "may-goods", word: "may.error.goods" });
  else if (lines.some(({ quantity, description }) => quantity === null || description === ""))
    problems.push({ field: "may-goods", word: "may.error.quantity" });
  if (!isCountry(draft.from)) problems.push({ field: "may-from", word: "may.error.country" });
  if (!isCountry(draft.to)) problems.push({ field: "may-to", word: "may.error.country" });
  return problems;
}

/** The transaction that the draft describes, as the API takes it. */
export function transactionOf(draft: ShipmentDraft) {
  const party = (role: "supplier" | "consignee" | "other", name: string) => {
    const text = name.trim();
    return text === "" ? [] : [{ role, schema: "LegalEntity", properties: { name: [text] } }];
  };
  const controls: { controls?: "ear"[] } =
    draft.usContent === "unknown" ? {} : { controls: draft.usContent === "yes" ? ["ear"] : [] };
  return {
    kind: "shipment" as const,
    reference: "what-if",
    purpose: draft.purpose.trim(),
    parties: [
      ...party("supplier", draft.supplier),
      ...party("consignee", draft.consignee),
      ...draft.others.split("\n").flatMap((name) => party("other", name)),
    ],
    goods: linesOf(draft).map(({ line, description, hs, quantity, unitValue, origin }) => ({
      line,
      description,
      hs,
      quantity: quantity ?? { amount: "0", scale: 0, unit: "piece" },
      ...(unitValue === null ? {} : { unitValue }),
      ...(origin === null ? {} : { origin }),
      ...controls,
    })),
    from: draft.from.trim().toUpperCase(),
    to: draft.to.trim().toUpperCase(),
    route: [...placesOf(draft.route)],
    jurisdictions: draft.binds.filter((one) => one.length === 2),
  };
}
