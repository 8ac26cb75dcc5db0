import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readerContract } from "../reader.contract.ts";
import { readJapaneseDates, readNoticeDates } from "./japanese-date.ts";
import { readJapaneseNames, readMainName } from "./japanese-name.ts";
import { countryOfPlace, readJapaneseCountries } from "./japanese-place.ts";
import { jpMofXlsx } from "./read.ts";

const CONTEXT = { prefix: "jp-mof", authority: "Ministry of Finance", country: "jp" };
const fixture = {
  name: "shisantouketsu.xlsx",
  bytes: new Uint8Array(readFileSync(new URL("fixtures/mof_2026-03-05.xlsx", import.meta.url))),
};

readerContract(jpMofXlsx, { files: [fixture], runs: 40 });

test("each sheet is a programme; entries keep both names, partial dates, documents and notice dates", async () => {
  const content = await jpMofXlsx.read([fixture], CONTEXT);
  const find = (id: string): unknown => content.entities.find((entity) => entity.id === id);
  expect(find("jp-mof-2-2")).toMatchObject({
    schema: "Person",
    properties: { name: ["MOHAMMAD HASSAN AKHUND", "モハンマド・ハッサン・アフンド"], nationality: ["af"] },
    edtf: { birthDate: ["1955~/1958~", "1945~/1950~"] },
  });
  expect(find("jp-mof-2-2-sanction-1")).toMatchObject({
    properties: { listingDate: ["2001-09-22"], modifiedAt: ["2012-03-27"] },
  });
  expect(find("jp-mof-14-1")).toMatchObject({
    schema: "Organization",
    properties: { alias: expect.arrayContaining(["KOMID"]), country: ["kp"] },
  });
  expect(find("jp-mof-1-1")).toMatchObject({ properties: { birthDate: ["1941-08-20"] } });
  const passports = content.entities.filter(({ schema }) => schema === "Passport");
  expect(passports.some(({ properties }) => properties.endDate !== undefined)).toBe(true);
});

test("removed numbers and lifted sheets are said, rows that can't be read are rejected with their place", async () => {
  const { report } = await jpMofXlsx.read([fixture], CONTEXT);
  expect(report.notes[0]).toMatch(/^\d+ numbers stand empty/);
  expect(report.notes[1]).toContain("8.【解除】リベリア");
  expect(report.rejected).toMatchObject([
    { where: "sheet 2.タリバーン関係者等, row 276", reason: "the row has no name" },
  ]);
});

test.each([
  ["1955年-1958年頃", ["1955~/1958~"]],
  ["昭和45年2月5日", ["1970-02-05"]],
  ["令和元年5月", ["2019-05"]],
  ["1965年又は1966年", ["1965", "1966"]],
  ["1984年から1986年までの間", ["1984/1986"]],
  ["1982、1983又は1984年生まれ", ["1982", "1983", "1984"]],
  ["おおよそ1976年", ["1976~"]],
  ["1941年8月20日生\nBorn at Pozarevac on 20 August 1941", ["1941-08-20"]],
  ["13633", ["1937-04-28"]],
  ["1970", ["1970"]],
  ["不明", []],
])("the dates of %s", (text, dates) => {
  expect(readJapaneseDates(text).map(({ values, edtf }) => edtf ?? values[0])).toEqual(dates);
});

test("a notice's day and its amendments", () => {
  expect(readNoticeDates("2002.4.20\n200812.19改訂\n2012.9.28改訂")).toEqual(["2002-04-20", "2012-09-28"]);
});

test.each([
  [
    "(a)フランク・カコレレ（FRANK KAKORERE）、(b)エーグル",
    ["フランク・カコレレ", "エーグル", "FRANK KAKORERE"],
  ],
  ["サーズマーネ; エー\nSazeman-e; AEOI ", ["サーズマーネ", "エー", "Sazeman-e", "AEOI"]],
  [
    "（別称、有限会社アジア海運会社及びAZSCO） \n(a.k.a. Azia Shipping Co, a.k.a. AZSCO）",
    ["有限会社アジア海運会社", "AZSCO", "Azia Shipping Co"],
  ],
  [
    "(a)アッラーフダード(b)シャヒドウラー\n (a.k.a.: (a)Allahdad (b)Shahidwror)",
    ["アッラーフダード", "シャヒドウラー", "Allahdad", "Shahidwror"],
  ],
  ["ムハンマド（Mohammad Al-Ghamari）（1984年生まれ）", ["ムハンマド", "Mohammad Al-Ghamari"]],
  ["不明", []],
])("the names of %s", (cell, names) => {
  expect(readJapaneseNames(cell).names).toEqual(names);
});

test.each([
  ["Rahim (Rakhim) Azimov", "Rahim Azimov", ["Rakhim Azimov"]],
  ["Viktor YANUKOVYCH(YANUKOVICH)", "Viktor YANUKOVYCH", ["Viktor YANUKOVICH"]],
  ["BUTEMBO AIRLINES（BAL）", "BUTEMBO AIRLINES", ["BAL"]],
  ["FAIZ\n(original script: فیض)", "FAIZ", ["فیض"]],
  ["AL-HARAMAYN FOUNDATION (TANZANIA)", "AL-HARAMAYN FOUNDATION TANZANIA", []],
  ["ヴァシル(ヴァシリー/ヴァシーリー)・ニキチン", "ヴァシル・ニキチン", ["ヴァシリー・ニキチン"]],
])("the main name %s", (cell, name, others) => {
  expect(readMainName(cell)).toEqual({ name, others });
});

test.each([
  ["北朝鮮平壌特別市中区域", "kp"],
  ["モスクワ（ロシア）", "ru"],
  ["コンゴ民主共和国ブカヴ（Bukavu）", "cd"],
  ["Maysat Square, Damascus, Syria", "sy"],
  ["Damascus", null],
])("the country of %s", (place, country) => {
  expect(countryOfPlace(place)).toBe(country);
});

test("nationalities are read in Japanese, and in both languages at once", () => {
  expect(readJapaneseCountries("（a）中央アフリカ共和国、\n（b）南スーダン共和国").codes).toEqual([
    "cf",
    "ss",
  ]);
  expect(readJapaneseCountries("エジプトEgypt").codes).toEqual(["eg"]);
});
