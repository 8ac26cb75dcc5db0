import { readName } from "../un-xml/names.ts";

type Property = "name" | "alias" | "weakAlias" | "previousName";
/** A name with the FollowTheMoney property that it belongs to. */
export type StatedName = { readonly property: Property; readonly name: string };

/** Legal forms that stand after a comma and belong to the name before it. */
const FORM =
  /^(?:(?:P|O|Z|C|U)?JSC|OOO|OAO|ZAO|PAO|AO|LLC|LLP|Ltd|Limited|Inc|Incorporated|Co|Company|Corp|Corporation|GmbH|FZE|FZCO|S\.?A|ООО|ОАО|ЗАО|ПАО|НАО|АО|ФГУП|ФГБУ|ОДО|УП|РУП|(?:Public |Open |Closed )?Joint[- ]Stock Company)\.?$/iu;
const LABEL = /^\p{Lu}\p{Ll}+(?:\s\p{Ll}+)?\s*:\s*(?=\S)/u;
const KNOWN_AS =
  /^(?:also|otherwise|previously|formerly)?\s*(?:known|called|aka|a\.k\.a\.?)\s*(?:as)?:?\s*/iu;
const FORMER = /^(?:formerly|previously|former)\b(?:\s+(?:known as|called))?:?\s*/iu;

function plain(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\s;,]+$/u, "")
    .trim();
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;
}

/** Splits outside brackets and quotation marks. */
function splitOutside(text: string, sign: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const char of text) {
    if ("(«“„".includes(char)) depth += 1;
    if (")»”".includes(char)) depth = Math.max(0, depth - 1);
    if (char === sign && depth === 0) {
      parts.push(part);
      part = "";
    } else part += char;
  }
  return [...parts, part].map(plain).filter((one) => one !== "");
}

/** Joins what a comma divided from its legal form: `SSC RF Trinity, JSC`. */
function splitCommas(text: string): readonly string[] {
  const names: string[] = [];
  for (const part of splitOutside(text, ",")) {
    const last = names.at(-1);
    if (last !== undefined && FORM.test(part)) names[names.length - 1] = `${last}, ${part}`;
    else names.push(part);
  }
  return names;
}

/** Sides of `A or B`, `A / B`, `A/B` where each is a whole name; null where they are variants of one word. */
function splitVariants(text: string, person: boolean): readonly string[] | null {
  if (!/\sor\s|\//iu.test(text)) return [text];
  const sides = text.split(/\s+or\s+|\s*\/\s*/iu).map(plain);
  const divided = !person && !/\S\/\S/u.test(text);
  return sides.every((side) => wordsIn(side) >= (divided ? 1 : 2)) ? sides : null;
}

/** An entity's or ship's name: its French twin after `/`, and what a bracket calls it besides. */
export function readEntityName(text: string): readonly StatedName[] {
  const [first = "", ...twins] = splitVariants(plain(text), false) ?? [plain(text)];
  const known = /^(.+?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)?$/u.exec(first);
  const [head, inner] = [known?.[1] ?? "", plain(known?.[2] ?? "")];
  const others = twins.map((name): StatedName => ({ property: "alias", name }));
  if (known !== null && FORMER.test(inner)) {
    return [
      { property: "name", name: head },
      { property: "previousName", name: inner.replace(FORMER, "") },
      ...others,
    ];
  }
  if (known !== null && KNOWN_AS.test(inner)) {
    const more = splitCommasOrAnd(inner.replace(KNOWN_AS, ""));
    return [
      { property: "name", name: head },
      ...more.map((name): StatedName => ({ property: "alias", name })),
      ...others,
    ];
  }
  // A bracket of three words and more is the name in another language.
  const translated = known !== null && wordsIn(inner) >= 3 ? [head, inner] : [];
  others.unshift(...translated.map((name): StatedName => ({ property: "alias", name })));
  const read = readName(first, "alias").names.filter(({ name }) => name !== first);
  return [{ property: "name", name: first }, ...read, ...others];
}

function splitCommasOrAnd(text: string): readonly string[] {
  return splitOutside(text, ";")
    .flatMap(splitCommas)
    .map((name) => name.replace(/^(?:and|or)\s+/iu, ""));
}

/** A person's names: a bracket in the surname is another spelling of it. */
export function readPersonName(given: string, last: string): readonly StatedName[] {
  const bracket = /^(.+?)\s*\(([^()]+)\)\s*$/u.exec(plain(last));
  const whole = (surname: string): string => plain(`${given} ${surname}`);
  if (bracket === null) return [{ property: "name", name: whole(last) }];
  return [
    { property: "name", name: whole(bracket[1] ?? "") },
    { property: "alias", name: whole(bracket[2] ?? "") },
  ];
}

/**
 * The aliases of a cell. They are divided by `;`, `,` or `/` and labelled by language; one word alone is a variant of a
 * part of a person's name and weak, and so is a text that runs variants of single words together.
 */
export function readAliases(text: string, person: boolean): readonly StatedName[] {
  return splitOutside(text, ";")
    .flatMap(splitCommas)
    .map((part) => part.replace(LABEL, ""))
    .flatMap((part): readonly StatedName[] => {
      const variants = splitVariants(part, person);
      if (variants === null) return [{ property: "weakAlias", name: part }];
      return variants.map((name) => ({
        property: FORMER.test(name) ? "previousName" : person && wordsIn(name) < 2 ? "weakAlias" : "alias",
        name: plain(name.replace(FORMER, "").replace(KNOWN_AS, "")),
      }));
    })
    .filter(({ name }) => /[\p{L}\p{N}]/u.test(name));
}
