import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createWorld } from "../src/engine/check/world.ts";
import { check } from "../src/engine/check.ts";
import type { Snapshot } from "../src/engine/snapshot/snapshot.ts";
import { parseTransaction } from "../src/engine/transaction.ts";
import { parseWaiver } from "../src/engine/waivers/waiver.ts";
import { openBundledSnapshot } from "../src/service/lists/store.ts";

type Case = { title: string; transaction: string; at: string; waivers: string[]; answer: string };

const read = (story: string, file: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, story, file), "utf8"));
let snapshot: Snapshot;

beforeAll(async () => {
  snapshot = await openBundledSnapshot();
});

function decide(story: string, { transaction, at, waivers }: Case) {
  const world = createWorld(
    snapshot,
    waivers.map((file) => parseWaiver(read(story, file), file)),
  );
  return check(world, parseTransaction(read(story, transaction), transaction), at);
}

describe.each(["2018-silverstar", "2019-video-reunion"])("%s, on the bundled lists", (story) => {
  const cases: Case[] = read(story, "story.json").cases;

  it.each(cases)("$title ($at): $answer", (asked) => {
    const verdict = decide(story, asked);
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
  });
});

describe("what the verdicts say", () => {
  const find = (story: string, title: string): Case => {
    const found = (read(story, "story.json").cases as Case[]).find((one) => one.title === title);
    if (found === undefined) throw new Error(`no case “${title}”`);
    return found;
  };

  it("the team is referred by its address and by its director", () => {
    const { findings } = decide(
      "2018-silverstar",
      find("2018-silverstar", "A team that names none of the listed parties, the day after"),
    );
    const referring = findings.filter(({ effect }) => effect === "refers").map(({ finding }) => finding);
    expect(referring).toContain("address-shared");
    expect(referring.some((finding) => finding.startsWith("related-party"))).toBe(true);
  });

  it("the day before, the answer names the day of designation and what cannot be seen", () => {
    const { findings, reservations } = decide(
      "2018-silverstar",
      find("2018-silverstar", "The company, on the day before the designation"),
    );
    expect(findings.map(({ words }) => words).join()).toContain("13 September 2018");
    expect(reservations.join()).toContain("No edition of 12 September 2018 or before is held");
  });

  it("the kit is prohibited line by line, and the wooden furniture is not", () => {
    const { findings } = decide(
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

  it("with the exemption alone, only the United States' approval is lacking", () => {
    const { findings, wouldChange } = decide(
      "2019-video-reunion",
      find("2019-video-reunion", "With the Committee's exemption alone"),
    );
    const prohibiting = findings.filter(({ effect }) => effect === "prohibits");
    expect(prohibiting.map(({ about }) => about)).toEqual(["goods:1", "goods:2", "goods:3"]);
    expect(wouldChange.join()).toContain("United States");
    expect(wouldChange.join()).not.toContain("1718");
  });

  it("before resolution 2397 the answer says from which day the monitors are forbidden", () => {
    const { findings } = decide(
      "2019-video-reunion",
      find("2019-video-reunion", "Monitors alone on 1 December 2017, before resolution 2397"),
    );
    expect(findings.map(({ words }) => words).join()).toContain("22 December 2017");
  });
});
