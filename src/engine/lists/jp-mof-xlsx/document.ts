import type { Draft } from "../draft.ts";
import type { EditionBuilder } from "../edition-builder.ts";
import { splitEnumerated } from "../enumeration.ts";
import { splitDocuments } from "../uk-sanctions-xml/document.ts";
import { readJapaneseDates } from "./japanese-date.ts";
import { readJapaneseCountries } from "./japanese-place.ts";

const DATE = String.raw`(\d{4}年\d{1,2}月\d{1,2}日)`;
const ISSUED = new RegExp(`(?:発行日|発効日)\\s*:?\\s*${DATE}|${DATE}(?:に)?発行`, "u");
const EXPIRES = new RegExp(
  `(?:失効日|有効期限|有効期間)\\s*:?\\s*${DATE}|${DATE}(?:に失効|失効|まで有効)`,
  "u",
);

function dayIn(shape: RegExp, text: string): string | null {
  const found = shape.exec(text);
  return readJapaneseDates(found?.[1] ?? found?.[2] ?? "")[0]?.values[0] ?? null;
}

/** `リビア旅券番号`, `オマーン国:98606491`, `(北朝鮮旅券)`: who issued the document, where that is a country. */
function issuerIn(text: string): string | null {
  const found =
    /(?:^|\()([^\d():、,]{2,14}?)(?:外交|公用)?(?:旅券|番号|国?:)/u.exec(text)?.[1] ??
    /\(([^()\d]{2,14})\)\s*$/u.exec(text)?.[1];
  return found === undefined ? null : (readJapaneseCountries(found).codes[0] ?? null);
}

/** Attaches the documents of a cell, each with its issuer and dates as far as the cell says them. */
export function addDocuments(
  builder: EditionBuilder,
  holder: Draft,
  cell: { readonly text: string; readonly passport: boolean },
): void {
  const items = splitEnumerated(cell.text.normalize("NFKC")).flatMap((item) =>
    item.split(/\n(?=[A-Z0-9外旅])/u),
  );
  for (const item of items) {
    const text = item.trim();
    if (text === "" || /^(?:不明|なし)$/u.test(text)) continue;
    const number = splitDocuments(text.replace(/\d{4}年\d{1,2}月\d{1,2}日/gu, " "))[0]?.number ?? "";
    if (number === "") {
      holder.keep(`${cell.passport ? "旅券番号" : "身分登録番号"}: ${text}`);
      continue;
    }
    builder.identification(holder, {
      type: cell.passport ? "Passport" : "National identification",
      number,
      passport: cell.passport,
      property: cell.passport ? "passportNumber" : "idNumber",
      country: issuerIn(text),
      issued: dayIn(ISSUED, text),
      expires: dayIn(EXPIRES, text),
      summary: text === number ? null : text,
      key: number,
    });
  }
}
