import type { Visit } from "../state/day-digest.ts";
import { TOP_SCORE } from "../state/link-state.ts";
import { likenessOf } from "../text-signature.ts";
import {
  claimedCountry,
  DAY_MS,
  daysBetween,
  distinct,
  type Evidence,
  found,
  fullestWindow,
  HOUR_MS,
  isoOf,
  kilometers,
  msOf,
  newest,
  type RuleFunction,
  row,
  stated,
  visitRow,
  visitsIn,
} from "./found.ts";
import { chineseRails, paidTogether, split, toChina } from "./payment-rules.ts";
import { sharedOf, sharerRows } from "./shared.ts";
import { named, TABLES } from "./tables.ts";
import { keepsClaimedHours } from "./working-hours.ts";

const place = ({ latitude, longitude }: Visit) =>
  latitude === null || longitude === null ? null : { latitude, longitude };

/** The pair of visits between which somebody would have to travel fastest, and how fast. */
function fastestPair(
  visits: readonly Visit[],
): { readonly pair: readonly [Visit, Visit]; readonly speed: number } | null {
  let best: { readonly pair: readonly [Visit, Visit]; readonly speed: number } | null = null;
  for (const [at, a] of visits.entries()) {
    for (const b of visits.slice(at + 1)) {
      if (b.first - a.last > DAY_MS) break;
      const [from, to] = [place(a), place(b)];
      if (from === null || to === null) continue;
      const apart = Math.min(
        ...[a.first, a.last].flatMap((x) => [b.first, b.last].map((y) => Math.abs(x - y))),
      );
      // Places of addresses are right to a city and its surroundings: under 100 km nobody has moved.
      const distance = kilometers(from, to);
      const speed = distance < 100 ? 0 : distance / Math.max(apart / HOUR_MS, 1 / 60);
      if (best === null || speed > best.speed) best = { pair: [a, b], speed };
    }
  }
  return best;
}

const manyAddresses: RuleFunction = (view, threshold) => {
  const visits = visitsIn(view);
  let best: readonly Visit[] = [];
  for (const [at, visit] of visits.entries()) {
    const window: Visit[] = [];
    for (const next of visits.slice(at)) {
      if (next.first - visit.first > 24 * HOUR_MS) break;
      window.push(next);
    }
    if (distinct(window.map(({ ip }) => ip)).length > distinct(best.map(({ ip }) => ip)).length)
      best = window;
    const countries = distinct(window.flatMap(({ country }) => country ?? []));
    if (
      countries.length >= threshold("countries") &&
      distinct(best.flatMap(({ country }) => country ?? [])).length < countries.length
    )
      best = window;
  }
  const addresses = distinct(best.map(({ ip }) => ip));
  const countries = distinct(best.flatMap(({ country }) => country ?? []));
  const fastest = fastestPair(visits);
  const tooFast = fastest !== null && fastest.speed > threshold("kilometersPerHour") ? fastest : null;
  const hit = addresses.length >= threshold("addresses") || countries.length >= threshold("countries");
  if (!hit && tooFast === null) return null;
  const rows = hit ? best : (tooFast?.pair ?? []);
  return found(
    rows.map((visit) => visitRow(view.account, visit)),
    {
      addresses: Math.max(1, addresses.length),
      countries: countries.length === 0 ? "?" : countries.join(", "),
      speed: tooFast === null ? 0 : Math.round(tooFast.speed),
    },
  );
};

/** Kinds of addresses that many people share by their nature. */
const PUBLIC_TYPES: ReadonlySet<string | null> = new Set([
  "corporate",
  "mobile",
  "hosting",
  "vpn",
  "proxy",
  "tor",
]);

const oneAddress: RuleFunction = (view, threshold) => {
  const types = new Map(visitsIn(view).map(({ ip, type }) => [ip, type]));
  for (const shared of sharedOf(view, "ip")) {
    if (PUBLIC_TYPES.has(types.get(shared.value) ?? null)) continue;
    const near = shared.others.filter(({ hours }) =>
      hours.some((hour) => shared.hours.some((own) => Math.abs(own - hour) <= threshold("days") * 24)),
    );
    if (near.length + 1 >= threshold("accounts"))
      return found(sharerRows(shared, near, "address-shared"), {
        accounts: near.length + 1,
        address: shared.value,
      });
  }
  return null;
};

