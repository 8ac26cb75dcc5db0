import { beforeAll, describe, expect, it } from "vitest";
import { must } from "../../fault.ts";
import { check } from "../check.ts";
import { canonicalJson, type Json } from "../json.ts";
import { factDifferences, fingerprint, listingFacts, subjectFacts } from "../match/identity.ts";
import { makeReceipt, parseReceipt, replay } from "../receipt.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { payment, person, smallSnapshot } from "./fixtures/small-world.ts";
import type { Suppression } from "./suppression.ts";
import { createWorld, DEFAULT_CHECK_POLICY } from "./world.ts";

let snapshot: Snapshot;
const PAYEE = person("payee", "Hwang Pyong Ju", { nationality: ["kr"] });
const DAY = "2026-03-01";

function decided(more: Partial<Suppression> = {}): Suppression {
  const index = snapshot.find("un-sc-KPi.900");
  return {
    reference: "sup_1",
    subject: fingerprint(subjectFacts(PAYEE)),
    entity: "un-sc-KPi.900",
    listing: fingerprint(listingFacts(snapshot, index)),
    from: "2026-01-01",
    until: "2026-12-31",
    ...more,
  };
}

const ask = (suppressions: readonly Suppression[], payee = PAYEE, at = DAY) =>
  check(createWorld(snapshot, [], DEFAULT_CHECK_POLICY, suppressions), payment([payee]), at);

beforeAll(async () => {
  snapshot = await smallSnapshot();
});

describe("a suppression in a check", () => {
  it("turns the hit that a person has settled into a note that says so", () => {
    expect(ask([]).answer).toBe("refer");
    const verdict = ask([decided()]);
    expect(verdict.answer).toBe("clear");
    expect(must(verdict.findings[0], "a finding").finding).toBe("hit-suppressed");
    expect(verdict.of.suppressions).toEqual(["sup_1"]);
  });

  it("holds on its days alone, and for these facts on both sides alone", () => {
    expect(ask([decided({ until: "2026-02-28" })]).answer).toBe("refer");
    expect(ask([decided({ from: "2026-03-02" })]).answer).toBe("refer");
    expect(ask([decided({ listing: "0".repeat(64) })]).answer).toBe("refer");
    expect(ask([decided({ entity: "un-sc-KPe.900" })]).answer).toBe("refer");
    const other = person("payee", "Hwang Pyong Ju", { nationality: ["kr"], birthDate: ["1962"] });
    expect(ask([decided()], other).answer).not.toBe("clear");
  });

  it("is part of the receipt, and the receipt is replayed byte for byte", () => {
    const world = createWorld(snapshot, [], DEFAULT_CHECK_POLICY, [decided()]);
    const transaction = payment([PAYEE]);
    const verdict = check(world, transaction, DAY);
    const made = makeReceipt({ world, transaction, at: DAY, verdict, programVersion: "1", previous: null });
    const receipt = parseReceipt(JSON.parse(canonicalJson(made as unknown as Json)), "receipt");
    expect(replay(receipt, createWorld(snapshot), "1", "receipt").same).toBe(true);
  });
});

describe("the facts of a party", () => {
  it("are the same in whatever order they are given", () => {
    const one = { schema: "Person", properties: { name: ["A B", "C D"], birthDate: ["1970"] } };
    const other = { schema: "Person", properties: { birthDate: ["1970"], name: ["C D", "A B"] } };
    expect(fingerprint(subjectFacts(one))).toBe(fingerprint(subjectFacts(other)));
  });

  it("say what changed", () => {
    expect(
      factDifferences({ birthDate: ["1970"], name: ["A"] }, { birthDate: ["1970-02-05"], name: ["A"] }),
    ).toEqual(["birthDate: now 1970-02-05; no longer 1970"]);
  });
});
