import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CASE_RULE, clustersOf, scoreOf } from "./case.ts";
import type { Flag } from "./flag.ts";
import { EventLedger } from "./ledger.ts";
import { bundledRules, type Rule } from "./rule.ts";

const book = bundledRules();
const { rules } = book;
const flag = (rule: Rule, account = "a"): Flag => ({
  rule: rule.id,
  account,
  severity: rule.severity,
  group: rule.group,
  weight: rule.weight,
  on: "2024-01-01",
  words: rule.title,
  innocent: rule.innocent,
  evidence: [],
  rows: 1,
});
const some = fc.subarray([...rules]);
const of = (...ids: string[]): readonly Flag[] =>
  ids.flatMap((id) => rules.filter((rule) => rule.id === id).map((rule) => flag(rule)));

describe("when flags open a case", () => {
  it("low flags alone open nothing, however many there are", () => {
    const low = rules.filter(({ severity }) => severity === "low").map((rule) => flag(rule));
    expect(low.length).toBeGreaterThan(10);
    const score = scoreOf(low);
    expect(score.opens).toBe(false);
    expect(score.sum).toBeLessThanOrEqual(CASE_RULE.lowMax);
  });

  it("one kind of evidence alone opens nothing, unless it is decisive: a family with one bank account stays in peace", () => {
    expect(scoreOf(of("RF-012", "RF-105", "RF-112", "RF-104")).opens).toBe(false);
    expect(scoreOf(of("RF-140")).opens).toBe(true);
  });

  it("an agency with one bank account, one office, one template and one door opens nothing: all of it says that they belong together", () => {
    expect(scoreOf(of("RF-012", "RF-112", "RF-002", "RF-007", "RF-041", "RF-083")).opens).toBe(false);
  });

  it("kinds of evidence that agree open a case and say why", () => {
    const score = scoreOf(of("RF-012", "RF-013", "RF-001", "RF-041"));
    expect(score.opens).toBe(true);
    expect(score.because).toMatch(/3 kinds of evidence agree/);
  });

  it("a traveller behind a VPN who likes Korean keyboards opens nothing", () => {
    expect(scoreOf(of("RF-001", "RF-005", "RF-045", "RF-088", "RF-089", "RF-091", "RF-035")).opens).toBe(
      false,
    );
  });

  it("an identity that is contradicted in two ways on one account weighs more than either way on two accounts", () => {
    const on = (account: string, id: string): Flag => ({ ...of(id)[0], account }) as Flag;
    const together = scoreOf([on("a", "RF-014"), on("a", "RF-105")], 2);
    const apart = scoreOf([on("a", "RF-014"), on("b", "RF-105")], 2);
    expect(together.sum).toBeGreaterThan(apart.sum);
    expect(together.groups.map(({ group }) => group)).toContain("identity");
    expect(apart.groups.map(({ group }) => group)).not.toContain("identity");
    // A couple of whom one travels: the account is shared, and nobody else uses the other's.
    expect(scoreOf([...of("RF-012", "RF-105", "RF-112"), on("b", "RF-001")], 2).opens).toBe(false);
  });

  it("whoever was paid into the account of the one they live with when the papers were checked, and moves, is contradicted once", () => {
    const checked = { at: "2024-01-01T00:00:00Z", account: "a", fact: "identity-checked", value: "US" };
    const paid = (at: string): readonly Flag[] => [
      ...of("RF-014").map((one) => ({ ...one, evidence: [checked] })),
      ...of("RF-105").map((one) => ({
        ...one,
        evidence: [
          { at: "2024-01-01T00:00:00Z", account: "a", fact: "account-holder", value: "Spouse" },
          { at, account: "a", fact: "account-holder", value: at < "2024-02" ? "Spouse" : "Stranger" },
        ],
      })),
    ];
    const groupsOf = (flags: readonly Flag[]) => scoreOf(flags).groups.map(({ group }) => group);
    expect(groupsOf(paid("2024-01-15T00:00:00Z"))).not.toContain("identity");
    expect(groupsOf(paid("2024-03-01T00:00:00Z"))).toContain("identity");
  });

  it("one colleague of an agency who travels opens nothing, and the more they are the less it says", () => {
    const colleagues = (size: number) =>
      scoreOf(
        [
          ...["RF-012", "RF-112", "RF-105", "RF-002", "RF-007"].flatMap((id) =>
            Array.from({ length: size }, (_, at) => ({ ...of(id)[0], account: `a${at}` }) as Flag),
          ),
          ...of("RF-001").map((flag) => ({ ...flag, account: "a0" })),
        ],
        size,
      );
    expect(colleagues(3).opens).toBe(false);
    expect(colleagues(9).sum).toBeLessThan(colleagues(3).sum);
  });

  it("one more flag never makes a case less likely, and the order of flags is nothing", () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...rules), (held, more) => {
        const before = scoreOf(held.map((rule) => flag(rule)));
        const after = scoreOf([...held, more].map((rule) => flag(rule)));
        expect(after.sum).toBeGreaterThanOrEqual(before.sum - 1e-9);
        expect(scoreOf(held.toReversed().map((rule) => flag(rule)))).toEqual(before);
      }),
    );
  });

  it("flags that rest on the same facts count less than their sum", () => {
    fc.assert(
      fc.property(some, (held) => {
        const { sum } = scoreOf(held.map((rule) => flag(rule)));
        const whole = held.reduce((total, { weight }) => total + weight, 0);
        // Of an identity four things can be contradicted: the place, the payee, the papers, the name.
        expect(sum).toBeLessThanOrEqual(whole + 3 * CASE_RULE.corroborated + 1e-6);
      }),
    );
  });
});

