import type { Flagged, Link } from "./case.ts";
import { type Flag, flagOf } from "./flag.ts";
import { type RuleBook, ruleOf } from "./rule.ts";
import { claimedCountry, type Evidence, found, newest } from "./rules/found.ts";
import { TABLES } from "./rules/tables.ts";
import type { AccountView } from "./rules/view.ts";

/** Where an account claims to be, as last stated; null where nothing is. */
export type Claims = { readonly country: string | null; readonly offsetMinutes: number | null };

export function claimsOf(view: AccountView): Claims {
  return {
    country: claimedCountry(view),
    offsetMinutes: newest(view, ({ utcOffsetMinutes }) => utcOffsetMinutes),
  };
}

/** Who claims mornings so far apart is not in the other's room; where no clock is stated, other continents are far. */
function areApart(a: Claims, b: Claims, minutes: number): boolean {
  if (a.offsetMinutes !== null && b.offsetMinutes !== null)
    return Math.abs(a.offsetMinutes - b.offsetMinutes) >= minutes;
  const [here, there] = [a, b].map(({ country }) => TABLES.continentOf.get(country ?? ""));
  return here !== undefined && there !== undefined && here !== there;
}

function sayClaims({ country, offsetMinutes }: Claims): string {
  if (offsetMinutes === null) return country ?? "?";
  const size = Math.abs(offsetMinutes);
  const clock = `${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
  return `${country ?? "?"} (UTC${offsetMinutes < 0 ? "-" : "+"}${clock})`;
}

/**
 * Flags on accounts that are used from one device in the same hours and claim to be where they cannot all be (RF-030: what
 * is claimed against what is seen). Only together do they contradict each other: each alone tells one story. An office, a
 * couple and an agency with one device claim one place, or work each in the hours of their own.
 */
export function claimsApart(
  members: ReadonlyMap<string, Flagged>,
  links: readonly Link[],
  book: RuleBook,
): readonly Flag[] {
  const rule = ruleOf(book, "RF-030");
  const { minutesApart = Number.POSITIVE_INFINITY, hoursTogether = Number.POSITIVE_INFINITY } =
    rule.thresholds;
  const rows = new Map<string, Evidence[]>();
  for (const { kind, value, from, to, sameHours } of links) {
    if (kind !== "device" || (sameHours ?? 0) < hoursTogether) continue;
    const [a, b] = [members.get(from)?.claims, members.get(to)?.claims];
    if (a === undefined || b === undefined || !areApart(a, b, minutesApart)) continue;
    for (const [own, other, at] of [
      [a, b, [from, to]],
      [b, a, [to, from]],
    ] as const) {
      const [account, sharer] = at;
      const known = rows.get(account) ?? [];
      rows.set(account, known);
      known.push({
        at: null,
        account: sharer,
        fact: "one-device-claims-apart",
        value: `${value}: ${sayClaims(own)} / ${sayClaims(other)}`,
      });
    }
  }
  return [...rows].flatMap(([account, evidence]) => {
    const contradicted = members.get(account)?.flags.some((flag) => flag.rule === rule.id) === true;
    const what = found(evidence, { accounts: evidence.length + 1 });
    return contradicted || what === null ? [] : [flagOf(rule, account, what, rule.together)];
  });
}
