import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { openBundledSnapshot } from "../../../service/lists/store.ts";
import { DEFAULT_POLICY } from "../../match/policy.ts";
import { screen } from "../../screen.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import { recordsOf } from "../ownership/read-source.ts";
import { frontFlags } from "./front-flag.ts";
import { bundledFrontRules } from "./front-rule.ts";
import { type ListedFacts, listedFacts } from "./listed-facts.ts";
import { type FrontSearch, type FrontWorld, nearestListed } from "./nearest-listed.ts";
import { RecordBook } from "./record-book.ts";
import { recordComparer } from "./record-comparer.ts";
import { samePartyProposals } from "./same-party.ts";
import { sayPath } from "./say-path.ts";

let snapshot: Snapshot;
let listed: ListedFacts;

beforeAll(async () => {
  snapshot = await openBundledSnapshot();
  listed = listedFacts(snapshot);
});

type Row = {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
};

function bookOf(rows: readonly Row[]): RecordBook {
  const book = new RecordBook();
  book.addRecords(rows.map((value, at) => ({ where: `row ${at + 1}`, value })));
  return book.finish();
}
const worldOf = (book: RecordBook): FrontWorld => ({
  snapshot,
  lists: null,
  screen: (party, day) => screen(snapshot, party, DEFAULT_POLICY, day),
  listed,
  book,
});
const search = (rows: readonly Row[], party: string, day = "2024-06-01"): FrontSearch =>
  nearestListed(worldOf(bookOf(rows)), party, day);
const targets = ({ links }: FrontSearch): readonly string[] => links.map(({ target }) => target.id);

const company = (id: string, properties: Row["properties"]): Row => ({
  id,
  schema: "Company",
  properties: { name: [`Nameless Pebble ${id}`], jurisdiction: ["cn"], ...properties },
});
const person = (id: string, properties: Row["properties"]): Row => ({ id, schema: "Person", properties });

const SILVERSTAR = "us-ofac-24977";
const FRONT_ADDRESS = "吉林省延吉市长白山东路20998B-26号";

describe("the front of September 2018", () => {
  const file = join(import.meta.dirname, "../../../../examples/2018-silverstar/registry.ftm.jsonl");
  const story = () => {
    const book = new RecordBook();
    book.addRecords(recordsOf({ name: "registry.ftm.jsonl", bytes: readFileSync(file) }));
    return worldOf(book.finish());
  };
  const flagsOf = (party: string, day: string) => {
    const world = story();
    const found = nearestListed(world, party, day);
    return { found, flags: frontFlags({ world, party, day, search: found }) };
  };

  it("is found by its address in another transliteration and by its founder", () => {
    const { found, flags } = flagsOf("harbor", "2018-09-14");
    expect(targets(found)).toEqual(expect.arrayContaining([SILVERSTAR, "us-ofac-24979"]));
    const front = found.links.find(({ target }) => target.id === SILVERSTAR);
    expect(front?.paths.map(({ steps }) => steps.map(({ tie }) => tie))).toEqual([
      ["address"],
      ["domain", "phone", "employee", "name"],
    ]);
    expect(flags.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["RF-140", "RF-142"]));
  });

  it("leads from the sister in Vladivostok over its founder to his employer, by a name in common", () => {
    const { found, flags } = flagsOf("vostok", "2018-09-14");
    expect(targets(found)).toEqual(expect.arrayContaining([SILVERSTAR, "us-ofac-24978"]));
    const sister = flags.find(({ rule }) => rule === "RF-141");
    expect(sister?.evidence.map(({ en }) => en).join(" ")).toMatch(
      /founded by Ri Kwang-il.*works for China Silver Star/,
    );
    expect(sister?.evidence.every(({ ko }) => /\p{Script=Hangul}/u.test(ko))).toBe(true);
  });

  it("leads on the day before to parties that are not yet listed, and raises no shared fact with them", () => {
    const { found, flags } = flagsOf("harbor", "2018-09-12");
    expect(found.links.find(({ target }) => target.id === SILVERSTAR)?.state).toBe("not-yet-listed");
    expect(flags).toEqual([]);
  });

  it("does not reach a stranger of the same town", () => {
    expect(flagsOf("stranger", "2018-09-14")).toEqual({
      found: { links: [], passedOver: [], cut: false },
      flags: [],
    });
  });

  it("says a path step by step in both languages", () => {
    const [path] = flagsOf("harbor", "2018-09-14").found.links[0]?.paths ?? [];
    expect(path === undefined ? "" : sayPath(path, "en")).toMatch(
      /has the address of YANBIAN SILVERSTAR .* ≈ /,
    );
    expect(path === undefined ? "" : sayPath(path, "ko")).toMatch(/같은 주소/);
  });
});