const neverAsleep: RuleFunction = (view, threshold) => {
  let run = 0;
  let longest = { slots: 0, day: 0 };
  const busy: number[] = [];
  for (const [at, { day, slots }] of view.days.entries()) {
    if (view.days[at - 1]?.day !== day - 1) run = 0;
    for (const slot of slots) {
      run = slot ? run + 1 : 0;
      if (run > longest.slots) longest = { slots: run, day };
    }
    if (slots.filter(Boolean).length >= threshold("hoursADay") * 4) busy.push(day);
  }
  const whole = longest.slots >= threshold("hours") * 4;
  if (!whole && busy.length < threshold("days")) return null;
  return found(
    (whole ? [longest.day] : busy).map((day) => ({
      at: isoOf(day * DAY_MS),
      account: view.account,
      fact: whole ? "session-without-pause" : "hours-online",
      value: whole ? `${longest.slots / 4} h` : `${threshold("hoursADay")} h or more`,
    })),
    { hours: longest.slots / 4, days: busy.length },
  );
};

const remotePorts: RuleFunction = (view) => {
  const open = (ports: readonly number[]) => ports.filter((port) => TABLES.remotePorts.includes(port));
  return found([
    ...visitsIn(view).flatMap((visit) =>
      open(visit.ports).map((port) => ({
        ...visitRow(view.account, visit, "port-open"),
        value: `${visit.ip}:${port}`,
      })),
    ),
    ...view.endpoints.flatMap((one) =>
      open(one.ports ?? []).map((port) => row(one, "port-open", `${one.device}:${port}`)),
    ),
  ]);
};

const HIDING: ReadonlySet<string | null> = new Set(["vpn", "hosting", "proxy", "tor"]);

const hiddenAddress: RuleFunction = (view, threshold) => {
  const visits = visitsIn(view);
  const hours = (some: readonly Visit[]) => some.reduce((sum, visit) => sum + visit.hours, 0);
  const hidden = visits.filter(({ type, service }) => HIDING.has(type) || service !== null);
  const all = hours(visits);
  if (all < threshold("hoursMin") || hours(hidden) / all < threshold("share")) return null;
  const services = distinct(
    hidden.flatMap(({ service, network }) => named(service ?? network ?? "", TABLES.vpnServices) ?? []),
  );
  return found(
    hidden.map((visit) => visitRow(view.account, visit, "address-hidden")),
    {
      percent: Math.round((100 * hours(hidden)) / all),
      services: services.join(", ") || "–",
    },
  );
};

const ownClient: RuleFunction = (view) =>
  found(
    sharedOf(view, "payout").flatMap(({ others, value }) =>
      view.ratings
        .filter(({ from }) => others.some(({ account }) => account === from))
        .map((rating) => row(rating, "rated-by-sharer", `${rating.from}, payment account ${value}`)),
    ),
  );

const sameWords: RuleFunction = (view, threshold) => {
  const alike = new Map<string, Evidence>();
  for (const { detail, others } of sharedOf(view, "words"))
    for (const other of others) {
      const likeness = likenessOf(detail, other.detail);
      if (likeness < threshold("likeness")) continue;
      alike.set(other.account, {
        at: null,
        account: other.account,
        fact: "text-alike",
        value: `${Math.round(likeness * 100)} %`,
      });
    }
  const texts = view.bids.flatMap(({ signature }) => signature ?? []);
  const [first] = texts;
  const own =
    first === undefined ? 0 : texts.filter((text) => likenessOf(first, text) >= threshold("likeness")).length;
  if (alike.size + 1 >= threshold("accounts"))
    return found([...alike.values()], { accounts: alike.size + 1, bids: own });
  if (own < threshold("bids")) return null;
  return found(
    view.bids.filter(({ signature }) => signature !== undefined).map((bid) => row(bid, "bid-alike", bid.id)),
    { accounts: 1, bids: own },
  );
};

