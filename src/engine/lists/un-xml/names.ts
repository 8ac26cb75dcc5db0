/** A name with the FollowTheMoney property that it belongs to. */
export type StatedName = { readonly property: "alias" | "weakAlias" | "previousName"; readonly name: string };

/** What an alias element says: its names, and what of its text is no name. */
export type AliasReading = { readonly names: readonly StatedName[]; readonly remarks: readonly string[] };

const FORMER = /\b(?:formerly|previously)\s+(?:listed|known)(?:\s+as)?\b/iu;
const OTHER_SCRIPT =
  /\p{Script=Arabic}|\p{Script=Cyrillic}|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Ethiopic}/u;
const LATIN = /\p{Script=Latin}/u;
/** `KOMID`, `ISIL-K`, `JuA`, `LRM/A`: mostly capitals, one word. */
const ACRONYM = /^(?=(?:[^\p{Lu}]*\p{Lu}){2})[\p{Lu}\d][\p{L}\d/&.-]{1,14}$/u;
/** Words that make a bracket or a note a statement about the name and not another name. */
const STATEMENT =
  /\d{3}|\b(?:passport|born|birth|identity|name|third|unit|prominently|call sign|nom de guerre|initials|review|resolution|nationality|number)\b/iu;

function plain(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/^[\s;,.)]+(?=\p{L})/u, "")
    .replace(/[\s;,]+$/u, "")
    .trim();
}

/** Splits at semicolons outside brackets, and at the list's own item marks (`b) `). */
function splitNames(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const char of text.replace(/(?<=\s)[b-z]\)\s+/gu, "; ")) {
    if (char === "(") depth += 1;
    if (char === ")") depth = Math.max(0, depth - 1);
    if (char === ";" && depth === 0) {
      parts.push(part);
      part = "";
    } else part += char;
  }
  return [...parts, part].map(plain).filter((name) => /[\p{L}\p{N}]/u.test(name));
}

type Bracketed = { readonly head: string; readonly inner: string };

/** `Jund al-Khilafah (JAK-A)` as its two parts; null where the text does not end in a bracket. */
function endBracket(text: string): Bracketed | null {
  if (!text.endsWith(")")) return null;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ")") depth += 1;
    if (text[at] === "(") depth -= 1;
    if (depth === 0) return { head: plain(text.slice(0, at)), inner: text.slice(at + 1, -1).trim() };
  }
  return null;
}

/** Both spellings of a name whose other script stands in its bracket, or null where the bracket holds no such thing. */
function bothScripts({ head, inner }: Bracketed): readonly string[] | null {
  const spelled = inner.replace(/^original script:\s*/iu, "").replace(/\(original script\)/giu, "");
  const differs =
    (OTHER_SCRIPT.test(inner) && LATIN.test(head)) || (OTHER_SCRIPT.test(head) && LATIN.test(spelled));
  if (!differs || /\d{3}/u.test(inner)) return null;
  return [head, ...splitNames(spelled.replace(/\s-\s.*$/u, ""))];
}

/**
 * A name as the list writes it, with what its bracket says: an acronym is a weak alias, a spelling in another script an
 * alias, and `OMM` is not lost with `Ocean Maritime Management Company, Limited (OMM)`.
 */
export function readName(text: string, property: StatedName["property"]): AliasReading {
  const name = plain(text);
  const bracket = endBracket(name);
  if (bracket === null || bracket.head === "") return { names: [{ property, name }], remarks: [] };
  const spellings = bothScripts(bracket);
  if (spellings !== null) {
    const read = spellings.map((spelling) => readName(spelling, property));
    return {
      names: read.flatMap(({ names }) => names),
      remarks: read.flatMap(({ remarks }) => remarks),
    };
  }
  const { head, inner } = bracket;
  if (FORMER.test(inner)) return { names: [{ property: "previousName", name: head }], remarks: [] };
  if (ACRONYM.test(inner)) {
    return {
      names: [
        { property, name: head },
        { property: "weakAlias", name: inner },
      ],
      remarks: [],
    };
  }
  if (STATEMENT.test(inner)) return { names: [{ property, name: head }], remarks: [`${head}: ${inner}`] };
  return { names: [{ property, name }], remarks: [] };
}

/** Reads a note that stands beside a name: names in it, a former listing, or a remark. */
function readNote(
  note: string,
  names: readonly StatedName[],
  property: StatedName["property"],
): AliasReading {
  const text = plain(note);
  if (text === "") return { names, remarks: [] };
  const first = names[0]?.name ?? "";
  const script = /\b(?:in Arabic(?: script)?|original script):\s*(.+)$/iu.exec(text)?.[1];
  if (script !== undefined && OTHER_SCRIPT.test(script)) {
    const more = { property: "alias", name: plain(script) } as const;
    return {
      names: [...names, more],
      remarks: script.length < text.length - 20 ? [`${first}: ${text}`] : [],
    };
  }
  if (FORMER.test(text)) {
    return { names: names.map(({ name }) => ({ property: "previousName", name })), remarks: [] };
  }
  const bracket = /^\(([^()]+)\)/u.exec(text)?.[1];
  const spelled = bracket ?? (STATEMENT.test(text) ? "" : text);
  if (OTHER_SCRIPT.test(first) && !LATIN.test(first) && spelled !== "") {
    return { names: [...names, ...splitNames(spelled).map((name) => ({ property, name }))], remarks: [] };
  }
  return { names, remarks: [`${first}: ${text}`] };
}

/** Reads one alias: the quality gives the property, `;` joins several names, brackets and notes add spellings. */
export function readAlias(alias: {
  readonly quality: string;
  readonly name: string;
  readonly note: string;
}): AliasReading {
  const quality = alias.quality.toLowerCase();
  const property = quality === "low" ? "weakAlias" : quality.startsWith("f.k.a") ? "previousName" : "alias";
  const born = /^(.*?),\s+born\s+(.+)$/isu.exec(alias.name);
  const text = born?.[1] ?? alias.name;
  const read = splitNames(text).map((name) => readName(name, property));
  const names = read.flatMap((reading) => reading.names);
  const remarks = [
    ...read.flatMap((reading) => reading.remarks),
    ...(born === null ? [] : [`${plain(text)}: born ${plain(born[2] ?? "")}`]),
  ];
  const noted = readNote(alias.note, names, property);
  return { names: noted.names, remarks: [...remarks, ...noted.remarks] };
}
