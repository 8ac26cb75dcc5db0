import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../../fault.ts";
import { canonicalJson } from "../../json.ts";
import { answerOf } from "./answer.ts";
import { between, sayBounds } from "./bounds.ts";
import {
  GraphBuilder,
  INTERESTS,
  type Interest,
  type OwnershipGraph,
  type PartyKind,
  tieAt,
} from "./graph.ts";
import { readPeriod, sayPeriod } from "./period.ts";
import { type PolicyName, ruleOn } from "./policy.ts";
import { addSource, readListedFile, readListedIds } from "./read-source.ts";
import { type ListedParty, resolveOwnership } from "./resolution.ts";
import { listedOfWords } from "./vector-table.ts";
import { writeBods } from "./write-bods.ts";

type Read = {
  readonly graph: OwnershipGraph;
  readonly listed: readonly ListedParty[];
  readonly kind: string;
};

function read(content: string | Uint8Array, name = "file"): Read {
  const builder = new GraphBuilder(true);
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const { listed, kind } = addSource(builder, { name, bytes });
  return { graph: builder.finish(), listed, kind };
}

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", `bods-${name}.json`));
const ties = (graph: OwnershipGraph): readonly string[] =>
  Array.from({ length: graph.size }, (_, at) => {
    const { owner, asset, interest, share, period, confidence } = tieAt(graph, at);
    const held = sayPeriod(period);
    return `${owner} ${interest}${share === null ? "" : ` ${sayBounds(share)}`} ${asset}${held === "" ? "" : ` ${held}`}${confidence === "stated" ? "" : ` ${confidence}`}`;
  });
const problems = (graph: OwnershipGraph) => graph.problems.map(({ problem }) => problem);
const statusAt = (
  { graph }: Read,
  listed: string,
  ask: { readonly id: string; readonly day?: string; readonly policy?: PolicyName },
) => {
  const day = ask.day ?? "2026-11-20";
  const rule = ruleOn(ask.policy ?? "ofac", day);
  return answerOf(resolveOwnership(graph, { rule, day, listed: listedOfWords(listed) }), ask.id)?.status;
};

describe("FollowTheMoney", () => {
  const entities = [
    { id: "x", schema: "Person", properties: { name: ["X"], topics: ["sanction"] } },
    { id: "a", schema: "Company", properties: { name: ["A"], jurisdiction: ["cn"], parent: ["p"] } },
    { id: "p", schema: "Company", properties: { name: ["P"] } },
    {
      id: "s",
      schema: "Sanction",
      properties: { entity: ["p"], startDate: ["2018-09-13"], program: ["DPRK4"] },
    },
    {
      id: "o1",
      schema: "Ownership",
      properties: {
        owner: ["x"],
        asset: ["a"],
        percentage: ["40%"],
        startDate: ["2017"],
        endDate: ["2019-05"],
      },
    },
    {
      id: "o2",
      schema: "Ownership",
      properties: { owner: ["x"], asset: ["p"], role: ["voting-rights-50-to-75-percent"] },
    },
    { id: "o3", schema: "Ownership", properties: { owner: ["x"], asset: ["a"], percentage: ["many"] } },
    {
      id: "o4",
      schema: "Ownership",
      properties: { owner: ["p"], asset: ["x2"], role: ["Owned or Controlled By"] },
    },
    { id: "d", schema: "Directorship", properties: { director: ["x"], organization: ["a"] } },
  ];
  const lines = entities.map((entity) => JSON.stringify(entity)).join("\n");

  it("gives stakes, votes, directors and parents, with dates as precisely as they are stated", () => {
    expect(ties(read(lines).graph)).toEqual([
      "p ownership a",
      "x ownership 40 % a from between 2017-01-01 and 2017-12-31 until between 2019-05-01 and 2019-05-31",
      "x votes more than 50 % and less than 75 % p",
      "x ownership a",
      "p unspecified x2",
      "x director a",
    ]);
  });

  it("says who is listed, and from which day", () => {
    expect(read(lines).listed.map(({ id, from }) => [id, from])).toEqual([
      ["x", null],
      ["p", "2018-09-13"],
    ]);
  });

  it("keeps an owner whose share cannot be read, and tells of it and of parties nobody describes", () => {
    expect(problems(read(lines).graph)).toEqual(["share-unreadable", "party-undescribed"]);
  });

  it("is read from an array and from a document as well", () => {
    const wanted = ties(read(lines).graph);
    expect(ties(read(JSON.stringify(entities)).graph)).toEqual(wanted);
    expect(ties(read(JSON.stringify({ results: entities }, null, 2)).graph)).toEqual(wanted);
  });

  it("tells of lines that are no entities, and reads the others", () => {
    const { graph } = read(`${lines}\nnot json\n{"id":"z","schema":"Nonsense","properties":{}}`);
    expect(problems(graph).filter((problem) => problem === "row-unreadable")).toHaveLength(2);
    expect(graph.size).toBe(6);
  });
});

