/**
 * A freelance market made up by a seed. The patterns of those who are after a living under another name follow the
 * public texts that data/redflags/sources.json names: the advisory of 16 May 2022 (A22), the FBI's announcements of 2023
 * to 2025 (P23, P24, P25A, P25B), Treasury's press release sm481, Microsoft's and Mandiant's reports. Beside them live
 * people who look like them and are not: travelers, people behind VPNs, agencies, families, emigrants, night workers,
 * newcomers, people who moved and are paid into the account of the one they live with, and agencies whose people live in
 * several countries and work on one remote desktop.
 * Nothing here was measured on a real market: how many there are of each is an assumption.
 */
import type { Random } from "../../src/service/evaluation/random.ts";
import {
  DAY,
  DAYS,
  FIRST,
  HOMES,
  LAST,
  type Market,
  MarketBuilder,
  MIX,
  type Scenario,
  START,
} from "./market-builder.ts";

const YANJI = { country: "CN", place: "Yanji", latitude: 42.9, longitude: 129.5 };

/** Three to five accounts behind one payment account, run from one room under several names (A22, sm481). */
function ring(market: MarketBuilder, size: number): void {
  const { random } = market;
  const device = `ring-${random.below(1e9)}`;
  const payout = { account: `RING-${random.below(1e9)}`, holder: `${random.pick(LAST)} Trade Ltd` };
  const text = market.resume();
  const careful = random.chance(0.4);
  for (let at = 0; at < size; at += 1) {
    const person = market.person("ring", random.pick(HOMES.slice(0, 5)));
    market.profile(person, {
      payoutAccounts: [
        careful && random.chance(0.5) ? { account: `BA-${person.account}`, holder: person.name } : payout,
      ],
      ...(random.chance(0.6) ? { resume: text } : {}),
      ...(random.chance(0.3) ? { phones: [{ number: `+1556${device.slice(5)}`, type: "voip" }] } : {}),
    });
    const hidden = careful || random.chance(0.5);
    for (const day of market.days(0.8))
      market.login(
        person,
        day,
        { from: 9, offset: 480, hours: 10 },
        {
          ip: hidden ? `198.51.100.${random.below(40)}` : `203.0.113.${random.below(6)}`,
          device: random.chance(0.7) ? device : `${device}-${at}`,
          ...(hidden
            ? { addressType: "vpn", service: "Astrill", country: person.home.country }
            : { addressType: "residential", ...YANJI }),
        },
      );
    market.work(person, payout.account);
    for (const day of market.days(0.25))
      market.add("bid", person.account, START + day * DAY, { text, accepted: random.chance(0.05) });
  }
}

/** An account opened by one person and used by another (A22, KR22). */
function rented(market: MarketBuilder): void {
  const { random } = market;
  const person = market.person("rented-identity", random.pick(HOMES.slice(0, 4)));
  market.profile(person);
  market.login(
    person,
    -21,
    { from: 10, offset: person.home.offset },
    {
      ip: `192.0.2.${random.below(250)}`,
      device: `own-${person.account}`,
      addressType: "residential",
      ...market.at(person.home),
    },
  );
  for (const day of market.days(0.75))
    market.login(
      person,
      day,
      { from: 9, offset: 540, hours: 10 },
      {
        ip: `203.0.113.${100 + random.below(100)}`,
        device: `used-${person.account}`,
        ...(random.chance(0.4)
          ? { addressType: "vpn", service: "NordVPN", country: random.pick(["US", "JP"]) }
          : { addressType: "hosting", country: random.pick(["CN", "RU"]) }),
      },
    );
  market.add("account", person.account, START + 12 * DAY, {
    payoutAccounts: [
      { account: `X-${person.account}`, holder: `${random.pick(FIRST)} ${random.pick(LAST)}` },
    ],
  });
  if (random.chance(0.6))
    market.add("account", person.account, START + 33 * DAY, {
      payoutAccounts: [
        {
          account: `Y-${person.account}`,
          holder: `${random.pick(FIRST)} ${random.pick(LAST)}`,
          bank: "money-service",
        },
      ],
    });
  if (random.chance(0.5))
    for (const day of [3, 20])
      market.add("message", person.account, START + day * DAY, {
        topics: [random.pick(["crypto", "other-payment-account"])],
      });
  market.work(person, `X-${person.account}`);
}

