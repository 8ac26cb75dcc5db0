import type { WordMeeting } from "../../../engine/match/subject.ts";
import {
  type AnalyzedName,
  analyzeName,
  type NameBearer,
  type NameReading,
} from "../../../engine/names/name.ts";
import type { HitRecord } from "./hit-record.ts";

/** A word of ours and the word of the list's that it met; null on the side that has none. */
export type MetWord = {
  readonly ours: string | null;
  readonly listed: string | null;
  /** How they met: `exact`, or another of the matcher's ways; null where one side has nothing. */
  readonly how: WordMeeting["how"] | null;
  /** Letters of another script that the word was read from. */
  readonly oursFrom: string | null;
  readonly listedFrom: string | null;
  /** One in so many parties bears the listed word (ours where there is none); null where it is not known. */
  readonly oneIn: number | null;
};

type Side = Pick<NameReading, "words" | "sources">;

/** The pair of readings in which most words are equal or met by the record's account. */
function bestReadings(ours: AnalyzedName, listed: AnalyzedName, meetings: readonly WordMeeting[]) {
  let best: { readonly own: Side; readonly other: Side; readonly met: number } | null = null;
  for (const own of ours.readings) {
    for (const other of listed.readings) {
      const equal = own.words.filter((word) => other.words.includes(word)).length;
      const inexact = meetings.filter(
        ({ query, listed: word }) =>
          own.words.includes(query) && other.words.includes(word.split(" ")[0] ?? ""),
      ).length;
      const met = equal + inexact;
      if (best === null || met > best.met) best = { own, other, met };
    }
  }
  return best;
}

const bearerOf = (schema: string): NameBearer =>
  schema === "Person" ? "person" : schema === "LegalEntity" ? "unknown" : "organization";

/**
 * Which words of the two names met, and how, as the record has it: shown anew from its names and the meetings that it
 * keeps. `weightOf` says how much a word says, in nats; null where no lists are open.
 */
export function metWords(record: HitRecord, weightOf: ((word: string) => number) | null): readonly MetWord[] {
  const { name } = record;
  if (name === null) return [];
  const meetings = record.features.flatMap((feature) => feature.meetings ?? []);
  const best = bestReadings(
    analyzeName(name.query, bearerOf(record.subject.schema)),
    analyzeName(name.listed, bearerOf(record.listed.schema)),
    meetings,
  );
  if (best === null) return [];
  const { own, other } = best;
  const left = other.words.map((word, at) => ({ word, from: other.sources[at]?.local ?? null }));
  const take = (word: string) => {
    const at = left.findIndex((one) => one.word === word);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const oneIn = (word: string): number | null =>
    weightOf === null ? null : Math.round(Math.exp(weightOf(word)));
  const met = own.words.map((word, at): MetWord => {
    const oursFrom = own.sources[at]?.local ?? null;
    const meeting = meetings.find(({ query }) => query === word);
    const exact = meeting === undefined ? take(word) : null;
    if (exact !== null) {
      return {
        ours: word,
        listed: exact.word,
        how: "exact",
        oursFrom,
        listedFrom: exact.from,
        oneIn: oneIn(word),
      };
    }
    if (meeting === undefined)
      return { ours: word, listed: null, how: null, oursFrom, listedFrom: null, oneIn: oneIn(word) };
    const froms = meeting.listed.split(" ").map((part) => take(part)?.from ?? null);
    return {
      ours: word,
      listed: meeting.listed,
      how: meeting.how,
      oursFrom,
      listedFrom: froms.find((from) => from !== null) ?? null,
      oneIn: oneIn(meeting.listed.split(" ")[0] ?? word),
    };
  });
  const extra = left.map(
    ({ word, from }): MetWord => ({
      ours: null,
      listed: word,
      how: null,
      oursFrom: null,
      listedFrom: from,
      oneIn: oneIn(word),
    }),
  );
  return [...met, ...extra];
}
