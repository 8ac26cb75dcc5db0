import { countryCode } from "../../entity/country.ts";
import { splitEnumerated } from "../enumeration.ts";

/** Longest name of a country that a Japanese list writes. */
const NAME_CHARS_MAX = 14;

/** The list's own names of countries that no table of names has. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["北朝鮮", "kp"],
  ["韓国", "kr"],
  ["シリア・アラブ共和国", "sy"],
  ["コンゴ民主共和国", "cd"],
  ["旧ソ連", "suhh"],
  ["ソ連", "suhh"],
  ["ソビエト社会主義共和国連邦", "suhh"],
  ["サウディ・アラビア", "sa"],
  ["中華人民共和国", "cn"],
  ["米国", "us"],
  ["英国", "gb"],
  ["グルジア", "ge"],
  ["クウェイト", "kw"],
  ["クウェート", "kw"],
]);

function codeOf(name: string): string | null {
  const plain = name.trim();
  if (plain === "") return null;
  const direct = NAMES.get(plain) ?? countryCode(plain);
  if (direct !== null) return direct;
  const bare = plain.replace(
    /(?:・?イスラム|・?アラブ|連邦|人民|民主|社会主義)*(?:共和国|王国|首長国|連邦|国)$/u,
    "",
  );
  return bare === plain || bare === "" ? null : (NAMES.get(bare) ?? countryCode(bare));
}

/** The items of a cell that is stated at all; `不明` is none. */
export function statedItems(cell: string): readonly string[] {
  return splitEnumerated(cell.normalize("NFKC"))
    .flatMap((item) => item.split("\n"))
    .map((item) => item.trim().replace(/[、,;]+$/u, ""))
    .filter((item) => item !== "" && !/^(?:不明|なし|無し|unknown|-+)$/iu.test(item));
}

/** The countries of a cell of nationalities; texts that name none come back as unread. */
export function readJapaneseCountries(cell: string): {
  readonly codes: readonly string[];
  readonly unread: readonly string[];
} {
  const codes = new Set<string>();
  const unread: string[] = [];
  const parts = statedItems(cell).flatMap((item) =>
    item.replace(/\([^()]*\)/gu, "").split(/、|,|;|又は|及び|\/| and /u),
  );
  for (const part of parts) {
    // Some cells write the name twice, `エジプトEgypt`.
    const code = codeOf(part) ?? codeOf(part.replace(/\s*[A-Za-z ]+$/u, ""));
    if (code !== null) codes.add(code);
    else if (part.trim() !== "") unread.push(part.trim());
  }
  return { codes: [...codes], unread };
}

/** The country of a place: at the end of a Latin address, at the head of a Japanese one, or in brackets. Null where none is named. */
export function countryOfPlace(place: string): string | null {
  const plain = place.normalize("NFKC").trim();
  const bracket = /\(([^()]+)\)\s*$/u.exec(plain)?.[1];
  const bracketed = bracket === undefined ? null : codeOf(bracket);
  if (bracketed !== null) return bracketed;
  const bare = plain.replace(/\([^()]*\)/gu, " ").replace(/[.\s]+$/u, "");
  const parts = bare.split(/[,、]/u).map((part) => part.trim());
  const ends = codeOf(parts.at(-1) ?? "") ?? codeOf(parts[0] ?? "");
  if (ends !== null) return ends;
  for (let length = Math.min(NAME_CHARS_MAX, bare.length); length >= 2; length--) {
    const head = bare.slice(0, length);
    if (/^[\p{Script=Katakana}\p{Script=Han}ー・]+$/u.test(head)) {
      const code = codeOf(head);
      if (code !== null) return code;
    }
  }
  return null;
}