describe("accounts that claim to be apart", () => {
  const START = Date.UTC(2024, 0, 8);
  const HOUR = 3_600_000;

  /** Two accounts on one device, each with its own clock, logging in on ten days at an hour of UTC. */
  function clustersWith(
    people: readonly { readonly country: string; readonly offset?: number; readonly hour: number }[],
  ) {
    const ledger = new EventLedger();
    for (const [at, { country, offset, hour }] of people.entries()) {
      const account = `a${at}`;
      ledger.add({
        kind: "account",
        id: account,
        account,
        at: new Date(START).toISOString(),
        claimedCountry: country,
        ...(offset === undefined ? {} : { utcOffsetMinutes: offset }),
      });
      for (let day = 1; day <= 10; day += 1)
        ledger.add({
          kind: "login",
          id: `${account}-${day}`,
          account,
          at: new Date(START + day * 24 * HOUR + hour * HOUR).toISOString(),
          ip: `192.0.2.${at}`,
          addressType: "vpn",
          device: "one",
        });
    }
    return ledger.clusters({ book, day: "2024-03-01" }).clusters;
  }
  const isContradicted = (people: Parameters<typeof clustersWith>[0]): boolean =>
    clustersWith(people).some(({ flags }) => flags.some(({ rule }) => rule === "RF-030"));

  it("and use one device in the same hours contradict each other, each with the other as evidence, in both languages", () => {
    const [cluster] = clustersWith([
      { country: "PL", offset: 60, hour: 2 },
      { country: "US", offset: -300, hour: 2 },
    ]);
    const flags = cluster?.flags.filter(({ rule }) => rule === "RF-030") ?? [];
    expect(flags.map(({ account, evidence }) => [account, evidence])).toEqual([
      [
        "a0",
        [
          {
            at: null,
            account: "a1",
            fact: "one-device-claims-apart",
            value: "one: PL (UTC+01:00) / US (UTC-05:00)",
          },
        ],
      ],
      [
        "a1",
        [
          {
            at: null,
            account: "a0",
            fact: "one-device-claims-apart",
            value: "one: US (UTC-05:00) / PL (UTC+01:00)",
          },
        ],
      ],
    ]);
    expect(flags[0]?.words.en).toBe(
      "2 accounts are used from one device in the same hours, and claim to be where they cannot all be.",
    );
    expect(flags[0]?.words.ko).toMatch(/^2개 계정/);
  });

  it("and have stated no clock are apart where they claim other continents", () => {
    expect(
      isContradicted([
        { country: "PL", hour: 2 },
        { country: "US", hour: 2 },
      ]),
    ).toBe(true);
    expect(
      isContradicted([
        { country: "PL", hour: 2 },
        { country: "DE", hour: 2 },
      ]),
    ).toBe(false);
  });

  it("on a remote desktop do not, where each works in hours of the own, nor do a couple at home or a neighbor country", () => {
    expect(
      isContradicted([
        { country: "PL", offset: 60, hour: 8 },
        { country: "US", offset: -300, hour: 14 },
      ]),
    ).toBe(false);
    expect(
      isContradicted([
        { country: "PL", offset: 60, hour: 8 },
        { country: "PL", offset: 60, hour: 8 },
      ]),
    ).toBe(false);
    expect(
      isContradicted([
        { country: "PL", offset: 60, hour: 8 },
        { country: "UA", offset: 120, hour: 8 },
      ]),
    ).toBe(false);
  });
});

describe("clusters", () => {
  const claims = { country: null, offsetMinutes: null };
  const link = (from: string, to: string) => ({ kind: "device" as const, value: "d", from, to, strength: 1 });

  it("hold the accounts that links connect, through others as well, and leave out those without any flag", () => {
    const clusters = clustersOf(
      [
        { account: "a", flags: of("RF-012"), links: [link("a", "b")], claims },
        { account: "b", flags: [], links: [link("b", "c")], claims },
        { account: "c", flags: [], links: [], claims },
        { account: "z", flags: [], links: [], claims },
      ],
      book,
    );
    expect(clusters.map(({ accounts }) => accounts)).toEqual([["a", "b", "c"]]);
  });

  it("have the same id and content in whatever order the accounts come", () => {
    const accounts = ["a", "b", "c", "d", "e"];
    const all = accounts.map((account, at) => ({
      account,
      flags: of("RF-012"),
      links: at < 3 ? [link(account, accounts[at + 1] ?? "e")] : [],
      claims,
    }));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(clustersOf(shuffled, book)).toEqual(clustersOf(all, book));
      }),
    );
  });
});
