import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Fault } from "../../../fault.ts";
import type { Entity } from "../../entity/entity.ts";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent, SourceFile } from "../reader.ts";
import { un1718Vessels } from "./read.ts";
import { splitNumbered } from "./vessel.ts";

const CONTEXT = { prefix: "un-1718", authority: "United Nations Security Council", country: "un" };
const FILE: SourceFile = {
  name: "1718_designated_vessels.html",
  bytes: new Uint8Array(readFileSync(new URL("fixtures/1718_2020-06-04_cut.html", import.meta.url))),
};

readerContract(un1718Vessels, { files: [FILE], rowPerTarget: true });

function find(content: EditionContent, id: string): Entity {
  const entity = content.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) throw new Error(`no ${id}`);
  return entity;
}

async function readChanged(change: (html: string) => string): Promise<EditionContent> {
  const html = change(new TextDecoder().decode(FILE.bytes));
  return un1718Vessels.read([{ name: FILE.name, bytes: new TextEncoder().encode(html) }], CONTEXT);
}

test("the first thirteen vessels of the page are read whole", async () => {
  const content = await un1718Vessels.read([FILE], CONTEXT);
  expect(content.date).toBe("2020-06-04");
  expect(content.report).toMatchObject({ rows: 13, targets: 13, rejected: [], unread: {} });
  expect(find(content, "un-1718-IMO8909575").properties).toMatchObject({
    name: ["Blue Nouvelle"],
    alias: ["Greenlight", "Chong Bong"],
    mmsi: ["529734000", "515721000", "445114000", "445528000"],
    flag: ["ki", "kh", "kp"],
    callSign: ["T3NM2", "XUJX6", "HMXW"],
    type: ["General Cargo Ship"],
  });
  expect(find(content, "un-1718-IMO8909575-sanction-21-Jun-17").properties.recordId).toEqual(["4"]);
});

test("measures are told by the heading of their column, with the paragraph cited", async () => {
  const content = await un1718Vessels.read([FILE], CONTEXT);
  expect(find(content, "un-1718-IMO7303803-sanction-30-Mar-18").properties).toMatchObject({
    programId: ["UN-SC1718"],
    listingDate: ["2018-03-30"],
    provisions: [
      "Asset freeze: Paragraph 12 (d) of resolution 2321 (2016)",
      "Port ban: Paragraph 6 of resolution 2371 (2017) and paragraph 6 of resolution 2375 (2017)",
    ],
  });
});

test("a vessel designated on two days has a sanction for each", async () => {
  const content = await un1718Vessels.read([FILE], CONTEXT);
  expect(find(content, "un-1718-IMO8628597-sanction-03-Oct-17").properties.listingDate).toEqual([
    "2017-10-03",
  ]);
  expect(find(content, "un-1718-IMO8628597-sanction-30-Mar-18").properties.provisions).toEqual([
    "De-flagging: Paragraph 12 (a) of resolution 2321 (2016)",
  ]);
});

test("the company that a vessel is a resource of is linked, with its own reference on the Council's list", async () => {
  const content = await un1718Vessels.read([FILE], CONTEXT);
  expect(find(content, "un-1718-IMO9066540-controller-KPe.058").properties).toMatchObject({
    name: ["Hapjanggang Shipping Corp"],
    notes: ["Listed by the Security Council as KPe.058"],
  });
});

test("an IMO number that fails its check digit is kept as stated and counted", async () => {
  const content = await readChanged((html) => html.replace("7303803", "7303804"));
  expect(content.report.unread).toEqual({ "IMO number that fails its check digit": 1 });
  expect(find(content, "un-1718-IMO7303804").properties.notes).toContain("IMO number as stated: 7303804");
});

test("a vessel whose name is lost is rejected, and one that is lost whole is reported by its number", async () => {
  const nameless = await readChanged((html) =>
    html.replace("ASIA BRIDGE 1", "").replace(/1:(?=[^1]*8916580)/u, ""),
  );
  expect(nameless.report.rejected.map(({ reason }) => reason)).toEqual(["the vessel has no name"]);
  const whole = await readChanged((html) => {
    const rows = html.split(/(?=<tr\b)/u);
    return rows.filter((_, at) => at !== 6 && at !== 7).join("");
  });
  expect(whole.report.rejected.map(({ where }) => where)).toEqual(["number 2"]);
});

test("another page, and a table without the known columns, are refused", async () => {
  const columns = readChanged((html) => html.replace("2321", "2999"));
  await expect(columns).rejects.toBeInstanceOf(Fault);
  await expect(columns).rejects.toThrow(/5 columns of measures/u);
  await expect(readChanged(() => "<html><body>Service unavailable</body></html>")).rejects.toThrow(
    /not headed/u,
  );
});

test.each([
  ["1: Hyok Sin 2 2: Ji Hye San 3: Ri Won 105", ["Hyok Sin 2", "Ji Hye San", "Ri Won 105"]],
  ["1. Kiribati 2: Cambodia", ["Kiribati", "Cambodia"]],
  ["1:445498000", ["445498000"]],
  ["General Cargo Ship", ["General Cargo Ship"]],
])("the items of %s", (text, items) => {
  expect(splitNumbered(text)).toEqual(items);
});
