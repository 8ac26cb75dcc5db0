import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEvent, type WorkerEvent } from "./event.ts";
import { eventsOf, RESUME, RULE_CASES } from "./fixtures/rule-cases.ts";
import { EventLedger } from "./ledger.ts";
import { bundledRules } from "./rule.ts";
import { ROWS_MAX, readState, writeState } from "./state/account-state.ts";
import { MEMBERS_MAX, readLink, writeLink } from "./state/link-state.ts";

const NOW = Date.parse("2025-06-01T00:00:00Z");
const judging = { book: bundledRules(), day: "2025-01-01" };

/** Everything that can be seen of a ledger, in one order. */
function seen(ledger: EventLedger): unknown {
  const sorted = <T>(values: Iterable<T>): string[] =>
    [...values].map((value) => JSON.stringify(value)).sort();
  return {
    clusters: ledger.clusters(judging),
    states: sorted([...ledger.accounts()].map(writeState)),
    links: sorted([...ledger.links()].map(writeLink)),
  };
}

function ledgerOf(events: readonly WorkerEvent[]): EventLedger {
  const ledger = new EventLedger();
  for (const event of events) ledger.add(event);
  return ledger;
}

const instants = fc
  .integer({ min: 0, max: 200 * 24 * 4 })
  .map((quarter) => new Date(Date.UTC(2024, 0) + quarter * 900_000).toISOString());
const account = fc.constantFrom("a", "b", "c", "d");
const small = (prefix: string, max: number) =>
  fc.integer({ min: 1, max }).map((number) => `${prefix}${number}`);

const drafts = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("login"),
      account,
      at: instants,
      ip: small("192.0.2.", 6),
      country: fc.constantFrom("US", "CN", "RU"),
      device: small("d", 3),
      addressType: fc.constantFrom("residential", "vpn", "hosting"),
      place: fc.constantFrom("Yanji", "Boston"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("account"),
      account,
      at: instants,
      claimedCountry: fc.constantFrom("US", "CA"),
      names: fc.constantFrom(["Ann Lee"], ["Bob Ray"]),
      payoutAccounts: fc.constantFrom([{ account: "P1", holder: "Ann Lee" }], [{ account: "P2" }]),
      resume: fc.constantFrom(RESUME, "short"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("payment"),
      account,
      at: instants,
      direction: fc.constantFrom("in", "out"),
      amount: fc.constantFrom("100", "950", "1000"),
      currency: fc.constant("USD"),
      bankCountry: fc.constantFrom("CN", "US"),
      counterpartyKind: fc.constantFrom("company", "person", "client"),
      counterparty: small("p", 3),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("rating"),
      account,
      at: instants,
      from: account,
      score: fc.constantFrom(3, 5),
      documentHash: fc.constant("0123456789abcdef"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("bid"),
      account,
      at: instants,
      text: fc.constantFrom(RESUME, `${RESUME} And more.`),
    }),
  },
);
const manyEvents = fc
  .array(drafts, { minLength: 1, maxLength: 60 })
  .map((all) =>
    all.map((draft, index) => parseEvent({ id: `e${index}`, ...draft }, { file: "made", where: "up" }, NOW)),
  );

describe("the state of accounts", () => {
  it("events that are late, out of order and told twice give the same answer as a batch in order", () => {
    fc.assert(
      fc.property(manyEvents, fc.infiniteStream(fc.nat()), (events, order) => {
        const inOrder = events.toSorted((x, y) => (x.at < y.at ? -1 : 1));
        const shuffled = [...events, ...events.slice(0, 10)]
          .map((event) => ({ event, place: order.next().value ?? 0 }))
          .sort((x, y) => x.place - y.place)
          .map(({ event }) => event);
        expect(seen(ledgerOf(shuffled))).toEqual(seen(ledgerOf(inOrder)));
      }),
      { numRuns: 60 },
    );
  });

  it("states of parts, written and read in between, join to the state of the whole", () => {
    fc.assert(
      fc.property(manyEvents, fc.integer({ min: 1, max: 5 }), (events, parts) => {
        const joined = new EventLedger();
        for (let part = 0; part < parts; part += 1) {
          const ledger = ledgerOf(events.filter((_, index) => index % parts === part));
          for (const state of ledger.accounts())
            joined.addAccount(readState(JSON.parse(JSON.stringify(writeState(state)))));
          for (const link of ledger.links())
            joined.addLink(readLink(JSON.parse(JSON.stringify(writeLink(link)))));
        }
        expect(seen(joined)).toEqual(seen(ledgerOf(events)));
      }),
      { numRuns: 60 },
    );
  });

  it("only the accounts that an event can touch are asked again", () => {
    const events = eventsOf(RULE_CASES.find(({ rule }) => rule === "RF-012")?.hits ?? []).map((event) =>
      parseEvent(event, { file: "f", where: "w" }, NOW),
    );
    const ledger = ledgerOf(events);
    ledger.add(
      parseEvent(
        { kind: "login", id: "x", account: "far", at: "2024-03-01T00:00:00Z", ip: "198.51.100.7" },
        { file: "f", where: "w" },
        NOW,
      ),
    );
    expect(ledger.takeTouched()).toEqual(["a", "b", "far"]);
    ledger.add(
      parseEvent(
        { kind: "login", id: "y", account: "far", at: "2024-03-02T00:00:00Z", ip: "198.51.100.7" },
        { file: "f", where: "w" },
        NOW,
      ),
    );
    expect(ledger.takeTouched()).toEqual(["far"]);
  });
});

