import type { Draft } from "../draft.ts";
import { type EditionBuilder, idPart } from "../edition-builder.ts";
import type { TableRow } from "../table.ts";
import type { MofColumn } from "./columns.ts";
import { addDocuments } from "./document.ts";
import { readJapaneseDates, readNoticeDates } from "./japanese-date.ts";
import { readJapaneseNames, readMainName } from "./japanese-name.ts";
import { countryOfPlace, readJapaneseCountries, statedItems } from "./japanese-place.ts";

/** A sheet as far as its rows need it. */
export type MofSheet = {
  /** The number before the sheet's name, and in the list's own index. */
  readonly number: string;
  readonly title: string;
  /** What the sheet lists, where its name says it. */
  readonly kind: "individuals" | "groups" | "both";
  readonly columns: readonly (MofColumn | null)[];
};

/** A row's cells by what they hold; `不明`, not known, is blank. */
export type MofCells = (column: MofColumn) => string;

/** Reads a row's cells through the sheet's columns; two columns of one kind are joined. */
export function cellsOf(sheet: MofSheet, row: TableRow): MofCells {
  return (column) =>
    sheet.columns
      .flatMap((found, at) => (found === column ? [row.cells[at] ?? ""] : []))
      .map((text) => text.trim())
      .filter((text) => text !== "" && text !== "不明")
      .join("\n");
}

/** The entry's number without its marks: `1(*186)` stands as 186 in another sheet, `#12` in two. */
export function entryNumber(cell: string): string {
  return /\d+/u.exec(cell.normalize("NFKC").replace(/\([^()]*\)/gu, ""))?.[0] ?? "";
}

function schemaOf(sheet: MofSheet, cells: MofCells): string {
  if (sheet.kind === "individuals") return "Person";
  if (sheet.kind === "groups") return "Organization";
  const reference = /^[A-Z]{2}([ie])\./u.exec(cells("unReference"))?.[1];
  if (reference !== undefined) return reference === "i" ? "Person" : "Organization";
  const personal: readonly MofColumn[] = [
    ...(["title", "position", "birthDate", "birthDateAndPlace"] as const),
    ...(["birthPlace", "nationality", "passport"] as const),
  ];
  // These sheets mix people and groups without saying which is which; what has no personal fact stays undecided.
  return personal.some((column) => cells(column) !== "") ? "Person" : "LegalEntity";
}

function addNames(draft: Draft, cells: MofCells): void {
  for (const column of ["english", "japanese"] as const) {
    if (cells(column) === "") continue;
    const { name, others } = readMainName(cells(column));
    draft.add("name", name === "" ? cells(column) : name).add("alias", ...others);
  }
  for (const column of ["alias", "weakAlias", "previousName"] as const) {
    const text = cells(column);
    if (text === "") continue;
    const { names, rest } = readJapaneseNames(text);
    draft.add(column, ...names);
    if (rest) draft.keep(`${column}: ${text}`);
  }
}

function addPerson(builder: EditionBuilder, draft: Draft, cells: MofCells): void {
  const births = `${cells("birthDate")}\n${cells("birthDateAndPlace")}`.trim();
  const dates = readJapaneseDates(births);
  if (draft.allows("birthDate")) for (const date of dates) draft.addPartialDate("birthDate", date);
  if (births !== "" && (dates.length === 0 || !draft.allows("birthDate"))) {
    builder.unread("birth date");
    draft.keep(`生年月日: ${births}`);
  }
  if (cells("birthDateAndPlace") !== "") draft.keep(cells("birthDateAndPlace"));
  for (const place of statedItems(cells("birthPlace"))) {
    if (!draft.allows("birthPlace")) draft.keep(`出生地: ${place}`);
    else draft.add("birthPlace", place).add("birthCountry", countryOfPlace(place));
  }
  for (const [column, label] of [
    ["title", "称号"],
    ["position", "役職"],
  ] as const) {
    for (const text of statedItems(cells(column))) {
      if (draft.allows(column)) draft.add(column, text);
      else draft.keep(`${label}: ${text}`);
    }
  }
  const { codes, unread } = readJapaneseCountries(cells("nationality"));
  draft.add(draft.allows("nationality") ? "nationality" : "country", ...codes);
  for (const text of unread) {
    builder.unread(`country ${text.slice(0, 40)}`);
    draft.keep(`国籍: ${text}`);
  }
  addDocuments(builder, draft, { text: cells("passport"), passport: true });
  addDocuments(builder, draft, { text: cells("idNumber"), passport: false });
}

function addRest(builder: EditionBuilder, draft: Draft, cells: MofCells): void {
  for (const full of statedItems(cells("address"))) {
    if (!draft.values("address").includes(full))
      builder.address(draft, { full, country: countryOfPlace(full) });
  }
  draft.add("phone", ...statedItems(cells("phone")));
  if (cells("fax") !== "") draft.keep(`FAX: ${cells("fax")}`);
  draft.keep(cells("notes"));
}

function addSanction(
  builder: EditionBuilder,
  draft: Draft,
  entry: { readonly sheet: MofSheet; readonly cells: MofCells },
): void {
  const { sheet, cells } = entry;
  const notices = readNoticeDates(cells("noticeDate"));
  const unDay = readJapaneseDates(cells("listedOn"))[0]?.values[0];
  const sanction = builder.sanction(draft, {
    program: [sheet.title],
    authorityId: [cells("number")],
    unscId: [cells("unReference")],
    reason: [cells("reason")],
    listingDate: notices[0] ?? null,
    modifiedAt: notices.length > 1 ? (notices.at(-1) ?? null) : null,
    summary: [
      unDay === undefined ? null : `Listed by the United Nations on ${unDay}`,
      cells("listedOn") === "" ? null : `国連による指定日: ${cells("listedOn")}`,
    ],
  });
  sanction.add("recordId", `${sheet.number}-${cells("number")}`);
}

/** Takes one entry; null, or why it could not be taken. */
export function addEntry(builder: EditionBuilder, sheet: MofSheet, cells: MofCells): string | null {
  const number = entryNumber(cells("number"));
  if (number === "") return "the row has no number of a notice";
  if (cells("japanese") === "" && cells("english") === "") return "the row has no name";
  const reference = `${sheet.number}-${number}`;
  if (idPart(sheet.number) === "") return "the sheet has no number";
  const draft = builder.begin(schemaOf(sheet, cells), reference);
  if (draft === null) return builder.duplicateReason(reference);
  draft.add("topics", "sanction");
  addNames(draft, cells);
  if (draft.values("name").length === 0) return "the row's name has no letters";
  addPerson(builder, draft, cells);
  addRest(builder, draft, cells);
  addSanction(builder, draft, { sheet, cells });
  return null;
}
