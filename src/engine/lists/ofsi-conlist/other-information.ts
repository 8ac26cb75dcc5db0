import { splitEnumerated } from "../enumeration.ts";

/** What the list's `Other Information` says under its own labels, `(Gender):Male`, and the words without a label. */
export type OtherInformation = {
  readonly labelled: ReadonlyMap<string, string>;
  readonly words: string;
};

const LABELS = [
  ...[
    "UK Sanctions List Ref",
    "UN Ref",
    "UK Statement of Reasons",
    "Gender",
    "Phone number",
    "Email address",
  ],
  ...["Type of entity", "Website", "Parent company", "Subsidiaries", "Business Reg No", "IMO number"],
  ...[
    "Current owners",
    "Previous owners",
    "Flag of ship",
    "Previous flags",
    "Type of ship",
    "Tonnage of ship",
  ],
  ...["Length of ship", "Year built", "Hull ID", "Further Identifying Information"],
];
const LABEL = new RegExp(`\\((${LABELS.join("|")})\\):`, "giu");
const CANONICAL: ReadonlyMap<string, string> = new Map(LABELS.map((label) => [label.toLowerCase(), label]));

/** Divides the text at its labels; a label that comes twice is joined. */
export function readOtherInformation(text: string): OtherInformation {
  const marks = [...text.matchAll(LABEL)];
  const labelled = new Map<string, string>();
  marks.forEach((mark, at) => {
    const label = CANONICAL.get((mark[1] ?? "").toLowerCase()) ?? "";
    const value = text.slice(mark.index + mark[0].length, marks[at + 1]?.index).trim();
    labelled.set(label, [labelled.get(label) ?? "", value].filter((part) => part !== "").join(" "));
  });
  const before = text.slice(0, marks[0]?.index).trim();
  const words = [before];
  for (const label of ["UK Sanctions List Ref", "UN Ref"]) {
    const { reference, rest } = divideReference(labelled.get(label) ?? "");
    if (rest === "") continue;
    labelled.set(label, reference);
    words.push(rest);
  }
  return { labelled, words: words.filter((part) => part !== "").join(" ") };
}

/** `GHR0086. Financial sanctions imposed …`: the reference, then words that carry no label of their own. */
function divideReference(text: string): { readonly reference: string; readonly rest: string } {
  const found = /^([\p{L}\d.]+\d)\.?(?:\s+|$)([\s\S]*)$/u.exec(text);
  if (found === null) return { reference: text.replace(/\.$/u, ""), rest: "" };
  return { reference: found[1] ?? "", rest: (found[2] ?? "").trim() || "" };
}

/** The labelled value's items, a single closing full stop left out. */
export function itemsOf(information: OtherInformation, label: string): readonly string[] {
  return splitEnumerated(information.labelled.get(label) ?? "").map((item) => item.replace(/\.$/u, ""));
}

/** The reference under a label, without what follows it. */
export function referenceOf(information: OtherInformation, label: string): string {
  return divideReference(information.labelled.get(label) ?? "").reference;
}

/** The UN reference as the list wrote it before it had labels: `UN Ref QDe.004.`, `UN REF:QE.A.146.14.` */
export function unReferenceIn(words: string): string | null {
  const found =
    /\bUN\s*Ref(?:erence)?\.?(?:\s*(?:No|number)\.?)?[\s:.]*([A-Z]{1,4}(?:\.[A-Z\d]{1,4})*\.\d+)/iu.exec(
      words,
    );
  return found?.[1] ?? null;
}

/** E-mail addresses and web addresses in a text, wherever the list put them. */
export function contactsIn(text: string): {
  readonly emails: readonly string[];
  readonly websites: readonly string[];
} {
  return {
    emails: text.match(/[^\s;,()<>:]+@[^\s;,()<>]+\.[\p{L}\d-]+/gu) ?? [],
    websites: text.match(/(?:https?:\/\/|www\.)[^\s;,()]+[^\s;,().]/gu) ?? [],
  };
}
