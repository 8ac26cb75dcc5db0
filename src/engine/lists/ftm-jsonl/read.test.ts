import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Fault } from "../../../fault.ts";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent, SourceFile } from "../reader.ts";
import { applyDelta, type DeltaOperation, readDelta } from "./delta.ts";
import { JSONL_LIMITS } from "./lines.ts";
import { ftmJsonl } from "./read.ts";

const CONTEXT = { prefix: "own", authority: "My bank", country: "kr" };
const load = (name: string): SourceFile => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))),
});
const entities = load("entities.ftm.json");
const delta = load("entities.delta.json");

readerContract(ftmJsonl, { files: [entities] });

async function read(...lines: readonly unknown[]): Promise<EditionContent> {
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  return ftmJsonl.read([{ name: "own.json", bytes: new TextEncoder().encode(text) }], CONTEXT);
}

const person = (id: string, properties: Readonly<Record<string, unknown>>): unknown => ({
  id,
  schema: "Person",
  properties,
});

test("entities keep their facts and edges under ids with the list's prefix, and the date is the newest seen", async () => {
  const content = await ftmJsonl.read([entities], CONTEXT);
  expect(content.date).toBe("2026-02-01");
  expect(content.report).toMatchObject({ rows: 8, targets: 3, rejected: [], unread: {} });
  const directorship = content.entities.find(({ schema }) => schema === "Directorship");
  expect(directorship?.properties).toMatchObject({
    director: ["own-ofac-24979"],
    organization: ["own-ofac-24977"],
  });
  const sanctions = content.entities.filter(({ schema }) => schema === "Sanction");
  expect(sanctions.map(({ properties }) => properties.listingDate?.[0] ?? properties.summary?.[0])).toEqual([
    "2018-09-13",
    "2018-09-13",
    "Listed under the topics role.pep",
  ]);
});

test("delta lines change what stood before them", async () => {
  const content = await ftmJsonl.read([entities, delta], CONTEXT);
  const find = (id: string): unknown => content.entities.find((entity) => entity.id === id)?.properties;
  expect(find("own-ofac-24979")).toMatchObject({ alias: ["정성화"] });
  expect(find("own-Q42")).toBeUndefined();
  expect(find("own-ofac-24978")).toMatchObject({ name: ["Volasys Silver Star"] });
  expect(content.date).toBe("2026-02-03");
});

test("a delta that does not fit is rejected with its line, not obeyed", async () => {
  const { report } = await read(
    person("a", { name: ["A"] }),
    { op: "DEL", entity: { id: "b" } },
    { op: "ADD", entity: person("a", { name: ["A2"] }) },
    { op: "MOD", entity: person("c", { name: ["C"] }) },
    { op: "PUT", entity: person("d", { name: ["D"] }) },
  );
  expect(report.rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
    "line 2: DEL of an entity that is not there",
    "line 3: ADD of an entity that is there already",
    "line 4: MOD of an entity that is not there",
    "line 5: unknown operation PUT",
  ]);
});

test("an own list without sanctions and topics lists every party in it", async () => {
  const content = await read(
    person("a", { name: ["Kim"] }),
    { id: "b", schema: "Address", properties: { full: ["Seoul"] } },
    { id: "c", schema: "CryptoWallet", properties: { publicKey: ["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"] } },
  );
  expect(content.report.targets).toBe(2);
  expect(content.date).toBeNull();
});

test("bad lines are rejected with their number and reason; what the model lacks is counted and kept as a note", async () => {
  const content = await read(
    person("a", { name: ["Kim"], shoeSize: ["43"], country: ["Atlantis"], sanctions: [{ no: "entity" }] }),
    "{broken",
    { id: "b", schema: "Goblin", properties: {} },
    { id: "", schema: "Person", properties: {} },
    person("a", { name: ["again"] }),
    "[]",
    `{"id":"deep","schema":"Person","properties":${"[".repeat(100)}${"]".repeat(100)}}`,
  );
  expect(content.report.rejected.map(({ where }) => where)).toEqual(
    [2, 3, 4, 5, 6, 7].map((n) => `line ${n}`),
  );
  expect(content.report.rejected.map(({ reason }) => reason.slice(0, 30))).toEqual([
    expect.stringMatching(/^not JSON/),
    "unknown schema Goblin",
    "the entity has no id",
    "id a is used by an earlier lin",
    "not an entity: no object",
    "brackets nested deeper than 32",
  ]);
  expect(content.report.unread).toMatchObject({ "Person.shoeSize": 1, "country Atlantis": 1 });
  expect(content.entities[0]?.properties.notes).toContain("shoeSize: 43");
});

test("entities nested in one another are read as entities of their own", async () => {
  const content = await read(
    person("a", {
      name: ["Kim"],
      sanctions: [{ id: "s", schema: "Sanction", properties: { entity: ["a"], program: ["X"] } }],
      addressEntity: [{ id: "d", schema: "Address", properties: { full: ["Yanji"] } }],
    }),
  );
  expect(content.entities.map(({ id, schema }) => `${schema} ${id}`)).toEqual([
    "Person own-a",
    "Sanction own-s",
    "Address own-d",
  ]);
  expect(content.entities[0]?.properties.addressEntity).toEqual(["own-d"]);
});

test("what this program writes, approximate dates included, it reads", async () => {
  const content = await read({
    ...(person("own-a", { name: ["Kim"], birthDate: ["1970"] }) as object),
    edtf: { birthDate: ["1970~"] },
  });
  expect(content.entities[0]).toMatchObject({ id: "own-a", edtf: { birthDate: ["1970~"] } });
});

test("a line without an end is refused before it is read", () => {
  const bytes = new Uint8Array(JSONL_LIMITS.lineBytesMax + 10).fill(0x61);
  expect(() => ftmJsonl.read([{ name: "long", bytes }], CONTEXT)).toThrow(Fault);
});

test("a delta file read by itself applies to entities held already", () => {
  const { operations, rejected } = readDelta(delta);
  expect(rejected).toEqual([]);
  expect(operations.map(({ op, entity }) => `${op} ${entity.id}`)).toEqual([
    "MOD ofac-24979",
    "DEL Q42",
    "ADD ofac-24978",
  ]);
});

test("applying the difference of two lists to the one gives the other", () => {
  type Item = { readonly id: string; readonly value: number };
  const list = fc
    .uniqueArray(fc.record({ id: fc.constantFrom(..."abcdefgh"), value: fc.nat(2) }), {
      selector: ({ id }) => id,
    })
    .map((items): readonly Item[] => items);
  fc.assert(
    fc.property(list, list, (before, after) => {
      const old = new Map(before.map((item) => [item.id, item]));
      const changes: DeltaOperation<Item>[] = before
        .filter(({ id }) => !after.some((item) => item.id === id))
        .map((entity) => ({ op: "DEL", entity: { id: entity.id } }));
      for (const entity of after) {
        const stood = old.get(entity.id);
        if (stood === undefined) changes.push({ op: "ADD", entity });
        else if (stood.value !== entity.value) changes.push({ op: "MOD", entity });
      }
      const result = applyDelta(before, changes);
      expect(result.unmatched).toEqual([]);
      const sorted = (items: readonly Item[]): readonly Item[] =>
        items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(sorted(result.entities)).toEqual(sorted(after));
    }),
  );
  expect(applyDelta([{ id: "a" }], [{ op: "DEL", entity: { id: "b" } }]).unmatched).toEqual(["DEL b"]);
});
