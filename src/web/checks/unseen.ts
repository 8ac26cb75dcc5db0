/** A list whose newest edition is old, as a verdict's reservation names it. */
export type OldList = { readonly title: string; readonly day: string; readonly days: number };

/** What an answer cannot see, sorted: lists that are old, lists of which no edition is held, and all else as it was said. */
export type Unseen = {
  readonly old: readonly OldList[];
  readonly notHeld: number;
  readonly background: number;
  /** Sentences that are told whole: those that the counts above do not say. */
  readonly told: readonly string[];
};

const OLD = /^The newest edition held that was in force on .+? is old for: (.*)\. Who was listed in between/;
const OLD_LIST = /(?:^|, )(.+?) \((\d{1,2} \w+ \d{4}), (\d+) days before\)/g;
const NOT_HELD = /^No edition of .+? or before is held of: (.*)\. For these the answer/;
const BACKGROUND = /^Stated from background knowledge/;

/** A day as sentences of the service have it, `3 May 2024`, as YYYY-MM-DD; null where it is none. */
function dayOf(words: string): string | null {
  const time = Date.parse(`${words} 00:00 UTC`);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

/** The lists that a reservation says are old; none where it says something else, or cannot be read. */
function oldLists(reservation: string): readonly OldList[] {
  const lists = OLD.exec(reservation)?.[1] ?? "";
  return [...lists.matchAll(OLD_LIST)].flatMap(([, title = "", said = "", days = ""]) => {
    const day = dayOf(said);
    return day === null ? [] : [{ title, day, days: Number(days) }];
  });
}

/** Sorts the reservations of a verdict (`src/engine/check/coverage.ts`). */
export function unseenOf(reservations: readonly string[]): Unseen {
  const sorted = reservations.map((words) => ({ words, old: oldLists(words) }));
  const notHeld = reservations.flatMap((words) => NOT_HELD.exec(words)?.[1]?.match(/\(oldest /g) ?? []);
  return {
    old: sorted.flatMap(({ old }) => old),
    notHeld: notHeld.length,
    background: reservations.filter((words) => BACKGROUND.test(words)).length,
    // Where the lists could not be read out of the sentence, the sentence itself is told.
    told: sorted.filter(({ old }) => old.length === 0).map(({ words }) => words),
  };
}