/** Employees whose laptops stand in one home and are driven from afar (P24, MS26, MAN24). */
function farm(market: MarketBuilder, size: number): void {
  const { random } = market;
  const home = HOMES[0];
  const street = `${random.below(900)} Maple Street, Dayton 45402`;
  const ip = `192.0.2.${random.below(250)}`;
  for (let at = 0; at < size; at += 1) {
    const person = market.person("laptop-farm", home);
    market.profile(person, {
      role: "employee",
      hiredOn: "2025-01-06",
      documents: [
        {
          kind: "licence",
          issuer: "US",
          number: `L${person.account}`,
          name: person.name,
          address: `${random.below(900)} Oak Avenue, Reno 89501`,
          check: "passed",
        },
      ],
    });
    market.add("shipment", person.account, START - 2 * DAY, {
      item: "laptop",
      address: street,
      addressKind: "home",
      employer: `Employer ${random.below(50)}`,
      country: "US",
    });
    for (const day of market.days(0.7))
      market.login(
        person,
        day,
        { from: 9, offset: home.offset, hours: 8 },
        { ip, device: `corp-${person.account}`, addressType: "residential", ...market.at(home) },
      );
    market.add("endpoint", person.account, START + 3 * DAY, {
      device: `corp-${person.account}`,
      software: [
        "Slack",
        ...(random.chance(0.8) ? ["AnyDesk"] : []),
        ...(random.chance(0.4) ? ["Mouse Jiggler"] : []),
      ],
      ...(random.chance(0.4) ? { display: "PiKVM" } : {}),
      ...(random.chance(0.5) ? { utcOffsetMinutes: 480 } : {}),
    });
    if (random.chance(0.5))
      for (const day of [-10, -6])
        market.add("interview", person.account, START + day * DAY, { camera: "off" });
  }
}

/** People who look like the others in one way or two, and are not. */
const INNOCENT: Readonly<
  Record<
    "traveler" | "vpn-user" | "emigrant" | "night-worker" | "newcomer" | "relocated" | "ordinary",
    (market: MarketBuilder) => void
  >
> = {
  ordinary: (market) => {
    const person = market.person("ordinary");
    market.profile(person);
    market.ordinaryLogins(person);
    market.work(person);
  },
  traveler: (market) => {
    const { random } = market;
    const person = market.person("traveler");
    market.profile(person);
    market.ordinaryLogins(person);
    for (let trip = 0; trip < 2; trip += 1) {
      const there = random.pick(HOMES);
      const day = random.below(DAYS);
      for (let stay = 0; stay < 5; stay += 1)
        market.login(
          person,
          day + stay,
          { from: 10, offset: there.offset, hours: 3 },
          {
            ip: `10.9.${random.below(250)}.${random.below(250)}`,
            device: `d-${person.account}`,
            addressType: "residential",
            ...market.at(there),
          },
        );
    }
    market.work(person);
  },
  "vpn-user": (market) => {
    const { random } = market;
    const person = market.person("vpn-user");
    market.profile(person);
    for (const day of market.days(0.6))
      market.login(
        person,
        day,
        { from: 9, offset: person.home.offset },
        {
          ip: `198.51.100.${random.below(250)}`,
          device: `d-${person.account}`,
          addressType: "vpn",
          service: random.pick(["Mullvad", "NordVPN", "ExpressVPN"]),
          country: random.chance(0.8) ? person.home.country : random.pick(["NL", "US", "SG"]),
        },
      );
    market.work(person);
  },
  emigrant: (market) => {
    const { random } = market;
    const [from, to] = [random.pick(HOMES.slice(5, 8)), random.pick(HOMES.slice(0, 4))];
    const person = market.person("emigrant", to);
    market.profile(person, {
      documents: [
        {
          kind: "passport",
          issuer: from.country,
          number: `P${person.account}`,
          name: person.name,
          check: "passed",
        },
      ],
      education: [{ country: from.country }],
      jobs: [{ country: to.country }],
    });
    market.ordinaryLogins(person, {
      locale: from.country === "KR" ? "ko-KR" : from.country === "CN" ? "zh-CN" : "en-IN",
    });
    market.work(person);
    if (from.country === "CN")
      for (const day of [5, 15, 25, 35])
        market.add("payment", person.account, START + day * DAY, {
          direction: "out",
          amount: "200",
          currency: "USD",
          counterparty: "parents",
          counterpartyKind: "person",
          bankCountry: "CN",
          rail: "Alipay",
        });
  },
  "night-worker": (market) => {
    const { random } = market;
    const person = market.person("night-worker", HOMES[0]);
    market.profile(person);
    const ip = `10.8.${random.below(250)}.${random.below(250)}`;
    for (const day of market.days(0.6))
      market.login(
        person,
        day,
        { from: 21, offset: person.home.offset },
        { ip, device: `d-${person.account}`, addressType: "residential", ...market.at(person.home) },
      );
    market.work(person);
  },
  relocated,
  newcomer: (market) => {
    const person = market.person("newcomer");
    market.profile(person, {
      createdAt: new Date(START - 3 * DAY).toISOString(),
      profiles: [{ url: `https://${person.account}.example`, pages: 1 }],
      photoKind: "stock",
    });
    market.ordinaryLogins(person);
    for (let bid = 0; bid < 60; bid += 1)
      market.add("bid", person.account, START + (bid / 3) * DAY, {
        text: market.resume(),
        accepted: bid === 30,
      });
    for (let rating = 0; rating < 5; rating += 1)
      market.add("rating", person.account, START + (5 + rating) * DAY, {
        from: `client-${market.random.below(400)}`,
        score: 5,
      });
  },
};

/**
 * The hardest to tell from a rented identity: moved to another country after the papers were checked, not yet said so on
 * the profile, paid into the account of the one they live with, half of them with a new laptop.
 */
