import { NAME_LIMITS } from "./limits.ts";
import { type Script, scriptOf } from "./scripts.ts";

/** What was found in a name's writing beside its letters. */
export type NameFinding =
  | "invisible-characters"
  | "direction-controls"
  | "mixed-lookalikes"
  | "cut-to-limit"
  | "unpaired-surrogate";

/** One word of a name: its letters without case, accents and width, and the script they are written in. */
export type Word = { readonly text: string; readonly script: Script };

const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const APOSTROPHES = /['’‘ʼʻ`´ʹʾʿ＇′"׳״]/g;
/** The sign by which Hebrew writes j, zh, ch, th, kh and gh of other languages, typed as an apostrophe or as itself. */
const GERESH = /(?<=[גדזחטעצץת])['’‘′׳]/g;
/** What stands for it within a word: a mark that nothing else leaves there. */
const GERESH_MARK = "\u05bf";

/** Letters that do not decompose, and their usual plain spelling. */
const SPECIAL: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  ŋ: "ng",
  ə: "a",
  ĸ: "k",
  ſ: "s",
  ɣ: "g",
  ɵ: "o",
  ƙ: "k",
  ɗ: "d",
  ɓ: "b",
  ɑ: "a",
  ɡ: "g",
  ɩ: "i",
  ɴ: "n",
  ʀ: "r",
  ʏ: "y",
  ʙ: "b",
  ɢ: "g",
  ʜ: "h",
  ɪ: "i",
  ʟ: "l",
  ꜰ: "f",
  ꜱ: "s",
  ᴀ: "a",
  ᴄ: "c",
  ᴅ: "d",
  ᴇ: "e",
  ᴊ: "j",
  ᴋ: "k",
  ᴍ: "m",
  ᴏ: "o",
  ᴘ: "p",
  ᴛ: "t",
  ᴜ: "u",
  ᴠ: "v",
  ᴡ: "w",
  ᴢ: "z",
};

/** Cyrillic, Greek and Armenian letters that look like Latin ones (lower case after folding, and what their capitals look like). */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  с: "c",
  е: "e",
  ё: "e",
  н: "h",
  і: "i",
  ї: "i",
  ј: "j",
  к: "k",
  м: "m",
  о: "o",
  р: "p",
  ѕ: "s",
  т: "t",
  у: "y",
  х: "x",
  ԁ: "d",
  ԛ: "q",
  ԝ: "w",
  һ: "h",
  г: "r",
  п: "n",
  ӏ: "l",
  є: "e",
  ь: "b",
  ү: "y",
  ԍ: "g",
  ҽ: "e",
  ѵ: "v",
  ѡ: "w",
  օ: "o",
  ս: "u",
  ո: "n",
  հ: "h",
  յ: "j",
  ց: "g",
  զ: "q",
  լ: "l",
  ք: "p",
  α: "a",
  β: "b",
  ε: "e",
  η: "n",
  ι: "i",
  κ: "k",
  μ: "m",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
  υ: "u",
  χ: "x",
  ζ: "z",
  γ: "y",
  ς: "c",
  σ: "o",
  ω: "w",
};

/** Signs that web pages and tables write by their names: `&amp;`, `&#39;`, `&eacute;`. */
const ENTITY =
  /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{1,2})(acute|grave|circ|tilde|uml|cedil|ring|slash|caron|lig)|(amp|apos|quot|nbsp|lt|gt|[lr][sd]quo));/gi;
const ENTITY_SIGNS: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  lsquo: "'",
  rsquo: "'",
  quot: '"',
};

/** The text with such signs as they are meant; letters with marks lose them later anyway. */
function withoutEntities(text: string): string {
  return text.replace(
    ENTITY,
    (_all, decimal?: string, hex?: string, letter?: string, _mark?: string, name = "") => {
      if (letter !== undefined) return letter.toLowerCase() === "sz" ? "ss" : letter;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      if (Number.isNaN(code)) return ENTITY_SIGNS[name.toLowerCase()] ?? " ";
      return code > 0x10ffff ? " " : String.fromCodePoint(code);
    },
  );
}