describe("paths to the listed", () => {
  it("are none for a thousand companies of Yanji and Vladivostok that share only the town", () => {
    const streets = [
      "Mulberry Court Road",
      "Heron Pond Street",
      "Gingko Lane",
      "Old Ropewalk Street",
      "Lighthouse Hill Street",
    ];
    const words = [
      "Maple",
      "Lantern",
      "Harvest",
      "Kestrel",
      "Willow",
      "Amber",
      "Summit",
      "Cobalt",
      "Orchard",
      "Meridian",
    ];
    const rows = Array.from({ length: 1_000 }, (_, at) => {
      const town = at % 5 < 3 ? "Yanji, Jilin 133000, China" : "Vladivostok, Russia";
      const name = `${words[at % 10]} ${words[(at * 7 + 3) % 10]} ${at} Software`;
      return company(`c${at}`, {
        name: [name],
        address: [`${1 + ((at * 37) % 400)} ${streets[at % 5]}, ${town}`],
      });
    });
    const world = worldOf(bookOf(rows));
    const found = rows.filter(({ id }) => nearestListed(world, id, "2024-06-01").links.length > 0);
    expect(found.map(({ id }) => id)).toEqual([]);
  });

  it("are weaker the more have the fact, and none where an agent's address has thousands", () => {
    const at = (others: number): readonly Row[] =>
      Array.from({ length: others + 1 }, (_, index) => company(`c${index}`, { address: [FRONT_ADDRESS] }));
    const strength = (others: number) =>
      search(at(others), "c0").links.find(({ target }) => target.id === SILVERSTAR)?.paths[0]?.strength ?? 0;
    expect(strength(0)).toBeGreaterThan(strength(5));
    expect(strength(5)).toBeGreaterThan(strength(30));
    const agent = search(at(4_000), "c0");
    expect(agent.links).toEqual([]);
    expect(agent.passedOver).toEqual([{ party: "c0", fact: `address ${FRONT_ADDRESS}`, sharers: 4_002 }]);
  });

  it("fade with the years since a relation ended or a record was seen", () => {
    const rows = (end: readonly string[]): readonly Row[] => [
      company("c", {}),
      person("p", { name: ["JONG, Song Hwa"], birthDate: ["1970-02-05"] }),
      {
        id: "d",
        schema: "Directorship",
        properties: { director: ["p"], organization: ["c"], startDate: ["2010"], endDate: end },
      },
    ];
    const strength = (end: readonly string[]) => search(rows(end), "c").links[0]?.paths[0]?.strength ?? 0;
    expect(strength([])).toBeGreaterThan(strength(["2022-01-01"]));
    expect(strength(["2022-01-01"])).toBeGreaterThan(strength(["2014-01-01"]));
    const later = rows([]).map((row) =>
      row.id === "d" ? { ...row, properties: { ...row.properties, startDate: ["2030"] } } : row,
    );
    expect(search(later, "c").links).toEqual([]);
  });

  it("do not go through a free mailbox's host, and do through a company's own", () => {
    const rows = (host: string): readonly Row[] => [
      company("a", { email: [`office@${host}`] }),
      company("b", { email: [`sales@${host}`], address: [FRONT_ADDRESS] }),
    ];
    expect(targets(search(rows("mail.yandex.ru"), "a"))).toEqual([]);
    expect(targets(search(rows("pebble.example"), "a"))).toEqual([SILVERSTAR]);
  });

  it("are the same in whatever order the records come, and end in a circle", () => {
    const rows: readonly Row[] = [
      company("a", { phone: ["+86 433 255 0001"] }),
      company("b", { phone: ["0086 433 2550001"], address: [FRONT_ADDRESS] }),
      person("p", { name: ["Ada Quill"], passportNumber: ["XK-998877"] }),
      person("q", { name: ["Ada Quille"], passportNumber: ["XK998877"] }),
      { id: "1", schema: "Directorship", properties: { director: ["p"], organization: ["a"] } },
      { id: "2", schema: "Ownership", properties: { owner: ["a"], asset: ["b"] } },
      { id: "3", schema: "Ownership", properties: { owner: ["b"], asset: ["a"] } },
      { id: "4", schema: "Directorship", properties: { director: ["q"], organization: ["b"] } },
    ];
    const expected = search(rows, "p");
    expect(targets(expected)).toEqual([SILVERSTAR]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length }), (shuffled) => {
        const found = search(shuffled, "p");
        expect(targets(found)).toEqual(targets(expected));
        expect(found.links[0]?.strength).toBeCloseTo(expected.links[0]?.strength ?? 0, 12);
      }),
      { numRuns: 20 },
    );
  });

  it("are not made by what the records state wrongly: unknown ids, oneself, dates that end before they start", () => {
    const book = bookOf([
      company("a", {}),
      { id: "x", schema: "Ownership", properties: { owner: ["nobody"], asset: ["a"] } },
      { id: "y", schema: "Ownership", properties: { owner: ["a"], asset: ["a"] } },
      person("p", { name: ["Ada Quill"] }),
      {
        id: "z",
        schema: "Directorship",
        properties: { director: ["p"], organization: ["a"], startDate: ["2020"], endDate: ["2010"] },
      },
      { id: "w", schema: "Nonsense", properties: {} },
    ]);
    expect(book.problemCount).toBe(4);
    expect(book.problems.map(({ words }) => words).join("; ")).toMatch(
      /unknown schema Nonsense.*names nobody, which is nowhere.*to itself.*contradict/,
    );
    expect(nearestListed(worldOf(book), "nobody", "2024-06-01")).toEqual({
      links: [],
      passedOver: [],
      cut: false,
    });
  });
});

