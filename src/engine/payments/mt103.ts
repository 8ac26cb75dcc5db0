import type { Party, Transaction } from "../transaction.ts";
import {
  countryOfBic,
  jurisdictionsOf,
  PAYMENT_LIMITS,
  type ReadPayment,
  readMoney,
  refuseMessage,
  statedProperties,
} from "./payment.ts";

/** A field of block 4: `50K` with its lines. */
type Field = { readonly tag: string; readonly lines: readonly string[] };

/** Options of the fields that name a party, by who that is (SWIFT Standards MT, category 1). */
const PARTIES: readonly { readonly tags: RegExp; readonly role: Party["role"]; readonly note?: string }[] = [
  { tags: /^50[AFK]$/, role: "payer" },
  { tags: /^59[AF]?$/, role: "payee" },
  { tags: /^51A$/, role: "other", note: "sending institution" },
  { tags: /^52[AD]$/, role: "payer-bank" },
  { tags: /^53[ABD]$/, role: "intermediary", note: "sender's correspondent" },
  { tags: /^54[ABD]$/, role: "intermediary", note: "receiver's correspondent" },
  { tags: /^55[ABD]$/, role: "intermediary", note: "third reimbursement institution" },
  { tags: /^56[ACD]$/, role: "intermediary", note: "intermediary institution" },
  { tags: /^57[ABCD]$/, role: "payee-bank" },
];

/** Fields that a check reads beside the parties, or that say nothing to it and are known. */
const KNOWN = /^(20|13C|23B|23E|26T|32A|33B|36|70|71[AFG]|72|77[BT])$/;

/** True where the text has the blocks or the fields of a SWIFT message. */
export function looksLikeMt(text: string): boolean {
  return /\{4:\s*[\r\n]/.test(text) || (/^:20:/m.test(text) && /^:32A:/m.test(text));
}

/** The bodies of the messages in a text: several may stand one behind the other, with acknowledgements between. */
function bodiesOf(text: string): readonly { readonly head: string; readonly body: string }[] {
  if (!text.includes("{4:")) return [{ head: "", body: text }];
  const found = [...text.matchAll(/((?:\{[123]:(?:[^{}]|\{[^{}]*\})*\})*)\{4:\s*?\r?\n([\s\S]*?)\r?\n-\}/g)];
  return found.map(([, head = "", body = ""]) => ({ head, body }));
}

function fieldsOf(body: string, message: number): readonly Field[] {
  const fields: { tag: string; lines: string[] }[] = [];
  for (const line of body.split(/\r?\n/)) {
    const [, tag, rest = ""] = /^:(\d{2}[A-Z]?):(.*)$/.exec(line) ?? [];
    if (tag !== undefined) fields.push({ tag, lines: [rest] });
    else if (fields.length > 0) fields.at(-1)?.lines.push(line);
    else if (line.trim() !== "") throw refuseMessage(`message ${message}`, "the first field has no tag");
  }
  return fields.map(({ tag, lines }) => ({ tag, lines: lines.map((one) => one.trimEnd()).filter(Boolean) }));
}

/** `1/NAME` lines of options F, by their number. */
function numbered(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const line of lines) {
    const [, number, text = ""] = /^([1-8])\/(.*)$/.exec(line) ?? [];
    if (number !== undefined) parts.set(number, [...(parts.get(number) ?? []), text]);
  }
  return parts;
}

/** A day of options F, `19700205`; null for anything else. */
function dayOf(text: string | undefined): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text ?? "") ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}

function structuredParty(lines: readonly string[]): Pick<Party, "schema" | "properties"> {
  const parts = numbered(lines);
  const [country = "", ...town] = (parts.get("3")?.[0] ?? "").split("/");
  const birthDate = dayOf(parts.get("4")?.[0]);
  const birthPlace = parts.get("5")?.[0]?.split("/").slice(1).join(", ") ?? null;
  const isCountry = /^[A-Z]{2}$/.test(country);
  const id = parts.get("7")?.[0] ?? parts.get("6")?.[0] ?? null;
  return {
    schema: birthDate === null ? "LegalEntity" : "Person",
    properties: statedProperties({
      name: [(parts.get("1") ?? []).join(" ")],
      address: [[...(parts.get("2") ?? []), ...town].join(", ")],
      country: [isCountry ? country.toLowerCase() : null],
      ...(birthDate === null ? {} : { birthDate: [birthDate], birthPlace: [birthPlace] }),
      idNumber: [id === null ? null : (id.split("/").at(-1) ?? null)],
    }),
  };
}