describe("BODS 0.4, on its own published examples", () => {
  it("follows a record through its statements: shares that change, records that close", () => {
    expect(ties(read(fixture("fermcat")).graph).filter((tie) => tie.includes("ownership"))).toEqual([
      "per-5faa4103dee78621 ownership 50 % ent-93c75c87ab28f889 from 2019-09-11 until 2021-04-03",
      "per-41c0bb0cef246f7c ownership 50 % ent-93c75c87ab28f889 from 2019-09-11 until 2022-01-21",
      "per-41c0bb0cef246f7c ownership 100 % ent-93c75c87ab28f889 since 2022-01-21",
      "per-e334cc6258e56467 ownership 50 % ent-93c75c87ab28f889 from 2021-04-03 until 2022-01-21",
    ]);
  });

  it.each([
    ["2021-09-23", "not-blocked"],
    ["2021-09-24", "blocked"],
    ["2024-01-01", "blocked"],
  ])("a trust's company on %s is %s by the trust's stake of that day", (day, status) => {
    expect(statusAt(read(fixture("tecido")), "033E84672B", { id: "01B68D7633", day })).toBe(status);
  });

  it("takes each joint shareholder to hold all in the United Kingdom, and half elsewhere", () => {
    const joint = read(fixture("joint-ownership"));
    expect(statusAt(joint, "1accb8b18b99", { id: "31c55e425764", policy: "uk" })).toBe("blocked");
    expect(statusAt(joint, "1accb8b18b99", { id: "31c55e425764", policy: "ofac" })).toBe("blocked");
    expect(statusAt(joint, "1accb8b18b99", { id: "31c55e425764", policy: "eu", day: "2020-01-01" })).toBe(
      "not-blocked",
    );
  });

  it("leaves open whose a trust is, and who an anonymous person is", () => {
    const trust = read(fixture("levent"));
    expect(statusAt(trust, "d8855000", { id: "8e40d059" })).toBe("undetermined");
    expect(statusAt(trust, "", { id: "81337a6e" })).toBe("undetermined");
  });

  it("does not count an indirect interest whose components are stated", () => {
    const { graph } = read(fixture("multiple-indirect-ownership"));
    expect(ties(graph).filter((tie) => tie.includes("60 %"))).toEqual([]);
    expect(graph.size).toBe(4);
  });

  it("gives what a nominee holds to the nominator", () => {
    const nomination = read(fixture("nomination"));
    expect(statusAt(nomination, "101AB1984F", { id: "103AB1984D" })).toBe("blocked");
    expect(statusAt(nomination, "102AB1984E", { id: "103AB1984D" })).toBe("undetermined");
  });

  it("tells of owners who are not named, and does not make a listed company's public a suspect", () => {
    const read1 = read(fixture("listed-company-exempt-from-disclosure"));
    expect(problems(read1.graph)).toEqual(["owner-unspecified"]);
    expect(statusAt(read1, "", { id: "4c7ea3bfbe6c" })).toBe("not-blocked");
    const statement = {
      statementId: "s",
      recordId: "r",
      recordType: "relationship",
      recordDetails: {
        isComponent: false,
        subject: "c",
        interestedParty: { reason: "unknown" },
        interests: [{ type: "shareholding", share: { minimum: 25, maximum: 75 } }],
      },
    };
    expect(statusAt(read(JSON.stringify([statement])), "", { id: "c" })).toBe("undetermined");
  });

  const WRITTEN: readonly Interest[] = INTERESTS.filter(
    (interest) => !["consolidated", "linked", "rebutted-control"].includes(interest),
  );
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2019-03-${String(date).padStart(2, "0")}`);
  const tie = fc.record({
    owner: fc.constantFrom("p", "q", "c"),
    asset: fc.constantFrom("c", "d", "t"),
    interest: fc.constantFrom(...WRITTEN),
    low: fc.integer({ min: 0, max: 1000 }),
    high: fc.integer({ min: 0, max: 1000 }),
    minOpen: fc.boolean(),
    maxOpen: fc.boolean(),
    stated: fc.boolean(),
    from: fc.option(day, { nil: null }),
    joint: fc.option(fc.constantFrom("holding" as const, "arrangement" as const), { nil: null }),
    confidence: fc.constantFrom("confirmed" as const, "stated" as const),
  });

  it("written out and read again, says the same", () => {
    fc.assert(
      fc.property(fc.array(tie, { maxLength: 8 }), (some) => {
        const builder = new GraphBuilder();
        const kinds: readonly PartyKind[] = ["person", "unknown", "company", "state", "trust"];
        ["p", "q", "c", "d", "t"].forEach((id, at) => {
          const kind = kinds[at] ?? "company";
          const country = kind === "state" ? "KP" : null;
          builder.party({ id, name: `Name of ${id}`, kind, country });
        });
        for (const { low, high, minOpen, maxOpen, stated, from, joint, ...ends } of some) {
          const bounds = between({
            min: { numerator: BigInt(Math.min(low, high)), denominator: 1000n },
            max: { numerator: BigInt(Math.max(low, high)), denominator: 1000n },
            minOpen,
            maxOpen,
          });
          const share = stated && typeof bounds !== "string" ? bounds : null;
          builder.tie({
            ...ends,
            share: share !== null && sayBounds(share) === "an unknown share" ? null : share,
            period: readPeriod(from === null ? [] : [from], []),
            source: "register",
            reference: "entry 1",
            joint: joint === null ? null : { kind: joint, id: "J" },
          });
        }
        const graph = builder.finish();
        const { statements, leftOut } = writeBods(graph, "2026-11-20");
        const lines = [...statements].map((statement) => canonicalJson(statement)).join("\n");
        const again = read(lines).graph;
        expect(leftOut).toBe(0);
        expect(ties(again)).toEqual(ties(graph));
        expect(again.parties).toEqual(graph.parties);
        const joints = (one: OwnershipGraph) =>
          Array.from({ length: one.size }, (_, at) => tieAt(one, at).joint);
        expect(joints(again)).toEqual(joints(graph));
      }),
      { numRuns: 100 },
    );
  });
});

describe("GLEIF's files", () => {
  const gleif = (name: string) =>
    read(readFileSync(join(import.meta.dirname, "fixtures", `gleif-${name}.xml`)));

  it("say who consolidates whom: control for some laws, and a stake of which nothing is stated", () => {
    const relations = gleif("relations");
    expect([relations.kind, relations.graph.size]).toEqual(["gleif", 18]);
    const tie = ties(relations.graph).find((one) => one.includes("consolidated")) ?? "";
    const [parent = "", , child = ""] = tie.split(" ");
    const day = "2023-12-31";
    expect(statusAt(relations, parent, { id: child, day })).toBe("undetermined");
    expect(statusAt(relations, parent, { id: child, day, policy: "eu" })).toBe("undetermined");
  });

  it("withhold some parents, who may then be anybody", () => {
    const { graph } = gleif("exceptions");
    expect(problems(graph).filter((problem) => problem === "owner-unspecified")).toHaveLength(1);
    expect(graph.size).toBe(1);
  });

  it("are refused where they are cut", () => {
    const bytes = readFileSync(join(import.meta.dirname, "fixtures", "gleif-relations.xml"));
    expect(() => read(bytes.subarray(0, 4_000))).toThrow(Fault);
  });
});

describe("a table of holdings", () => {
  it("is read by what its columns are called, whatever the sign between", () => {
    const text =
      "Shareholder;Company;Stake (%);Start date;Interest\nX;A;33,3;2018-01-02;\nX;A;;;board\nX;B;25-50;;votes\n";
    expect(ties(read(text).graph)).toEqual([
      "X ownership 33.3 % A since 2018-01-02",
      "X board-majority A",
      "X votes 25 to 50 % B",
    ]);
  });

  it("keeps every owner, whatever is wrong in the row, and says what", () => {
    const { graph } = read(
      "owner,asset,share,from,until,interest,class,confidence\nX,A,-1,,,,,\nX,B,101,,,,,\nX,C,60,2020-01-01,2019-01-01,,,\nX,D,60,,,magic,,\n,E,60,,,,,\nX,F,60,,,,Class B,\nX,G,60,,,,,doubtful\nX,,5,,,,,\n",
    );
    expect(problems(graph)).toEqual([
      "share-negative",
      "share-over-whole",
      "dates-contradict",
      "interest-unknown",
      "owner-unspecified",
      "share-unreadable",
      "row-unreadable",
    ]);
    const listed = { graph, listed: [], kind: "csv" };
    for (const id of ["A", "B", "C", "D", "E", "F", "G"]) {
      expect([id, statusAt(listed, "X", { id })]).toEqual([id, "undetermined"]);
    }
  });

  it("gives a nominee's stake to the one it is held for, or to somebody unknown", () => {
    const text = "owner,asset,share,interest,nominee_for\nN,A,60,,X\nN,B,60,nominee,\n";
    const table = read(text);
    expect([statusAt(table, "X", { id: "A" }), statusAt(table, "X", { id: "B" })]).toEqual([
      "blocked",
      "undetermined",
    ]);
  });

  it("takes ten thousand owners of one company", () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => `o${at},A,0.01`);
    const table = read(`owner,asset,share\n${rows.join("\n")}\n`);
    const half = Array.from({ length: 5_000 }, (_, at) => `o${at}`);
    expect(statusAt(table, half.join(" "), { id: "A" })).toBe("blocked");
    expect(statusAt(table, half.slice(1).join(" "), { id: "A" })).toBe("not-blocked");
  });
});

describe("a file that is none of these", () => {
  it.each([
    ["", "empty"],
    ["name,city\nA,B\n", "needs the columns owner and asset"],
    ["{}", "neither an entity nor a statement"],
    ["[]", "empty"],
    ["[1,2]", "neither an entity nor a statement"],
    ['{"a":', "not JSON"],
    ['[{"statementID":"x","statementType":"entityStatement"}]', "before 0.4"],
  ])("%j is refused, and it is said why", (content, reason) => {
    expect(() => read(content)).toThrow(reason);
  });

  it("never throws anything but a fault, whatever the bytes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom("", "owner,asset,share\n", '{"id":"', "["),
        (noise, lead) => {
          const bytes = new Uint8Array([...new TextEncoder().encode(lead), ...noise]);
          try {
            read(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(Fault);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("who is listed", () => {
  it("may be named with the days", () => {
    expect(
      readListedIds("X, Y:2018-09-13,Z:2018-09-13:2020-01-01").map(({ id, from, until }) => [
        id,
        from,
        until,
      ]),
    ).toEqual([
      ["X", null, null],
      ["Y", "2018-09-13", null],
      ["Z", "2018-09-13", "2020-01-01"],
    ]);
  });

  it.each([
    ["id,from,until\nX\nY,2018-09-13\n"],
    ['["X","Y"]'],
    [
      '{"id":"X","schema":"Person","properties":{"topics":["sanction"]}}\n{"id":"Y","schema":"Person","properties":{"topics":["sanction"]}}',
    ],
  ])("may be a file: %j", (content) => {
    const listed = readListedFile({ name: "listed", bytes: new TextEncoder().encode(content) });
    expect(listed.map(({ id }) => id)).toEqual(["X", "Y"]);
  });

  it("is refused where a day does not exist", () => {
    const bytes = new TextEncoder().encode("X,2018-02-30\n");
    expect(() => readListedFile({ name: "listed", bytes })).toThrow("not a day that exists");
  });
});
