import { countryCode } from "../entity/country.ts";
import {
  applyFact,
  applyFreeText,
  OFAC_LABEL_PREFIXES,
  OFAC_LABELS,
  type OfacFact,
  type OfacParty,
} from "./ofac-facts.ts";

/** Labels whose values are read as they stand: what follows in brackets or after `issued` is part of the value. */
const PLAIN =
  /^(?:DOB|POB|nationality|citizen|gender|linked to|organization|target type|website|email|phone|telephone|fax|digital currency|secondary|additional|transactions|executive order|caatsa|ifca|peesa|listing date|effective date|purchase|for more|aircraft (?!serial)|(?:former |other )?vessel (?!registration)|ethnicity|tribe|title|location|issuer)/i;

/** A label that is not known by name but says that a number follows: `Kenyan ID No. 12773667`. */
const NUMBERED =
  /^((?:[\p{L}.'’&/()-]+ ){0,7}?[\p{L}.'’&/()-]*(?:No\.?|Number|ID|Code|Card|Certificate|License|Passport|Document|#))[ :#]+(\S*\d.*)$/u;

type Split = { readonly label: string; readonly rest: string };

function split(statement: string): Split | null {
  const lower = statement.toLowerCase().replace(/[’`]/g, "'");
  const prefix = OFAC_LABEL_PREFIXES.find((candidate) => lower.startsWith(candidate));
  if (prefix !== undefined) return splitPrefixed(statement);
  for (const label of OFAC_LABELS) {
    if (!lower.startsWith(label)) continue;
    const rest = statement.slice(label.length);
    // `General` must not be read from `Generally`; a label ends where a word ends.
    if (rest !== "" && !/^[\s:#]/.test(rest)) continue;
    if (!PLAIN.test(label) && !/\d/.test(rest) && !/^(?:ethnicity|swift)/.test(label)) continue;
    return { label: statement.slice(0, label.length), rest: rest.replace(/^[\s:#]+/, "") };
  }
  const numbered = NUMBERED.exec(statement);
  return numbered === null ? null : { label: numbered[1] ?? "", rest: numbered[2] ?? "" };
}

/** `Digital Currency Address - XBT 1abc`, `Listing Date (EO 14024 Directive 2): 24 Feb 2022`, `Secondary sanctions risk: …`. */
function splitPrefixed(statement: string): Split {
  const wallet = /^(digital currency address\s*-\s*\S+)\s+(.*)$/i.exec(statement);
  const dated = /^((?:listing|effective|purchase[^(]*?) ?(?:date)?\s*\([^)]*\)):?\s*(.*)$/i.exec(statement);
  const found = wallet ?? dated ?? /^([^:]{1,120}?(?::| -))\s+(.*)$/.exec(statement);
  return found === null
    ? { label: "For more information on directives", rest: statement }
    : { label: found[1] ?? "", rest: found[2] ?? "" };
}

type Tail = Pick<OfacFact, "value" | "country" | "authority" | "issued" | "expires">;

/** `927220230 (Korea, North) issued 11 May 2017 expires 11 May 2022`, `7136946 (Delaware) (United States)`. */
function documentTail(text: string): Tail {
  const dates = /^(.*?)(?:\s+issued\s+(.+?))?(?:\s+expires\s+(.+?))?$/i.exec(text);
  const issue = /^(.*?)(?:\s+in\s+(.+))?$/i.exec(dates?.[2] ?? "");
  const head = dates?.[1] ?? text;
  const brackets = [...head.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? "");
  const number = head.replace(/\s*\([^()]*\)(?=\s*(?:\(|$))/g, "").trim();
  const issuer = brackets.findLast((bracket) => countryCode(bracket) !== null);
  const others = brackets.filter((bracket) => bracket !== issuer && !number.includes(`(${bracket})`));
  const authority = [...others, ...(issue?.[2] === undefined ? [] : [issue[2]])].join("; ");
  return {
    value: number === "" ? head : number,
    country: issuer,
    authority: authority === "" ? null : authority,
    issued: issue?.[1],
    expires: dates?.[3],
  };
}

function factOf(statement: string): OfacFact | null {
  const parts = split(statement);
  if (parts === null) return null;
  const plain = PLAIN.test(parts.label) || /^(?:for more information|swift|mmsi|isin)/i.test(parts.label);
  return plain
    ? { label: parts.label, value: parts.rest }
    : { label: parts.label, ...documentTail(parts.rest) };
}

const QUOTED_NAME = /^(a|f|n)\.k\.a\.\s+(.+)$/i;

function applyQuotedName(party: OfacParty, kind: string, quoted: string): void {
  const name = quoted.replace(/^'|'$/g, "").trim();
  // Names in quotes are OFAC's weak aliases: too common to screen by alone.
  party.draft.add(kind.toLowerCase() === "f" ? "previousName" : "weakAlias", name);
}

function applyStatement(party: OfacParty, stated: string): void {
  const statement = stated.replace(/^alt\.\s+/i, "").trim();
  const quoted = QUOTED_NAME.exec(statement);
  if (quoted !== null) {
    applyQuotedName(party, quoted[1] ?? "", quoted[2] ?? "");
    return;
  }
  const fact = factOf(statement);
  if (fact === null) applyFreeText(party, statement);
  else applyFact(party, fact);
}

/** The statements of a remark, which stand between semicolons; the full stop ends the remark, not a name. */
export function statementsOf(remarks: string): readonly string[] {
  const text = remarks
    .trim()
    .replace(/\.$/, "")
    // The XML puts all links of a remark into one pair of brackets.
    .replace(/\((Linked To: [\s\S]*)\)$/, "$1");
  return text.split(/;\s*/).flatMap((statement) => {
    const bare = statement.trim();
    return bare === "" ? [] : [bare];
  });
}

/** Reads all statements of a remark onto a party. */
export function applyRemarks(party: OfacParty, remarks: string): void {
  for (const statement of statementsOf(remarks)) applyStatement(party, statement);
}