/** A party as a field states it; null where the field names an account alone. */
function partyOf({ tag, lines }: Field, role: Party["role"], note: string | undefined): Party | null {
  const isAccount = (line: string | undefined): boolean => line?.startsWith("/") === true;
  const rest = isAccount(lines[0]) ? lines.slice(1) : lines;
  const roleNote = note === undefined ? {} : { roleNote: note };
  if (rest.length === 0) return null;
  const bic = rest[0] ?? "";
  if (tag.endsWith("A") && countryOfBic(bic) !== null) {
    const bank = role !== "payer" && role !== "payee";
    const properties = statedProperties({
      name: [bic],
      swiftBic: [bic],
      country: [countryOfBic(bic)?.toLowerCase() ?? null],
    });
    return { schema: bank ? "Organization" : "LegalEntity", properties, role, ...roleNote };
  }
  if (tag.endsWith("F")) {
    // The first line of 50F is an identifier, such as CCPT/US/927220230, where it is no account.
    const [, kind, country = "", number] =
      /^([A-Z]{4})\/([A-Z]{2})\/(?:[^/]*\/)?(.+)$/.exec(lines[0] ?? "") ?? [];
    const party = structuredParty(rest);
    const passport = kind === "CCPT" && number !== undefined;
    const properties =
      number === undefined
        ? party.properties
        : statedProperties({
            ...party.properties,
            [passport ? "passportNumber" : "idNumber"]: [number],
            nationality: [passport ? country.toLowerCase() : null],
          });
    return { schema: passport ? "Person" : party.schema, properties, role, ...roleNote };
  }
  const [name = "", ...address] = rest;
  const bank = role !== "payer" && role !== "payee";
  const properties = statedProperties({ name: [name], address: [address.join(", ")] });
  return { schema: bank ? "Organization" : "LegalEntity", properties, role, ...roleNote };
}

/** BICs of the sender's and the receiver's side from the blocks before the text. */
function endsOf(head: string): { readonly sender: string | null; readonly receiver: string | null } {
  const own = /\{1:F01([A-Z0-9]{8})/.exec(head)?.[1] ?? null;
  const out = /\{2:O\d{3}\d{4}\d{6}([A-Z0-9]{8})/.exec(head)?.[1] ?? null;
  const into = /\{2:I\d{3}([A-Z0-9]{8})/.exec(head)?.[1] ?? null;
  return out === null ? { sender: own, receiver: into } : { sender: out, receiver: own };
}

function readOne(head: string, body: string, message: number): ReadPayment {
  const fields = fieldsOf(body, message);
  const where = (tag: string): string => `message ${message}, field ${tag}`;
  const first = (tag: string): string | null => fields.find((field) => field.tag === tag)?.lines[0] ?? null;
  const reference = first("20");
  const settled = first("32A");
  if (reference === null) throw refuseMessage(where("20"), "the reference is missing");
  if (settled === null) throw refuseMessage(where("32A"), "date, currency and amount are missing");
  const [, currency = "", amount = ""] = /^\d{6}([A-Z]{3})([\d,]+)$/.exec(settled) ?? [];
  if (currency === "")
    throw refuseMessage(where("32A"), "is not YYMMDD, currency and amount, such as 190425USD3700,");
  const parties: Party[] = [];
  const unread: string[] = [];
  for (const field of fields) {
    const known = PARTIES.find(({ tags }) => tags.test(field.tag));
    if (known !== undefined) {
      const party = partyOf(field, known.role, known.note);
      if (party !== null && party.properties.name !== undefined) parties.push(party);
    } else if (!KNOWN.test(field.tag)) unread.push(field.tag);
  }
  for (const role of ["payer", "payee"] as const)
    if (!parties.some((party) => party.role === role))
      throw refuseMessage(where(role === "payer" ? "50a" : "59a"), `the ${role} is missing`);
  const { sender, receiver } = endsOf(head);
  const bankOf = (role: Party["role"]): string | null =>
    parties.find((party) => party.role === role)?.properties.country?.[0]?.toUpperCase() ?? null;
  const from = bankOf("payer-bank") ?? (sender === null ? null : countryOfBic(sender));
  const to = bankOf("payee-bank") ?? (receiver === null ? null : countryOfBic(receiver));
  const countries = parties.flatMap(({ properties }) =>
    (properties.country ?? []).map((one) => one.toUpperCase()),
  );
  const transaction: Transaction = {
    kind: "payment",
    reference: reference.trim(),
    purpose: (fields.find(({ tag }) => tag === "70")?.lines ?? []).join(" "),
    parties,
    goods: [],
    services: [],
    from,
    to,
    route: [],
    funds: readMoney(amount, currency, where("32A")),
    jurisdictions: jurisdictionsOf([...countries, from, to], currency),
    waivers: [],
    claims: [],
  };
  return { transaction, unread: [...new Set(unread)] };
}

/** Reads one or more MT103 customer transfers. Throws `input-invalid`, `limit-exceeded`. */
export function readMt103(text: string): readonly ReadPayment[] {
  const bodies = bodiesOf(text);
  if (bodies.length === 0) throw refuseMessage("block 4", "no message text was found between {4: and -}");
  if (bodies.length > PAYMENT_LIMITS.transactionsMax)
    throw refuseMessage(
      "whole message",
      `at most ${PAYMENT_LIMITS.transactionsMax} messages are read at once`,
    );
  return bodies.map(({ head, body }, at) => {
    const type = /\{2:[IO](\d{3})/.exec(head)?.[1];
    if (type !== undefined && type !== "103")
      throw refuseMessage(`message ${at + 1}`, `an MT${type} is not read; an MT103 is`);
    return readOne(head, body, at + 1);
  });
}