describe("bounds", () => {
  /** A busy account: more days, visits a day, bids and sharers than are kept, and the same whatever the order. */
  function busy(order: 1 | -1): EventLedger {
    const events: WorkerEvent[] = [];
    for (let index = 0; index < 6_000; index += 1) {
      const at = new Date(Date.UTC(2024, 0, 1 + (index % 150), index % 24)).toISOString();
      events.push({
        kind: "login",
        id: `l${index}`,
        account: "a",
        at,
        ip: `192.0.${index % 7}.${index % 251}`,
        device: "shared",
      });
      if (index < 700) events.push({ kind: "bid", id: `b${index}`, account: "a", at });
      if (index < 200)
        events.push({
          kind: "login",
          id: `m${index}`,
          account: `m${index}`,
          at,
          ip: "198.51.100.1",
          device: "shared",
        });
    }
    return ledgerOf(order === 1 ? events : events.toReversed());
  }

  it("of an account with too much of everything the latest is kept, it is said to be full, and order makes no difference", () => {
    const ledger = busy(1);
    expect(seen(busy(-1))).toEqual(seen(ledger));
    const state = [...ledger.accounts()].find(({ account: id }) => id === "a");
    expect(state?.rows.bid?.size).toBe(ROWS_MAX.bid);
    expect([...(state?.beyond ?? [])].sort()).toEqual(["bid", "days", "visits"]);
    const shared = [...ledger.links()].find(({ key }) => key === "device shared");
    expect(shared?.members.length).toBe(MEMBERS_MAX);
    expect(shared?.crowded).toBe(true);
  });

  it("ten times as many events of one account take no more room, and the latest of each kind are there", () => {
    const flood = (count: number): EventLedger => {
      const ledger = new EventLedger();
      for (let index = 0; index < count; index += 1) {
        const at = new Date(
          Date.UTC(2024, 0, 1) + Math.floor((index / count) * 200 * 86_400_000),
        ).toISOString();
        const event = { id: `e${index}`, account: "a", at };
        if (index % 3 === 0)
          ledger.add({ ...event, kind: "payment", direction: "out", amount: `${index}`, currency: "USD" });
        else
          ledger.add({
            ...event,
            kind: "login",
            ip: `10.${index % 200}.${(index * 7) % 251}.1`,
            device: "d",
          });
      }
      return ledger;
    };
    const sizeOf = (ledger: EventLedger): number =>
      [...ledger.accounts()].reduce((sum, state) => sum + JSON.stringify(writeState(state)).length, 0);
    const [few, many] = [flood(6_000), flood(60_000)];
    expect(sizeOf(many)).toBeLessThan(sizeOf(few) * 1.2);
    const [state] = many.accounts();
    const kept = [...(state?.rows.payment?.values() ?? [])].map((row) => JSON.parse(row).id);
    expect(kept).toHaveLength(ROWS_MAX.payment);
    expect(kept).toContain("e59997");
    expect([...(state?.beyond ?? [])].sort()).toEqual(["days", "payment", "visits"]);
    expect(many.judge("a", judging).flags.map(({ rule }) => rule)).toContain("RF-001");
  });

  it("what everybody shares connects nobody and raises nothing", () => {
    const { clusters } = busy(1).clusters(judging);
    expect(clusters.every(({ accounts }) => accounts.length === 1)).toBe(true);
  });
});
