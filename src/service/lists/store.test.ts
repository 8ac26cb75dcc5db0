import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../engine/digest.ts";
import { FORMATS, readerOf, recognize } from "../../engine/lists/formats.ts";
import { DEFAULT_POLICY } from "../../engine/match/policy.ts";
import { compileSnapshot } from "../../engine/snapshot/compile.ts";
import { listingStateOn } from "../../engine/snapshot/listing-state.ts";
import type { Snapshot } from "../../engine/snapshot/snapshot.ts";
import { must } from "../../fault.ts";
import { programFolder } from "../../platform/paths.ts";
import { readCatalogue, readDesignations } from "./catalogue.ts";
import { diffEditions, summarizeLists } from "./editions.ts";
import { heldEditions, keepEdition, readFiles } from "./held-editions.ts";
import { type OpenedSnapshot, openBundledSnapshot, openSnapshot, readEditions } from "./store.ts";

const folder = mkdtempSync(join(tmpdir(), "sluice-store-"));
const home = join(folder, "home");
const OWN = join(folder, "watch.csv");
const options = { home, folder, bundledOnly: true };
let snapshot: Snapshot;
let small: OpenedSnapshot;

/** A program folder that holds one small list. */
function writeCatalogue(): void {
  const { lists } = JSON.parse(readFileSync(join(programFolder(), "data/lists.json"), "utf8"));
  const list = lists.find(({ id }: { id: string }) => id === "us-ofac-cons");
  mkdirSync(join(folder, "data/editions"), { recursive: true });
  writeFileSync(join(folder, "data/lists.json"), JSON.stringify({ lists: [list] }));
  writeFileSync(
    join(folder, "data/designations.json"),
    JSON.stringify({ sources: {}, tables: [], designations: [] }),
  );
  cpSync(join(programFolder(), "data/editions/us-ofac-cons"), join(folder, "data/editions/us-ofac-cons"), {
    recursive: true,
  });
  writeFileSync(OWN, "name,alias,country\nTeam Eunsong,\uC740\uC131,KP\nMy Other Company,,CN\n");
}

