import type { WorkerEvent } from "../../src/engine/redflags/event.ts";
import type { Random } from "../../src/service/evaluation/random.ts";

/** What an account really is; `ring` and the two after it are those that should be found. */
export const SCENARIOS = [
  "ring",
  "rented-identity",
  "laptop-farm",
  "ordinary",
  "traveler",
  "vpn-user",
  "agency",
  "family",
  "emigrant",
  "night-worker",
  "newcomer",
  "relocated",
  "remote-agency",
] as const;
export type Scenario = (typeof SCENARIOS)[number];
export const GUILTY: ReadonlySet<Scenario> = new Set(["ring", "rented-identity", "laptop-farm"]);

/** Accounts of each scenario in a market of about a thousand. */
export const MIX: Readonly<Record<Scenario, number>> = {
  ring: 20,
  "rented-identity": 12,
  "laptop-farm": 12,
  ordinary: 600,
  traveler: 70,
  "vpn-user": 80,
  agency: 60,
  family: 40,
  emigrant: 70,
  "night-worker": 40,
  newcomer: 40,
  relocated: 20,
  "remote-agency": 40,
};

export type Market = {
  readonly events: readonly WorkerEvent[];
  readonly truth: ReadonlyMap<string, Scenario>;
  readonly countryOf: ReadonlyMap<string, string>;
};

export const HOMES = [
  { country: "US", offset: -300, city: "Columbus", latitude: 39.96, longitude: -83 },
  { country: "CA", offset: -300, city: "Toronto", latitude: 43.65, longitude: -79.38 },
  { country: "GB", offset: 0, city: "Leeds", latitude: 53.8, longitude: -1.55 },
  { country: "PL", offset: 60, city: "Krakow", latitude: 50.06, longitude: 19.94 },
  { country: "UA", offset: 120, city: "Lviv", latitude: 49.84, longitude: 24.03 },
  { country: "IN", offset: 330, city: "Pune", latitude: 18.52, longitude: 73.86 },
  { country: "CN", offset: 480, city: "Shenyang", latitude: 41.8, longitude: 123.43 },
  { country: "KR", offset: 540, city: "Seoul", latitude: 37.57, longitude: 126.98 },
  { country: "BR", offset: -180, city: "Recife", latitude: -8.05, longitude: -34.9 },
] as const;
export type Home = (typeof HOMES)[number];

export const FIRST =
  "Adam Bea Carl Dana Emil Fay Gus Hana Ivo June Karl Lena Max Nora Otto Pia Quinn Rosa Sam Tess Udo Vera Walt Xenia Yuri Zoe Minjun Wei Priya Joao".split(
    " ",
  );
export const LAST =
  "Abbott Baker Castro Dietrich Evans Farkas Gomes Horvath Ivanov Jansen Kowal Lim Moreau Novak Osei Park Quist Rossi Singh Tanaka Ueda Varga Wang Xu Young Zhang Silva Kim Patel Shevchenko".split(
    " ",
  );
const TRADES =
  "mobile payment mapping chat video booking health logistics learning inventory security search game design data".split(
    " ",
  );

export const START = Date.UTC(2025, 0, 6);
export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const DAYS = 45;

export type Person = { readonly account: string; readonly home: Home; readonly name: string };

/** Makes accounts and their events, by a seed. */
export class MarketBuilder {
  readonly events: WorkerEvent[] = [];
  readonly truth = new Map<string, Scenario>();
  readonly countryOf = new Map<string, string>();
  readonly random: Random;
  #ids = 0;

  constructor(random: Random) {
    this.random = random;
  }

  person(scenario: Scenario, home: Home = this.random.pick(HOMES)): Person {
    const account = `a${this.truth.size + 1}`;
    this.truth.set(account, scenario);
    this.countryOf.set(account, home.country);
    return {
      account,
      home,
      name: `${this.random.pick(FIRST)} ${this.random.pick(LAST)} ${String.fromCharCode(65 + this.random.below(26))}`,
    };
  }

  add(kind: WorkerEvent["kind"], account: string, ms: number, facts: object): void {
    this.#ids += 1;
    this.events.push({
      kind,
      id: `e${this.#ids}`,
      account,
      at: new Date(ms).toISOString(),
      ...facts,
    } as WorkerEvent);
  }

  resume(): string {
    const { random } = this;
    return Array.from(
      { length: 30 },
      () => `${random.pick(TRADES)} ${random.pick(LAST).toLowerCase()} ${random.below(90)}`,
    ).join(" and ");
  }

  profile({ account, home, name }: Person, facts: object = {}): void {
    this.add("account", account, START - 20 * DAY, {
      platform: "market",
      role: "developer",
      createdAt: new Date(START - (60 + this.random.below(700)) * DAY).toISOString(),
      claimedCountry: home.country,
      utcOffsetMinutes: home.offset,
      names: [name],
      emails: [`${account}@mail.example`],
      phones: [{ number: `+1555${account.slice(1).padStart(7, "0")}`, type: "mobile" }],
      documents: [{ kind: "passport", issuer: home.country, number: `P${account}`, name, check: "passed" }],
      payoutAccounts: [{ account: `BA-${account}`, holder: name, bank: "bank" }],
      resume: this.resume(),
      ...facts,
    });
  }

  /** A working day's login from somewhere, about `from` o'clock of the place's time. */
  login(
    { account }: Person,
    day: number,
    at: { readonly from: number; readonly offset: number; readonly hours?: number },
    facts: object,
  ): void {
    const start = START + day * DAY + (at.from + this.random.next() * 1.5) * HOUR - at.offset * 60_000;
    this.add("login", account, start, {
      until: new Date(start + (at.hours ?? 7) * HOUR).toISOString(),
      ...facts,
    });
  }

  days(share: number): readonly number[] {
    return Array.from({ length: DAYS }, (_, day) => day).filter(() => this.random.chance(share));
  }

  at(home: Home): object {
    return { country: home.country, place: home.city, latitude: home.latitude, longitude: home.longitude };
  }

  ordinaryLogins(person: Person, facts: object = {}): void {
    const ip = `10.${this.random.below(250)}.${this.random.below(250)}.${this.random.below(250)}`;
    for (const day of this.days(0.6))
      this.login(
        person,
        day,
        { from: 9, offset: person.home.offset },
        { ip, device: `d-${person.account}`, addressType: "residential", ...this.at(person.home), ...facts },
      );
  }

  work(person: Person, payoutTo = `BA-${person.account}`): void {
    for (let month = 0; month < 2; month += 1) {
      const amount = String(800 + this.random.below(3_000));
      const paid = START + (10 + month * 18 + this.random.below(5)) * DAY;
      this.add("payment", person.account, paid, {
        direction: "in",
        amount,
        currency: "USD",
        counterparty: `client-${this.random.below(400)}`,
        counterpartyKind: "client",
      });
      this.add("payment", person.account, paid + (3 + this.random.below(4)) * DAY, {
        direction: "out",
        amount,
        currency: "USD",
        payoutAccount: payoutTo,
        counterpartyKind: "platform",
        bankCountry: person.home.country,
      });
    }
    for (const day of this.days(0.2))
      this.add("bid", person.account, START + day * DAY + 10 * HOUR, {
        text: this.resume(),
        accepted: this.random.chance(0.15),
      });
  }
}