const praisedTogether: RuleFunction = (view, threshold) => {
  for (const shared of sharedOf(view, "rater")) {
    if (shared.detail === "") continue;
    const near = shared.others.filter(
      ({ hours, detail }) =>
        detail === shared.detail &&
        hours.some((hour) => shared.hours.some((own) => Math.abs(own - hour) <= threshold("days") * 24)),
    );
    if (near.length + 1 >= threshold("developers"))
      return found(sharerRows(shared, near, "praised-by-one-client"), {
        client: shared.value,
        developers: near.length + 1,
      });
  }
  return null;
};

const manyBids: RuleFunction = (view, threshold) => {
  const window = fullestWindow(view.bids, ({ at }) => msOf(at), threshold("days") * DAY_MS);
  const accepted = window.filter((bid) => bid.accepted === true).length;
  if (window.length < threshold("bids") || accepted / window.length > threshold("accepted")) return null;
  return found(
    window.map((bid) => row(bid, "bid", bid.id)),
    { bids: window.length, accepted },
  );
};

const sameDocuments: RuleFunction = (view) => {
  const rows = [...sharedOf(view, "document"), ...sharedOf(view, "document-image")].flatMap((shared) =>
    sharerRows(shared, shared.others, `${shared.kind}-shared`),
  );
  return found(rows, { accounts: distinct(rows.map(({ account }) => account)).length + 1 });
};

const EXITS: ReadonlySet<string | null> = new Set(["vpn", "proxy", "tor"]);

/** Where a VPN comes out says where its exit is, and nothing of who came through. */
const isPlace = ({ type, service }: Visit): boolean => !EXITS.has(type) && service === null;

const borrowed: RuleFunction = (view, threshold) => {
  const checked = view.profiles.find(
    ({ documents }) => documents?.some(({ check }) => check === "passed") === true,
  );
  if (checked === undefined) return null;
  const at = msOf(checked.at);
  const visits = visitsIn(view);
  const before = visits.filter(({ first }) => first <= at);
  const after = visits.filter(({ first }) => first > at);
  const devices = new Set(before.flatMap(({ device }) => device ?? []));
  const countries = new Set(before.filter(isPlace).flatMap(({ country }) => country ?? []));
  const soon = after.filter(({ first }) => first - at <= threshold("days") * DAY_MS);
  const changed =
    devices.size > 0 &&
    countries.size > 0 &&
    soon.some(isPlace) &&
    after.every(({ device }) => device !== null && !devices.has(device)) &&
    after.filter(isPlace).every(({ country }) => country !== null && !countries.has(country));
  const issuer = checked.documents?.find(({ check }) => check === "passed")?.issuer ?? null;
  // Whoever keeps the hours of home while an office or a server abroad is seen works on a remote desktop there.
  const telling = keepsClaimedHours(view) ? after.filter(({ type }) => !PUBLIC_TYPES.has(type)) : after;
  const elsewhere = issuer === null ? [] : usedElsewhere(telling, issuer, devices, threshold);
  const away = claimedCountry(view) === issuer && elsewhere.length > 0;
  if (!changed && !away) return null;
  const rows = changed ? soon.filter(isPlace) : elsewhere;
  return found(
    [row(checked, "identity-checked", issuer ?? ""), ...rows.map((visit) => visitRow(view.account, visit))],
    {
      issuer: issuer ?? "?",
      countries: distinct(rows.flatMap(({ country }) => country ?? [])).join(", "),
    },
  );
};

/**
 * Visits from outside the country that issued the papers and with other devices than the checked person's, where nearly
 * all are such: of all visits, or of those that tell a place.
 */
function usedElsewhere(
  after: readonly Visit[],
  issuer: string,
  devices: ReadonlySet<string>,
  threshold: (name: string) => number,
): readonly Visit[] {
  const placed = after.filter(({ country }) => country !== null);
  for (const visits of [placed, placed.filter(isPlace)]) {
    // Whoever moves or travels takes the own device along.
    const own = new Set([
      ...devices,
      ...visits.filter(({ country }) => country === issuer).flatMap(({ device }) => device ?? []),
    ]);
    const elsewhere = visits.filter(
      ({ country, device }) => country !== issuer && (device === null || !own.has(device)),
    );
    if (visits.length >= threshold("loginsMin") && elsewhere.length / visits.length >= threshold("share"))
      return elsewhere;
  }
  return [];
}