function relocated(market: MarketBuilder): void {
  const { random } = market;
  const [from, to] = [random.pick(HOMES.slice(0, 5)), random.pick(HOMES.slice(5))];
  const person = market.person("relocated", from);
  const spouse = `${random.pick(FIRST)} ${random.pick(LAST)}`;
  market.profile(person, {
    payoutAccounts: [{ account: `SP-${person.account}`, holder: spouse, bank: "bank" }],
  });
  const [before, after] = [`d-${person.account}`, random.chance(0.5) ? "new" : "own"];
  const ip = `10.5.${random.below(250)}.${random.below(250)}`;
  market.login(
    person,
    -21,
    { from: 9, offset: from.offset },
    { ip: `10.4.0.${random.below(250)}`, device: before, addressType: "residential", ...market.at(from) },
  );
  for (const day of market.days(0.6))
    market.login(
      person,
      day,
      { from: 9, offset: to.offset },
      {
        ip,
        device: after === "own" ? before : `${before}-2`,
        addressType: "residential",
        ...market.at(to),
      },
    );
  market.work(person, `SP-${person.account}`);
}

/** Colleagues in one office, paid through the agency, with its template of a bid. */
function agency(market: MarketBuilder, size: number): void {
  const { random } = market;
  const home = random.pick(HOMES);
  const ip = `10.7.${random.below(250)}.${random.below(250)}`;
  const known = random.chance(0.5);
  const text = market.resume();
  const payout = { account: `AG-${random.below(1e9)}`, holder: `${random.pick(LAST)} Studio`, bank: "bank" };
  for (let at = 0; at < size; at += 1) {
    const person = market.person("agency", home);
    market.profile(person, { payoutAccounts: [payout] });
    for (const day of market.days(0.7))
      market.login(
        person,
        day,
        { from: 9, offset: home.offset, hours: 8 },
        {
          ip,
          device: `d-${person.account}`,
          addressType: known ? "corporate" : "residential",
          ...market.at(home),
        },
      );
    market.work(person, payout.account);
    for (const day of market.days(0.1))
      market.add("bid", person.account, START + day * DAY, { text, accepted: random.chance(0.3) });
  }
}

/** Two who live together, with one bank account and one line, and now and then one laptop. */
function family(market: MarketBuilder): void {
  const { random } = market;
  const home = random.pick(HOMES);
  const ip = `10.6.${random.below(250)}.${random.below(250)}`;
  const people = [market.person("family", home), market.person("family", home)];
  const payout = { account: `FA-${random.below(1e9)}`, holder: people[0]?.name ?? "", bank: "bank" };
  for (const person of people) {
    market.profile(person, { payoutAccounts: [payout] });
    for (const day of market.days(0.6))
      market.login(
        person,
        day,
        { from: 9, offset: home.offset },
        {
          ip,
          device: random.chance(0.1) ? `shared-${payout.account}` : `d-${person.account}`,
          addressType: "residential",
          ...market.at(home),
        },
      );
    market.work(person, payout.account);
  }
}

/**
 * The hardest to tell from a ring: people in several countries, paid through their agency, with its template, on its one
 * remote desktop. They keep the hours of the place that each claims.
 */
function remoteAgency(market: MarketBuilder, size: number): void {
  const { random } = market;
  const name = `RA-${random.below(1e9)}`;
  const payout = { account: name, holder: `${random.pick(LAST)} Works`, bank: "bank" };
  const text = market.resume();
  const addressType = random.pick(["corporate", "hosting", "vpn"]);
  for (let at = 0; at < size; at += 1) {
    const person = market.person("remote-agency", random.pick(HOMES));
    market.profile(person, { payoutAccounts: [payout] });
    for (const day of market.days(0.7))
      market.login(
        person,
        day,
        { from: 9, offset: person.home.offset, hours: 8 },
        { ip: `10.6.0.${random.below(4)}`, device: `desktop-${name}`, addressType, country: "NL" },
      );
    market.work(person, name);
    for (const day of market.days(0.2))
      market.add("bid", person.account, START + day * DAY, { text, accepted: random.chance(0.2) });
  }
}

/** A market about `scale` thousand accounts large. The same seed makes the same market on any machine. */
export function makeMarket(random: Random, scale: number): Market {
  const market = new MarketBuilder(random);
  const until = (scenario: Scenario, make: () => void): void => {
    const wanted = Math.round(MIX[scenario] * scale);
    for (
      const have = (): number => [...market.truth.values()].filter((one) => one === scenario).length;
      have() < wanted;
    )
      make();
  };
  until("ring", () => ring(market, 3 + random.below(3)));
  until("rented-identity", () => rented(market));
  until("laptop-farm", () => farm(market, 2 + random.below(4)));
  until("agency", () => agency(market, 3 + random.below(6)));
  until("family", () => family(market));
  for (const scenario of [
    "ordinary",
    "traveler",
    "vpn-user",
    "emigrant",
    "night-worker",
    "newcomer",
    "relocated",
  ] as const)
    until(scenario, () => INNOCENT[scenario](market));
  until("remote-agency", () => remoteAgency(market, 3 + random.below(6)));
  return { events: market.events, truth: market.truth, countryOf: market.countryOf };
}
