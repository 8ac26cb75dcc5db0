import { describe, expect, it } from "vitest";
import { EVENT_SCHEMAS, parseEvent } from "./event.ts";
import { eventsOf, RULE_CASES } from "./fixtures/rule-cases.ts";
import { applyRule, flagsOf, RULE_FUNCTIONS } from "./flag.ts";
import { forbiddenInputs, recordReads } from "./guard.ts";
import { EventLedger } from "./ledger.ts";
import { bundledRules, ruleOf } from "./rule.ts";
import { viewOf } from "./rules/view.ts";

const book = bundledRules();
const NOW = Date.parse("2025-01-01T00:00:00Z");
const confirmed = new Set(["confirmed-1"]);

function viewFor(drafts: Parameters<typeof eventsOf>[0]) {
  const ledger = new EventLedger();
  for (const event of eventsOf(drafts)) ledger.add(parseEvent(event, { file: "case", where: "event" }, NOW));
  const links = new Map([...ledger.links()].map((link) => [link.key, link]));
  const [state] = [...ledger.accounts()].filter(({ account }) => account === "a");
  if (state === undefined) throw new Error("no account a");
  return viewOf(state, { link: (key) => links.get(key), confirmed });
}

describe("rules of D1 to D7", () => {
  it("every automatic rule has a function and a case, and nothing else has", () => {
    const automatic = book.rules.filter(({ mode }) => mode === "automatic").map(({ id }) => id);
    expect(Object.keys(RULE_FUNCTIONS).sort()).toEqual(automatic);
    expect(RULE_CASES.map(({ rule }) => rule)).toEqual(automatic);
    expect(book.rules).toHaveLength(93);
  });

  it.each(RULE_CASES)(
    "$rule is raised by its events, with rows of evidence and a whole sentence in both languages",
    ({ rule, hits }) => {
      const flags = flagsOf(book, viewFor(hits), "2024-12-31");
      const flag = flags.find((one) => one.rule === rule);
      expect(flag, JSON.stringify(flags.map((one) => one.rule))).toBeDefined();
      expect(flag?.evidence.length).toBeGreaterThan(0);
      for (const words of [flag?.words.en, flag?.words.ko]) expect(words).not.toMatch(/[?{}]/);
    },
  );

  it.each(RULE_CASES)("$rule is not raised by what is near it and innocent", ({ rule, misses }) => {
    expect(applyRule(ruleOf(book, rule), viewFor(misses))).toBeNull();
  });

  it("a prompt is raised by a person's yes, and lifted by the no that follows", () => {
    const yes = { kind: "observation" as const, at: "2024-03-01T00:00:00Z", rule: "RF-061", answer: "yes" };
    const no = { ...yes, at: "2024-03-02T00:00:00Z", answer: "no" };
    const rule = ruleOf(book, "RF-061");
    expect(applyRule(rule, viewFor([yes]))?.evidence).toHaveLength(1);
    expect(applyRule(rule, viewFor([yes, no]))).toBeNull();
  });

  it("a rule finds nothing on a day before the one from which it is applied", () => {
    const later = (rule: (typeof book.rules)[number]) =>
      rule.id === "RF-036" ? { ...rule, inForce: { from: "2024-06-01", until: null } } : rule;
    const dated = { ...book, rules: book.rules.map(later) };
    const view = viewFor(RULE_CASES.find(({ rule }) => rule === "RF-036")?.hits ?? []);
    expect(flagsOf(dated, view, "2024-05-31")).toEqual([]);
    expect(flagsOf(dated, view, "2024-06-01").map(({ rule }) => rule)).toEqual(["RF-036"]);
  });
});

describe("the guard", () => {
  /** What all cases together make a rule read. */
  function readsOf(id: string): Set<string> {
    const reads = new Set<string>();
    for (const { hits, misses } of RULE_CASES)
      for (const drafts of [hits, misses])
        applyRule(
          ruleOf(book, id),
          recordReads(viewFor(drafts), (path) => reads.add(path)),
        );
    return reads;
  }

  it.each(book.rules.filter(({ mode }) => mode !== "check"))(
    "$id declares what it reads, reads nothing else, and nothing that is forbidden",
    ({ id, inputs }) => {
      const reads = [...readsOf(id)].filter((path) => path !== "account").sort();
      expect(reads.filter((path) => !inputs.includes(path))).toEqual([]);
      expect(forbiddenInputs(reads)).toEqual([]);
      expect(forbiddenInputs(inputs)).toEqual([]);
    },
  );

  it("would see a rule that reads a forbidden member, also by walking all members", () => {
    const reads = new Set<string>();
    const view = recordReads({ profiles: [{ gender: "x", names: ["n"] }] }, (path) => reads.add(path));
    for (const profile of view.profiles) if (profile.gender === "x") break;
    expect(forbiddenInputs(reads)).toEqual(["profiles.gender"]);
    for (const profile of view.profiles) Object.keys(profile);
    expect(reads).toContain("profiles.*");
  });

  it("the event model has no place for a forbidden fact, but for the nationality in a company's papers that resolution 2397 names", () => {
    const names = (schema: unknown, path: string): string[] => {
      const shape = (schema as { shape?: Record<string, unknown> }).shape;
      const inner = (schema as { _zod: { def: { innerType?: unknown; element?: unknown } } })._zod.def;
      if (shape !== undefined)
        return Object.entries(shape).flatMap(([name, one]) => [
          `${path}.${name}`,
          ...names(one, `${path}.${name}`),
        ]);
      const next = inner.innerType ?? inner.element;
      return next === undefined ? [] : names(next, path);
    };
    const all = Object.entries(EVENT_SCHEMAS).flatMap(([kind, schema]) => names(schema, kind));
    expect(all).toContain("account.documents.issuer");
    expect(forbiddenInputs(all)).toEqual(["company.people.nationality"]);
  });

  it("an event with a fact that the model does not have is refused by name", () => {
    const event = { kind: "account", id: "1", account: "a", at: "2024-01-01T00:00:00Z", gender: "f" };
    expect(() => parseEvent(event, { file: "f", where: "line 1" }, NOW)).toThrow(/gender/);
  });

  it("events from 2050 and sessions that end before they begin are refused with the reason", () => {
    const login = { kind: "login", id: "1", account: "a", ip: "192.0.2.1" };
    const place = { file: "f", where: "line 1" };
    expect(() => parseEvent({ ...login, at: "2050-01-01T00:00:00Z" }, place, NOW)).toThrow(/future/);
    expect(() =>
      parseEvent({ ...login, at: "2024-01-02T00:00:00Z", until: "2024-01-01T00:00:00Z" }, place, NOW),
    ).toThrow(/before it begins/);
  });
});
