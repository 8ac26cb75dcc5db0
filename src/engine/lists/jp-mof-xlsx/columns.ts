/** What a column of the workbook holds. Sheets were made over twenty years: each has headers of its own. */
export type MofColumn =
  | "noticeDate"
  | "number"
  | "japanese"
  | "english"
  | "alias"
  | "weakAlias"
  | "previousName"
  | "title"
  | "position"
  | "birthDate"
  | "birthDateAndPlace"
  | "birthPlace"
  | "nationality"
  | "passport"
  | "idNumber"
  | "address"
  | "phone"
  | "fax"
  | "listedOn"
  | "unReference"
  | "reason"
  | "notes";

const HEADERS: Readonly<Record<MofColumn, readonly string[]>> = {
  noticeDate: ["告示日付"],
  number: ["告示番号"],
  japanese: ["日本語表記"],
  english: ["英語表記"],
  alias: ["別名", "別名・別称", "別称", "別称・旧称", "別称・別名", "確定可能な別名"],
  weakAlias: ["確定に十分でない別名"],
  previousName: ["旧称", "旧称・以前の呼称", "過去の別名", "以前の別名"],
  title: ["称号"],
  position: ["役職", "肩書", "肩書等"],
  birthDate: ["生年月日"],
  birthDateAndPlace: ["生年月日・出生地"],
  birthPlace: ["出生地", "出生地・出身地"],
  nationality: ["国籍"],
  passport: ["旅券番号"],
  idNumber: ["ID番号", "身分登録番号", "身分証番号"],
  address: [
    ...["住所", "住所等", "住所・所在地", "所在地", "活動地域・住所"],
    "所在地・住所登録された事務所の住所",
  ],
  phone: ["電話", "電話番号"],
  fax: ["FAX"],
  listedOn: ["リスト掲載日", "国連制裁員会による指定日", "国連制裁委員会による指定日"],
  unReference: ["国連参照番号"],
  reason: ["指定の根拠", "決議1483上の根拠"],
  notes: ["その他の情報", "詳細"],
};

const BY_HEADER: ReadonlyMap<string, MofColumn> = new Map(
  (Object.entries(HEADERS) as [MofColumn, readonly string[]][]).flatMap(([column, headers]) =>
    headers.map((header): [string, MofColumn] => [header, column]),
  ),
);

/** The column that a header names, or null where it names none that is known. */
export function columnOf(header: string): MofColumn | null {
  return BY_HEADER.get(header.normalize("NFKC").replace(/\s/gu, "")) ?? null;
}

/** True for the row that holds the headers. */
export function isHeader(cells: readonly string[]): boolean {
  const columns = new Set(cells.map(columnOf));
  return columns.has("number") && (columns.has("japanese") || columns.has("english"));
}
