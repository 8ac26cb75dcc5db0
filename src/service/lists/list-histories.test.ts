import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ListHistory } from "../../engine/snapshot/list-history.ts";
import type { ListRecord } from "../../engine/snapshot/snapshot.ts";
import { must } from "../../fault.ts";
import { listSourceOf } from "./catalogue.ts";
import { changedEntries, entryChanges } from "./entry-changes.ts";
import { heldEditions } from "./held-editions.ts";
import { keptHistories } from "./list-histories.ts";

/** Editions of the largest list are read whole: ten seconds, and many times that beside other work. */
const BUSY = { timeout: 300_000 };
const [OLD, NEW] = ["2018-10-29", "2026-02-27"] as const;
let home: string;
let list: ListRecord;
let history: ListHistory;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "sluice-histories-"));
  list = recordOf("un-sc");
  history = await keptHistories({ home }).of(list);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A list of the catalogue as a snapshot records it, without compiling one. */
function recordOf(id: string): ListRecord {
  const held = heldEditions(null).filter((edition) => edition.list.id === id);
  const { prefix: _, ...described } = listSourceOf(must(held[0], `${id} is bundled`).list);
  const editions = held.map(({ date, format, files, targets, notes }) => ({
    date,
    format,
    files: files.map(({ name, sha256, url }) => ({ name, sha256, url })),
    targets: targets ?? 0,
    rejected: 0,
    notes,
  }));
  return { ...described, editions };
}

describe("the history of the UN list", () => {
  it("says of a listed party which edition states which fact", () => {
    // The list of 2026 has another address and no telephone of this bank.
    const party = history.entry(history.find("un-sc-KPe.013"));
    expect(party.editions).toEqual([OLD, NEW]);
    const of = (editions: readonly string[]) =>
      party.values.filter((value) => value.editions.join() === editions.join()).map(({ fact }) => fact);
    expect(of([OLD, NEW])).toContain("name");
    expect(new Set(party.values.flatMap(({ editions }) => editions))).toEqual(new Set([OLD, NEW]));
  });

  it("tells what changed within the entries that both editions hold, each with the values of both", async () => {
    const changes = await entryChanges(history, OLD, NEW);
    const all = changedEntries(history, changes, { after: -1, limit: 5_000, kind: null });
    expect(all).toHaveLength(changes.places.length);
    expect(all.length).toBeGreaterThan(500);
    for (const { place, changes: facts } of all) {
      const [before, after] = [history.factsIn(place, OLD) ?? {}, history.factsIn(place, NEW) ?? {}];
      for (const { fact, gained, lost } of facts) {
        const expected = [...(before[fact] ?? []).filter((value) => !lost.includes(value)), ...gained];
        expect(expected.toSorted()).toEqual((after[fact] ?? []).toSorted());
      }
    }
    const births = changedEntries(history, changes, { after: -1, limit: 5_000, kind: "birth" });
    expect(births.length).toBe(changes.counts.find(({ kind }) => kind === "birth")?.entries);
    expect(new Set(births.flatMap(({ changes: facts }) => facts.map(({ kind }) => kind)))).toEqual(
      new Set(["birth"]),
    );
  });

  it("is paged through without a gap or an entry twice", async () => {
    const changes = await entryChanges(history, OLD, NEW);
    const seen: number[] = [];
    for (let after = -1; ; ) {
      const page = changedEntries(history, changes, { after, limit: 100, kind: "alias" });
      seen.push(...page.slice(0, 100).map(({ place }) => place));
      if (page.length <= 100) break;
      after = must(seen.at(-1), "a full page has a last");
    }
    expect(seen).toHaveLength(changes.counts.find(({ kind }) => kind === "alias")?.entries ?? 0);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("is kept: another process reads the file, and a damaged file is made again", BUSY, async () => {
    const [file] = readdirSync(join(home, "histories"));
    const again = await keptHistories({ home }).of(list);
    expect(again.hash).toBe(history.hash);
    writeFileSync(join(home, "histories", must(file, "one history is kept")), "half a file");
    expect((await keptHistories({ home }).of(list)).hash).toBe(history.hash);
    expect(readdirSync(join(home, "histories"))).toEqual([file]);
  });

  it("is refused where an edition's files are not held any more", async () => {
    const [first, ...others] = list.editions;
    const files = [{ name: "consolidated.xml", sha256: "0".repeat(64), url: null }];
    const pruned = { ...list, editions: [{ ...must(first, "two editions"), files }, ...others] };
    await expect(keptHistories({ home }).of(pruned)).rejects.toThrow("not held any more");
  });
});

describe("editions read from different tables", () => {
  it("are not told apart by what one of them does not hold", BUSY, async () => {
    const sdn = { ...recordOf("us-ofac-sdn") };
    const two = { ...sdn, editions: sdn.editions.slice(-2) };
    const ofac = await keptHistories({ home }).of(two);
    const [from, to] = ofac.dates as [string, string];
    const changes = await entryChanges(ofac, from, to);
    // The tables of aliases and addresses are not held for 2022.
    expect(changes.notCompared.map(({ fact }) => fact).sort()).toEqual([
      "address",
      "alias",
      "country",
      "previousName",
    ]);
    expect(changes.places.length).toBeLessThan(400);
    expect(changes.counts.map(({ kind }) => kind)).toContain("programme");
  });
});
