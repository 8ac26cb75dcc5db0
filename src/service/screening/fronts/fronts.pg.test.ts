import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Properties } from "../../../engine/entity/entity.ts";
import { listedFacts } from "../../../engine/network/fronts/listed-facts.ts";
import { nearestListed } from "../../../engine/network/fronts/nearest-listed.ts";
import { screen } from "../../../engine/screen.ts";
import { atDesk } from "../desk.ts";
import { listedPerson, type TestDesk, testDesk } from "../fixtures/test-desk.ts";
import { readSubject, upsertSubject } from "../subjects/subject-store.ts";
import { neighborsOf } from "./neighbors.ts";
import { namesakePairs } from "./same-party-pairs.ts";
import { addSamePartyDecision, decisionsAmong, standingDecisions } from "./same-party-store.ts";

const HOUSE = "No. 20998B-26, Changbai Shan Dong Lu, Yanji City, Jilin 133000, China";
const FRONT = listedPerson("1", "Qarbon Zelmira", {
  address: ["20998B-26 Changbaishan East Road, Yanji, Jilin, China"],
});
const BY = { kind: "person", id: "usr_1", name: "Ann" } as const;

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk([FRONT]);
});
afterAll(() => desk.close());

async function bring(
  organizationId: string,
  ref: string,
  properties: Properties,
  schema = "Company",
): Promise<string> {
  return atDesk(desk, organizationId, async (trx, at) => {
    const input = { id: null, ref, schema, properties, businessLine: null };
    return (await upsertSubject(trx, input, { organizationId, by: BY, at, source: "api" })).id;
  });
}

async function fronts(organizationId: string, id: string) {
  return atDesk(desk, organizationId, async (trx) => {
    const { book, whole } = await neighborsOf(trx, id);
    const { snapshot } = desk.gate.current();
    const policy = { name: "test", threshold: 0.7, limit: 10, lists: null };
    const search = nearestListed(
      {
        snapshot,
        lists: null,
        screen: (party, day) => screen(snapshot, party, policy, day),
        listed: listedFacts(snapshot),
        book,
      },
      id,
      "2026-01-02",
    );
    return { ...search, whole, records: book.size };
  });
}

describe("the records around a subject", () => {
  it("lead over a telephone number and a house to the listed, and not into another organisation", async () => {
    const first = await bring("org_1", "a", { name: ["Pebble One"], phone: ["+86 433 255 0001"] });
    await bring("org_1", "b", { name: ["Pebble Two"], phone: ["0086 433 2550001"], address: [HOUSE] });
    await bring("org_2", "c", { name: ["Pebble Three"], phone: ["+86 433 255 0001"] });
    const found = await fronts("org_1", first);
    expect(found.links.map(({ target }) => target.id)).toEqual(["us-ofac-1"]);
    expect(found.links[0]?.paths[0]?.steps.map(({ tie }) => tie)).toEqual(["phone", "address"]);
    expect(found).toMatchObject({ whole: true, records: 2 });
  });

  it("are not joined by a fact that more than fifty have, and say how many", async () => {
    const [first = ""] = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        bring("org_3", `h${at}`, {
          name: [`Pebble ${at}`],
          phone: ["+1 555 010 2030"],
          ...(at === 7 ? { address: [HOUSE] } : {}),
        }),
      ),
    );
    const found = await fronts("org_3", first);
    expect(found.links).toEqual([]);
    expect(found.records).toBe(1);
  });

  it("are found as well where the facts were never written down", async () => {
    const first = await bring("org_4", "a", { name: ["Pebble One"], email: ["x@pebble.example"] });
    await bring("org_4", "b", { name: ["Pebble Two"], email: ["y@pebble.example"], address: [HOUSE] });
    await atDesk(desk, "org_4", (trx) => trx.updateTable("subjects").set({ fact_keys: null }).execute());
    expect((await fronts("org_4", first)).links[0]?.paths[0]?.steps.map(({ tie }) => tie)).toEqual([
      "domain",
      "address",
    ]);
  });
});

describe("two subjects that may be one party", () => {
  it("are proposed by a fact or a name in common", async () => {
    const a = await bring("org_5", "a", { name: ["Ri Kwang-il"] }, "Person");
    const b = await bring("org_5", "b", { name: ["Kwang Il Ri"] }, "Person");
    await bring("org_5", "c", { name: ["Maria Novak"] }, "Person");
    const pairs = await atDesk(desk, "org_5", (trx) => namesakePairs(trx, null));
    expect(pairs).toEqual({ ids: [a, b].sort(), whole: true });
  });

  it("are decided by a person until the facts of either change, and a later decision stands", async () => {
    const a = await bring("org_6", "a", { name: ["Ri Kwang-il"], phone: ["+86 433 255 0001"] }, "Person");
    const b = await bring("org_6", "b", { name: ["Li Guangri"], phone: ["+86 433 255 0001"] }, "Person");
    const standing = () =>
      atDesk(desk, "org_6", async (trx) => {
        const subjects = new Map([
          [a, await readSubject(trx, a)],
          [b, await readSubject(trx, b)],
        ]);
        return standingDecisions(await decisionsAmong(trx, [a, b]), subjects).map(({ same }) => same);
      });
    const decide = (same: boolean) =>
      atDesk(desk, "org_6", async (trx, at) => {
        const subjects = [await readSubject(trx, b), await readSubject(trx, a)] as const;
        await addSamePartyDecision(trx, {
          organizationId: "org_6",
          subjects,
          same,
          reason: "Looked at both.",
          by: BY,
          at,
        });
      });
    await decide(false);
    desk.setNow("2026-01-02T11:00:00Z");
    await decide(true);
    expect(await standing()).toEqual([true]);
    await bring("org_6", "a", { name: ["Ri Kwang-il"], phone: ["+86 433 255 9999"] }, "Person");
    expect(await standing()).toEqual([]);
  });
});
