import type { Alignment } from "./align.ts";
import { MEETING_PLACES } from "./align.ts";
import type { IndexData } from "./index-data.ts";
import type { QueryReading } from "./query.ts";
import { gapOf } from "./spellings.ts";

/**
 * Log-odds by nat that a listed name is a less likely spelling of the local one than the likeliest: a run of syllables is
 * short, and its likeliest spellings are all that tells one name from another.
 */
const BY_NAT = { run: 0.3, words: 0.1 } as const;
/** Beyond this, names are unlike for reasons that the words' grades tell. */
const NATS_MAX = { run: 24, words: 16 } as const;
/** What a listed word that no table spells so is taken for, where the two met in another way. */
const UNSPELLED_NATS = 8;
/** A word of a run that the listed name has nothing for, and the other way round: a run is a whole name. */
const UNMET_NATS = 12;
const EXTRA_NATS = 8;
/** The family name of a run after the given one: one in eight Korean names is written so. */
const FAMILY_LAST_NATS = 2;
/** Syllables of a given name that stand in another order are another name: 경태 is not 태경. */
const ORDER = -2;

/** True where the words of a run stand in the listed name in another order than its own, family name first or last. */
function isTurned({ count }: QueryReading, to: Alignment): boolean {
  let before = -1;
  for (let word = 1; word < count; word += 1) {
    const at = to.listedOf[word] as number;
    if (at === -1) continue;
    if (at < before) return true;
    before = at;
  }
  const family = to.listedOf[0] as number;
  if (family === -1 || before === -1) return false;
  for (let word = 1; word < count; word += 1) {
    const at = to.listedOf[word] as number;
    if (at !== -1 && at < family !== before < family) return true;
  }
  return false;
}

/** True where a word of the given name stands before the family name, with which a run begins. */
function isFamilyLast({ count }: QueryReading, to: Alignment): boolean {
  const family = to.listedOf[0] as number;
  for (let word = 1; word < count; word += 1) {
    const at = to.listedOf[word] as number;
    if (at !== -1 && at < family) return true;
  }
  return false;
}

/**
 * What puts listed names in order that are all spellings of a name in local script, in log-odds, 0 for the likeliest: how
 * much less likely each word is as a spelling of the local one, how much less likely the reading as a whole is than the
 * likeliest one of the same name, and whether the words of a run stand in another order.
 */
export function weighSpelled(data: IndexData, reading: QueryReading, row: number, to: Alignment): number {
  if (!reading.spelled) return 0;
  const first = data.rowStart[row] as number;
  let nats = reading.behind;
  for (let word = 0; word < reading.count; word += 1) {
    const at = to.listedOf[word] as number;
    if (at === -1) {
      if (reading.run) nats += UNMET_NATS;
      continue;
    }
    const token = data.rowTokens[first + at] as number;
    const withNext = to.kindOf[word] === MEETING_PLACES.joined && to.secondOf[word] === -1;
    const before = word > 0 && to.listedOf[word - 1] === at;
    if (before) continue;
    const own = reading.spellings[withNext && to.listedOf[word + 1] === at ? reading.count + word : word];
    if (own === undefined || own.fall === 0) continue;
    // A spelling by rule is as good: the lists write North Koreans so, the pairs learnt from hardly do.
    if (reading.token[word] !== token) nats += Math.min(gapOf(own, token) ?? UNSPELLED_NATS, NATS_MAX.words);
  }
  if (!reading.run) return -BY_NAT.words * Math.min(nats, NATS_MAX.words);
  const listed = (data.rowStart[row + 1] as number) - first;
  for (let at = 0; at < listed; at += 1) if (to.queryOf[at] === -1) nats += EXTRA_NATS;
  if (isFamilyLast(reading, to)) nats += FAMILY_LAST_NATS;
  return (isTurned(reading, to) ? ORDER : 0) - BY_NAT.run * Math.min(nats, NATS_MAX.run);
}