beforeAll(async () => {
  writeCatalogue();
  small = await openSnapshot(options);
  snapshot = await openBundledSnapshot({ bundledOnly: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the bundled editions", () => {
  it("are each read by the reader that the catalogue names, whose form they have", async () => {
    for (const held of heldEditions(null)) {
      expect(readerOf(held.format), held.format).not.toBeNull();
      expect(recognize(await readFiles(held))?.format, `${held.list.id} ${held.date}`).toBe(held.format);
    }
    expect(new Set(FORMATS.map(({ format }) => format)).size).toBe(FORMATS.length);
  });

  it("hold as many parties as the catalogue says", () => {
    for (const list of readCatalogue()) {
      const compiled = snapshot.lists.find(({ id }) => id === list.id);
      expect(
        compiled?.editions.map(({ date, targets }) => [date, targets]),
        list.id,
      ).toEqual(list.editions.map(({ date, targets }) => [date, targets]));
    }
  });

  it("compile to the same bytes in whatever order they are read", async () => {
    const wanted = ["un-sc", "un-1718-vessels", "us-ofac-cons", "us-ofac-irgc-extract"];
    const { inputs } = await readEditions(heldEditions(null).filter(({ list }) => wanted.includes(list.id)));
    const hash = (bytes: Uint8Array): string => sha256(bytes);
    expect(hash(compileSnapshot(inputs.toReversed()))).toBe(hash(compileSnapshot(inputs)));
  });

  it("are updated in a format that Sluice reads", () => {
    for (const { id, update } of readCatalogue()) {
      if (update !== null) expect(readerOf(update.format), id).not.toBeNull();
    }
  });

  it("have the cited days of listing on the parties cited", () => {
    const cited = readDesignations().filter(({ name }) => name !== null);
    expect(cited.length).toBeGreaterThan(10);
    for (const { entry, listedOn, source } of cited) {
      const listings = snapshot.listings(snapshot.find(`us-ofac-${entry}`));
      const listing = must(
        listings.find(({ list }) => list === "us-ofac-sdn"),
        `${entry} is listed`,
      );
      expect([listing.listedOn, listing.listedOnSource]).toEqual([listedOn, source]);
    }
  });

  it("list China Silver Star from 13 September 2018", () => {
    const list = must(
      snapshot.lists.find(({ id }) => id === "us-ofac-sdn"),
      "the list is bundled",
    );
    const [listing] = snapshot.listings(snapshot.find("us-ofac-24977"));
    const state = (day: string): string => listingStateOn(must(listing, "it is listed"), list, day);
    expect(["2018-09-12", "2018-09-13", "2024-05-03"].map(state)).toEqual([
      "not-yet-listed",
      "listed",
      "listed",
    ]);
  });
});

describe("the store", () => {
  it("loads what it compiled once", async () => {
    expect(small.how).toBe("compiled");
    const again = await openSnapshot(options);
    expect([again.how, again.snapshot.hash]).toEqual(["loaded", small.snapshot.hash]);
    expect(again.file.endsWith(`${again.snapshot.hash}.snapshot`)).toBe(true);
    expect(again.problems).toEqual([]);
  });

  it("compiles a damaged file anew, to the same bytes, in several processes at once", async () => {
    const bytes = readFileSync(small.file);
    const damaged = Buffer.from(bytes);
    damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 1;
    writeFileSync(small.file, damaged);
    const code = `import { openSnapshot } from ${JSON.stringify(join(import.meta.dirname, "store.ts"))};
      const { how, snapshot } = await openSnapshot(${JSON.stringify(options)});
      console.log(how, snapshot.hash);`;
    const run = () => promisify(execFile)(process.execPath, ["--input-type=module-typescript", "-e", code]);
    for (const { stdout } of await Promise.all([run(), run(), run()]))
      expect(stdout).toMatch(new RegExp(`^(compiled|loaded) ${small.snapshot.hash}\n$`));
    expect(readFileSync(small.file).equals(bytes)).toBe(true);
    expect(readdirSync(join(home, "snapshots")).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });

  it("compiles an own list beside the publishers'", async () => {
    const own = [{ id: "mine", path: OWN, date: "2026-01-01", kind: "watch" as const }];
    const with2 = (await openSnapshot({ ...options, own })).snapshot;
    expect(with2.targets).toBe(small.snapshot.targets + 2);
    const [match] = with2.index.match(
      { schema: "LegalEntity", properties: { name: ["은성"] } },
      DEFAULT_POLICY,
    );
    expect(match?.caption).toBe("Team Eunsong");
    expect(with2.listings(with2.find(match?.id ?? "")).map(({ list }) => list)).toEqual(["mine"]);
  });

  it("refuses an own list that is none", async () => {
    const own = (id: string, path: string) =>
      openSnapshot({ ...options, own: [{ id, path, date: "2026-01-01" }] });
    await expect(own("mine", join(folder, "none.csv"))).rejects.toThrow("none.csv");
    await expect(own("Not An Id", OWN)).rejects.toThrow("is not an id");
  });

  it("leaves out an updated edition that is damaged, and says so", async () => {
    const bytes = new TextEncoder().encode("<html>");
    const name = "consolidated.xml";
    const edition = {
      list: "us-ofac-cons",
      date: "2026-01-01",
      format: "ofac-sdn-xml",
      fetchedAt: "2026-01-01T00:00:00Z",
      targets: 443,
      files: [{ name, url: "https://publisher.example/", sha256: sha256(bytes) }],
    };
    keepEdition(home, edition, [{ name, bytes }]);
    for (const how of ["compiled", "loaded"]) {
      const opened = await openSnapshot({ ...options, bundledOnly: false });
      expect(opened.how).toBe(how);
      expect(opened.snapshot.hash).toBe(small.snapshot.hash);
      expect(opened.problems.map(({ message }) => message)).toEqual([expect.stringContaining(name)]);
    }
  });
});

describe("lists as people see them", () => {
  it("are shown with the newest edition's age", () => {
    const sdn = summarizeLists(snapshot, new Date("2024-05-13T23:00:00Z")).find(
      ({ id }) => id === "us-ofac-sdn",
    );
    expect(sdn?.editions.map(({ date, ageDays, targets }) => [date, ageDays, targets])).toEqual([
      ["2024-05-03", 10, 14_965],
      ["2022-12-28", 502, 11_430],
      ["2021-08-24", 993, 9124],
    ]);
  });

  it("differ by who came, who left, and which fact changed", async () => {
    const { delta } = await diffEditions("un-sc@2018-10-29", "un-sc", { home });
    expect(delta.added.length - delta.removed.length).toBe(1003 - 1093);
    expect(delta.changed.length).toBeGreaterThan(100);
    expect(delta.changed.every(({ facts }) => facts.length > 0)).toBe(true);
    await expect(diffEditions("un-sc@1999-01-01", "un-sc", { home })).rejects.toThrow(
      "2018-10-29, 2026-02-27",
    );
    await expect(diffEditions("a", "b", { home })).rejects.toThrow("<list>@<date>");
  });
});
