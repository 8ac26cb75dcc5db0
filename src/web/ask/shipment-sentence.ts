import { countryNamed } from "./country-names.ts";

/** Goods on their way, as a sentence tells them. */
export type AskedShipment = {
  readonly description: string;
  readonly hs: string;
  /** How many, in the unit that was written; one piece where the sentence says nothing. */
  readonly quantity: { readonly amount: string; readonly scale: number; readonly unit: string };
  readonly from: string | null;
  readonly to: string | null;
};

/** A code of the Harmonized System among other words. */
export const HS_CODE = /(?<![\d.])(\d{4}\.\d{2}(?:\.?\d{2}){0,2}|\d{6}|\d{8}|\d{10})(?![\d.])/;

/** Towns that such sentences name for their country. */
const TOWNS: Readonly<Record<string, string>> = {
  pyongyang: "kp",
  평양: "kp",
  nampo: "kp",
  남포: "kp",
  sinuiju: "kp",
  신의주: "kp",
  kaesong: "kp",
  개성: "kp",
  rason: "kp",
  나선: "kp",
  wonsan: "kp",
  원산: "kp",
  seoul: "kr",
  서울: "kr",
  incheon: "kr",
  인천: "kr",
  busan: "kr",
  부산: "kr",
  beijing: "cn",
  베이징: "cn",
  dandong: "cn",
  단둥: "cn",
  dalian: "cn",
  다롄: "cn",
  shanghai: "cn",
  상하이: "cn",
  vladivostok: "ru",
  블라디보스토크: "ru",
  moscow: "ru",
  모스크바: "ru",
};

const UNITS: Readonly<Record<string, string>> = {
  개: "piece",
  대: "piece",
  piece: "piece",
  pieces: "piece",
  pcs: "piece",
  units: "piece",
  set: "set",
  sets: "set",
  세트: "set",
  kg: "kg",
  tonne: "tonne",
  tonnes: "tonne",
  톤: "tonne",
  metre: "metre",
  metres: "metre",
  litre: "litre",
  litres: "litre",
  barrel: "barrel",
  barrels: "barrel",
  배럴: "barrel",
};

const placeOf = (text: string | undefined): string | null => {
  const bare = (text ?? "")
    .trim()
    .replace(/[.,;]+$/, "")
    .toLowerCase();
  return (TOWNS[bare] ?? countryNamed(bare))?.toUpperCase() ?? null;
};

/** `Seoul → Pyongyang`, `from Seoul to Pyongyang`, `서울에서 평양으로`: what is before and after, and the words around them. */
const WAYS: readonly RegExp[] = [
  /(?:^|[\s,;])from\s+(?<from>[^,;]+?)\s+to\s+(?<to>[^,;]+)/i,
  /(?<from>[\p{L} .'-]+?)\s*(?:→|->|⇒)\s*(?<to>[\p{L} .'-]+)/u,
  /(?<from>[가-힣]+)에서\s*(?<to>[가-힣]+?)(?:으로|로|까지)/,
  /(?:^|[\s,;])to\s+(?<to>[^,;]+)/i,
  /(?<to>[가-힣]+?)(?:으로|로|까지)(?=\s|,|$)/,
  /(?:^|[\s,;])from\s+(?<from>[^,;]+)/i,
  /(?<from>[가-힣]+)에서/,
];

function wayIn(text: string): { from: string | null; to: string | null; rest: string } {
  for (const pattern of WAYS) {
    const found = pattern.exec(text);
    const [from, to] = [placeOf(found?.groups?.from), placeOf(found?.groups?.to)];
    if (found !== null && (from !== null || to !== null))
      return { from, to, rest: text.replace(found[0], " ") };
  }
  return { from: null, to: null, rest: text };
}

const COUNT = /(?:^|\s)(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,6}))?\s*(?:[x×]\s*)?(?=[\s\p{L}]|$)/u;

function countIn(text: string): { readonly quantity: AskedShipment["quantity"]; readonly rest: string } {
  const found = COUNT.exec(text);
  const [whole = "", count = "1", fraction = ""] = found ?? [];
  const after = found === null ? text : text.slice(found.index + whole.length);
  const [word = ""] = /^\p{L}+/u.exec(after.trimStart()) ?? [];
  const unit = found === null ? undefined : UNITS[word.toLowerCase()];
  const before = found === null ? "" : text.slice(0, found.index);
  return {
    quantity: {
      amount: `${count.replaceAll(",", "")}${fraction}`.replace(/^0+(?=\d)/, ""),
      scale: fraction.length,
      unit: unit ?? "piece",
    },
    rest: `${before} ${unit === undefined ? after : after.trimStart().slice(word.length)}`,
  };
}

/** Goods with a code and a way, such as “24 monitors 8528.52 from Seoul to Pyongyang”; null where one of the two is not told. */
export function readShipment(text: string): AskedShipment | null {
  const hs = HS_CODE.exec(text)?.[1];
  if (hs === undefined) return null;
  const { from, to, rest } = wayIn(text.replace(hs, " "));
  if (from === null && to === null) return null;
  const { quantity, rest: words } = countIn(rest);
  const description = words
    .replaceAll(/[(),;:]|\bHS\b/g, " ")
    .replace(/^\s*of\b/i, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return { description: description === "" ? hs : description, hs, quantity, from, to };
}