describe("records of one party", () => {
  it("are proposed with what speaks for it and against it, and never for a common name alone with other facts", () => {
    const book = bookOf([
      person("account-1", { name: ["Ri Kwang-il"], phone: ["+86 433 255 0199"], birthDate: ["1984-03-02"] }),
      person("account-2", { name: ["Li Guangri"], phone: ["0086-433-2550199"] }),
      person("account-3", { name: ["Maria Novak"], birthDate: ["1990-01-01"] }),
      person("account-4", { name: ["Maria Novak"], birthDate: ["1961-07-09"] }),
      company("account-5", { name: ["Ri Kwang-il"], phone: ["+86 433 255 0199"] }),
    ]);
    const { proposals, cut } = samePartyProposals(book, recordComparer(snapshot.index));
    expect(cut).toBe(false);
    expect(proposals.map(({ a, b }) => [a, b])).toEqual([["account-1", "account-2"]]);
    expect(proposals[0]?.shared).toEqual([
      { fact: "phone", a: "+86 433 255 0199", b: "0086-433-2550199", sharers: 3 },
    ]);
    expect(proposals[0]?.features.length).toBeGreaterThan(0);
  });
});

describe("the rules on fronts", () => {
  it("are dated, cited and said in both languages", () => {
    for (const rule of bundledFrontRules()) {
      expect(rule.source).not.toBe("");
      expect(/\p{Script=Hangul}/u.test(rule.title.ko + rule.innocent.ko)).toBe(true);
    }
  });

  it("take a nationality only as the records state it, and flag no company that states none", () => {
    const rows = (nationality: readonly string[]): readonly Row[] => [
      company("c", {}),
      person("p", { name: ["Ada Quill"], nationality }),
      { id: "d", schema: "Directorship", properties: { director: ["p"], organization: ["c"] } },
    ];
    const flags = (nationality: readonly string[]) => {
      const world = worldOf(bookOf(rows(nationality)));
      const found = nearestListed(world, "c", "2024-06-01");
      return frontFlags({ world, party: "c", day: "2024-06-01", search: found }).map(({ rule }) => rule);
    };
    expect(flags(["kp"])).toEqual(["RF-140"]);
    expect(flags(["kr"])).toEqual([]);
    expect(flags([])).toEqual([]);
  });
});
