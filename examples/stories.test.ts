import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createWorld } from "../src/engine/check/world.ts";
import { check } from "../src/engine/check.ts";
import type { Snapshot } from "../src/engine/snapshot/snapshot.ts";
import { parseTransaction } from "../src/engine/transaction.ts";
import { parseWaiver } from "../src/engine/waivers/waiver.ts";
import { sayForbidden } from "../src/korean/measure-sentences.ts";
import { sayInKorean } from "../src/korean/service-sentences.ts";
import { openBundledSnapshot } from "../src/service/lists/store.ts";
import { joinEventFiles } from "../src/service/workers/files/join-events.ts";

type Case = {
  title: string;
  transaction: string;
  at: string;
  waivers: string[];
  answer: string;
  events?: string[];
};

const read = (story: string, file: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, story, file), "utf8"));
let snapshot: Snapshot;

beforeAll(async () => {
  snapshot = await openBundledSnapshot();
});

async function decide(story: string, { transaction, at, waivers, events = [] }: Case) {
  const world = createWorld(
    snapshot,
    waivers.map((file) => parseWaiver(read(story, file), file)),
  );
  const stated = parseTransaction(read(story, transaction), transaction);
  const paths = events.map((file) => join(import.meta.dirname, story, file));
  const asked = { paths, at, now: Date.parse("2026-01-01T00:00:00Z") };
  return check(world, paths.length === 0 ? stated : await joinEventFiles(stated, asked), at);
}

describe.each(["2018-silverstar", "2019-video-reunion"])("%s, on the bundled lists", (story) => {
  const cases: Case[] = read(story, "story.json").cases;

  it.each(cases)("$title ($at): $answer", async (asked) => {
    const verdict = await decide(story, asked);
    expect(
      verdict.answer,
      JSON.stringify(
        verdict.findings.map(({ words }) => words),
        null,
        1,
      ),
    ).toBe(asked.answer);
    // Who prohibits, refers or permits must be able to say by which listing, measure or waiver.
    for (const { effect, citations } of verdict.findings)
      if (effect !== "note") expect(citations).not.toEqual([]);
    // A reader of Korean meets no sentence in English.
    const sentences = [
      verdict.summary,
      ...verdict.wouldChange,
      ...verdict.reservations,
      ...verdict.findings.flatMap(({ words, wouldChange }) => [words, ...wouldChange]),
    ];
    expect(sentences.filter((words) => words !== "" && sayInKorean(words) === null)).toEqual([]);
  });
});

it("whatever a measure forbids is said in Korean", () => {
  const { measures } = createWorld(snapshot, []);
  expect(measures.all.length).toBeGreaterThan(80);
  expect(measures.all.filter(({ forbids }) => sayForbidden(forbids) === null)).toEqual([]);
  expect(
    measures.all.filter(({ question }) => question !== undefined && sayInKorean(question) === null),
  ).toEqual([]);
});

describe("what the verdicts say", () => {
  const find = (story: string, title: string): Case => {
    const found = (read(story, "story.json").cases as Case[]).find((one) => one.title === title);
    if (found === undefined) throw new Error(`no case “${title}”`);
    return found;
  };

  it("the team is referred by its address and by its director", async () => {
    const { findings } = await decide(
      "2018-silverstar",
      find("2018-silverstar", "A team that names none of the listed parties, the day after"),
    );
    const referring = findings.filter(({ effect }) => effect === "refers").map(({ finding }) => finding);
    expect(referring).toContain("address-shared");
    expect(referring.some((finding) => finding.startsWith("related-party"))).toBe(true);
  });

  it("the day before, the answer names the day of designation and what cannot be seen", async () => {
    const { findings, reservations } = await decide(
      "2018-silverstar",
      find("2018-silverstar", "The company, on the day before the designation"),
    );
    expect(findings.map(({ words }) => words).join()).toContain("13 September 2018");
    expect(reservations.join()).toContain("No edition of 12 September 2018 or before is held");
  });

  it("the kit is prohibited line by line, and the wooden furniture is not", async () => {
    const { findings } = await decide(
      "2019-video-reunion",
      find("2019-video-reunion", "The kit without any waiver"),
    );
    const by2397 = findings.filter(
      ({ effect, citations }) =>
        effect === "prohibits" &&
        citations.some(
          (citation) => citation.kind === "measure" && citation.instrument === "UNSCR 2397 (2017)",
        ),
    );
    expect(by2397.map(({ about }) => about)).toEqual(["goods:1", "goods:2", "goods:3", "goods:4"]);
    expect(
      findings.some(({ about, effect }) => (about === "goods:5" || about === "goods:6") && effect !== "note"),
    ).toBe(false);
  });

  it("with the exemption alone, only the United States' approval is lacking", async () => {
    const { findings, wouldChange } = await decide(
      "2019-video-reunion",
      find("2019-video-reunion", "With the Committee's exemption alone"),
    );
    const prohibiting = findings.filter(({ effect }) => effect === "prohibits");
    expect(prohibiting.map(({ about }) => about)).toEqual(["goods:1", "goods:2", "goods:3"]);
    expect(wouldChange.join()).toContain("United States");
    expect(wouldChange.join()).not.toContain("1718");
  });

  it("before resolution 2397 the answer says from which day the monitors are forbidden", async () => {
    const { findings } = await decide(
      "2019-video-reunion",
      find("2019-video-reunion", "Monitors alone on 1 December 2017, before resolution 2397"),
    );
    expect(findings.map(({ words }) => words).join()).toContain("22 December 2017");
  });

  it("the freelancer's payout leads from the ring to the front in Vladivostok, the sister in Yanji, and their listing", async () => {
    const asked = find(
      "2018-silverstar",
      "From a freelancer's account to its ring, to the front in Vladivostok, to the sister in Yanji, to the listing",
    );
    const { findings } = await decide("2018-silverstar", asked);
    const referring = findings.filter(({ effect }) => effect === "refers");
    expect(referring.map(({ finding }) => finding)).toContain("red-flags");
    const listed = referring.flatMap(({ citations }) =>
      citations.flatMap((one) => (one.kind === "listing" ? [one.entry] : [])),
    );
    expect(new Set(listed)).toEqual(new Set(["24977", "24978", "24979"]));
    const steps = referring.map(({ words }) => words).join("\n");
    expect(steps).toMatch(/Sopka Digital LLC.*VOLASYS SILVER STAR/);
    expect(steps).toMatch(/Morning Bridge.*YANBIAN SILVERSTAR/);
  });

  it("on 12 September 2018 it refers on flags alone, and says that they were published later", async () => {
    const asked = find(
      "2018-silverstar",
      "The same payout two days earlier, when nobody of them was listed: it refers on flags alone",
    );
    const { findings, reservations } = await decide("2018-silverstar", asked);
    const referring = findings.filter(({ effect }) => effect === "refers");
    expect(referring.map(({ step }) => step)).toEqual(["redflags"]);
    expect(referring[0]?.citations.every(({ kind }) => kind === "indicator")).toBe(true);
    expect(reservations.join()).toMatch(/RF-012.*published after 12 September 2018/);
  });
});
