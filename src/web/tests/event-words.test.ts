import { describe, expect, it } from "vitest";
import { z } from "zod";
import { EVENT_SCHEMAS, parseEvent } from "../../engine/redflags/event.ts";
import { eventsOf, RULE_CASES } from "../../engine/redflags/fixtures/rule-cases.ts";
import { flagsOf } from "../../engine/redflags/flag.ts";
import { EventLedger } from "../../engine/redflags/ledger.ts";
import { bundledRules } from "../../engine/redflags/rule.ts";
import { viewOf } from "../../engine/redflags/rules/view.ts";
import { sayEventMember, sayEventTerm, sayEvidence } from "../words/events.ts";

type Shape = {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly enum?: readonly string[];
};

/** Every name of a member and every value that the model of events knows. */
function namesOf(shape: Shape): { readonly members: readonly string[]; readonly terms: readonly string[] } {
  const parts = [
    ...Object.values(shape.properties ?? {}),
    ...(shape.items === undefined ? [] : [shape.items]),
  ];
  const inner = parts.map(namesOf);
  return {
    members: [...Object.keys(shape.properties ?? {}), ...inner.flatMap(({ members }) => members)],
    terms: [...(shape.enum ?? []), ...inner.flatMap(({ terms }) => terms)],
  };
}

const NOW = Date.parse("2025-01-01T00:00:00Z");

/** The facts on which the flags of a rule's own case rest. */
function factsOf({ hits }: (typeof RULE_CASES)[number]): readonly string[] {
  const ledger = new EventLedger();
  for (const event of eventsOf(hits)) ledger.add(parseEvent(event, { file: "case", where: "event" }, NOW));
  const links = new Map([...ledger.links()].map((link) => [link.key, link]));
  const [state] = [...ledger.accounts()].filter(({ account }) => account === "a");
  if (state === undefined) throw new Error("no account a");
  const view = viewOf(state, { link: (key) => links.get(key), confirmed: new Set(["confirmed-1"]) });
  return flagsOf(bundledRules(), view, "2024-12-31").flatMap(({ evidence }) =>
    evidence.map(({ fact }) => fact),
  );
}

describe("the words of events", () => {
  it("name every member and every value that an event can have, in both languages", () => {
    const all = Object.values(EVENT_SCHEMAS).map((schema) => namesOf(z.toJSONSchema(schema) as Shape));
    const members = new Set(all.flatMap((one) => one.members));
    const terms = new Set(all.flatMap((one) => one.terms));
    expect([...members].filter((name) => sayEventMember("ko", name) === null)).toEqual([]);
    expect(
      [...terms].filter((term) => sayEventTerm("ko", term) === term && !/^(?:vpn|tor)$/.test(term)),
    ).toEqual([]);
  });

  it("name every fact on which a flag of any rule rests", () => {
    const facts = new Set(RULE_CASES.flatMap(factsOf));
    expect(facts.size).toBeGreaterThan(60);
    expect([...facts].filter((fact) => sayEvidence("ko", fact) === null)).toEqual([]);
  });

  it("leave what somebody told as it was told", () => {
    expect(sayEventTerm("ko", "Sopka Digital LLC")).toBe("Sopka Digital LLC");
    expect(sayEventMember("en", "payoutAccount")).toBe("payment account");
  });
});