const sayMonth = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

const awoken: RuleFunction = (view, threshold) => {
  const created = newest(view, ({ createdAt }) => createdAt);
  const started =
    created === null ? [] : [new Date(created).getUTCFullYear() * 12 + new Date(created).getUTCMonth()];
  const months = distinct([...started, ...view.months]).toSorted((a, b) => a - b);
  for (const [at, month] of months.entries()) {
    const next = months[at + 1];
    if (next === undefined || next - month < threshold("months")) continue;
    const names = view.profiles
      .filter((profile) => msOf(profile.at) >= Date.UTC(Math.floor(next / 12), next % 12))
      .flatMap((profile) => [...(profile.names ?? []), ...(profile.handles ?? [])]);
    return found(
      [month, next].map((one) => ({
        at: isoOf(Date.UTC(Math.floor(one / 12), one % 12)),
        account: view.account,
        fact: one === month ? "last-active" : "active-again",
        value: sayMonth(one),
      })),
      { months: next - month, names: names.length },
    );
  }
  return null;
};

const praisedAtOnce: RuleFunction = (view, threshold) => {
  const created = newest(view, ({ createdAt }) => createdAt);
  if (created === null) return null;
  const early = view.ratings.filter(
    ({ at, score }) => score >= TOP_SCORE && daysBetween(created, at) < threshold("days"),
  );
  return early.length < threshold("ratings")
    ? null
    : found(
        early.map((rating) => row(rating, "rating", `${rating.score} by ${rating.from}`)),
        { ratings: early.length },
      );
};

const offPlatform: RuleFunction = (view) =>
  found(
    view.messages
      .filter(
        ({ topics, beforeContract }) => topics?.includes("off-platform") === true && beforeContract !== false,
      )
      .map((one) => row(one, "message", "off-platform")),
  );

const coldContact: RuleFunction = (view, threshold) =>
  found(
    view.messages
      .filter(
        ({ topics, at, senderDomainRegisteredOn }) =>
          topics?.includes("cold-contact") === true &&
          (senderDomainRegisteredOn === undefined ||
            daysBetween(senderDomainRegisteredOn, at) < threshold("domainDays")),
      )
      .map((one) =>
        row(
          one,
          "message",
          one.senderDomainRegisteredOn === undefined
            ? "no web presence"
            : `domain of ${one.senderDomainRegisteredOn}`,
        ),
      ),
  );

const sameContact: RuleFunction = (view, threshold) => {
  for (const shared of [...sharedOf(view, "phone"), ...sharedOf(view, "email")]) {
    if (shared.others.length + 1 < threshold("persons")) continue;
    const voip = stated(view, ({ phones }) => phones).some(({ type }) => type === "voip");
    return found(sharerRows(shared, shared.others, `${shared.kind}-shared`), {
      persons: shared.others.length + 1,
      voip: voip ? "VoIP" : "–",
    });
  }
  return null;
};

/** D1: what accounts do on freelance and payment platforms. */
export const PLATFORM_RULES: Readonly<Record<string, RuleFunction>> = {
  "RF-001": manyAddresses,
  "RF-002": oneAddress,
  "RF-003": neverAsleep,
  "RF-004": remotePorts,
  "RF-005": hiddenAddress,
  "RF-006": ownClient,
  "RF-007": sameWords,
  "RF-008": praisedTogether,
  "RF-009": manyBids,
  "RF-010": toChina,
  "RF-011": chineseRails,
  "RF-012": paidTogether(false),
  "RF-013": sameDocuments,
  "RF-014": borrowed,
  "RF-015": awoken,
  "RF-016": praisedAtOnce,
  "RF-017": split,
  "RF-018": offPlatform,
  "RF-019": coldContact,
  "RF-020": sameContact,
};