/** Text made comparable: NFKC, lower case, no marks, invisible signs or direction controls; findings say what was there. */
export function cleanText(raw: string, findings: Set<NameFinding>): string {
  let text = raw;
  if (text.length > NAME_LIMITS.charsMax) {
    findings.add("cut-to-limit");
    text = text.slice(0, NAME_LIMITS.charsMax);
  }
  if (text.includes("&") && text.includes(";")) text = withoutEntities(text);
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  const paired = text.replace(SURROGATE, " ");
  if (paired !== text) findings.add("unpaired-surrogate");
  const directed = paired.replace(DIRECTION, "");
  if (directed !== paired) findings.add("direction-controls");
  const visible = directed.replace(INVISIBLE, "");
  if (visible !== directed) findings.add("invisible-characters");
  const folded = visible
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/(.)(\p{M}+)/gsu, (_all, base: string, marks: string) => base + keptMarks(base, marks))
    .normalize("NFC");
  return folded
    .slice(0, NAME_LIMITS.charsMax * 4)
    .replace(/[^\x00-\x7f]/gu, (letter) => SPECIAL[letter] ?? letter);
}

/** Indic and South-East Asian vowel signs are marks that carry the word, and the breve makes й of и; other marks go. */
function keptMarks(base: string, marks: string): string {
  let kept = "";
  for (const mark of marks) {
    const code = mark.codePointAt(0) as number;
    const voicing = code === 0x3099 || code === 0x309a;
    const vowel = (code >= 0x900 && code <= 0x109f) || (code >= 0x1780 && code <= 0x17d3);
    if (voicing || vowel || (code === 0x306 && (base === "и" || base === "у"))) kept += mark;
  }
  return kept;
}

function lookalikes(word: string): string | null {
  let latin = "";
  for (const letter of word) {
    const same = /[a-z0-9]/.test(letter) ? letter : LOOKALIKES[letter];
    if (same === undefined) return null;
    latin += same;
  }
  return latin;
}

function wordScript(word: string): Script {
  for (const letter of word) {
    const code = letter.codePointAt(0) as number;
    if (code >= 0x30 && code <= 0x39) continue;
    return scriptOf(code);
  }
  return "latin";
}

/** Parts of one run of letters that stand in one script each (Hangul beside Han beside Latin). */
function splitScripts(run: string): string[] {
  const parts: string[] = [];
  let last: Script | null = null;
  for (const letter of run) {
    const code = letter.codePointAt(0) as number;
    const digit = code >= 0x30 && code <= 0x39;
    const script: Script = digit ? (last ?? "latin") : scriptOf(code);
    const at = parts.length - 1;
    if (at >= 0 && (script === last || digit)) parts[at] = `${parts[at]}${letter}`;
    else parts.push(letter);
    last = script;
  }
  return parts;
}

function isMixed(run: string): boolean {
  return /[a-z]/.test(run) && /[\u0370-\u058f]/.test(run);
}

const [SPACE, QUOTE, APOSTROPHE, GRAVE] = [0x20, 0x22, 0x27, 0x60];

/** The runs of a cleaned text of ASCII alone, by one pass over its letters; null for any other text. */
function asciiRuns(text: string): string[] | null {
  const runs: string[] = [];
  let run = "";
  let from = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7e) return null;
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      if (from === -1) from = at;
      continue;
    }
    // A capital here would be a text that was not cleaned.
    if (code < SPACE || (code >= 65 && code <= 90)) return null;
    if (from !== -1) run += text.slice(from, at);
    from = -1;
    // An apostrophe holds the letters around it together.
    if (code === APOSTROPHE || code === QUOTE || code === GRAVE || run === "") continue;
    runs.push(run);
    run = "";
  }
  if (from !== -1) run += text.slice(from);
  if (run !== "") runs.push(run);
  return runs.length === 0 ? null : runs;
}

/** The words of a cleaned text, in order. Words that mix Latin with look-alike letters come back as Latin, reported. */
export function splitWords(text: string, findings: Set<NameFinding>): Word[] {
  const ascii = asciiRuns(text);
  if (ascii !== null) return ascii.map((run): Word => ({ text: run, script: "latin" }));
  const signed = /[\u05d0-\u05ea]/.test(text) ? text.replace(GERESH, GERESH_MARK) : text;
  const runs = signed.replace(APOSTROPHES, "").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const plain =
    runs.length === 0 && text.trim() !== "" ? [...text.trim()].filter((sign) => sign !== " ") : runs;
  const inLatin = plain.some((run) => /^[a-z]{2,}$/.test(run) || (isMixed(run) && lookalikes(run) !== null));
  const words: Word[] = [];
  for (const run of plain) {
    if (/^[a-z0-9]+$/.test(run)) {
      words.push({ text: run, script: "latin" });
      continue;
    }
    const latin = isMixed(run) || (inLatin && /^[\u0370-\u058f]+$/.test(run)) ? lookalikes(run) : null;
    if (latin !== null) {
      findings.add("mixed-lookalikes");
      words.push({ text: latin, script: "latin" });
      continue;
    }
    for (const part of splitScripts(run)) words.push({ text: part, script: wordScript(part) });
  }
  return words;
}
