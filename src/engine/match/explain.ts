import { countryName } from "../entity/country.ts";
import type { Entity } from "../entity/entity.ts";
import { withLate } from "../late.ts";
import { formNames } from "../names/legal-form.ts";
import { FAMILY_MARK } from "../names/local-letters.ts";
import type { WordSource } from "../names/name.ts";
import type { Script } from "../names/scripts.ts";
import { counterfactual } from "./counterfactual.ts";
import { rounded, SCORE_UNITS, WEIGHT_UNITS } from "./digits.ts";
import { type Pair, scoreOf, stateAll, type Values } from "./features.ts";
import { MEETINGS, type Meeting } from "./grade.ts";
import { factsOf, type IndexData, identifierText, nameText, tokenText } from "./index-data.ts";
import type { Query, QueryReading } from "./query.ts";
import type { Best } from "./ranking.ts";
import { firstIdentifier, type Scorer } from "./scorer.ts";
import type { FeatureEvidence, Match, WordMeeting } from "./subject.ts";
import { NAME_KINDS } from "./target.ts";

/** What a match needs from outside the index. */
export type EntityAccess = { readonly entity: (index: number) => Pick<Entity, "id"> };

const MEETING_WORDS: Readonly<Record<Meeting, string>> = {
  none: "does not meet",
  exact: "equals",
  joined: "is written together or apart in",
  romanization: "is another spelling of the Korean",
  nickname: "is a short or long form of",
  abbreviation: "is a short or long form of",
  skeleton: "has the consonants of",
  initial: "is an initial of",
  edit: "is a slip or two from",
  sound: "is another spelling of",
};

/** What a word in each script is said to be written in. */
const SCRIPT_NAMES: Readonly<Record<Script, string>> = {
  latin: "Latin",
  cyrillic: "Cyrillic",
  greek: "Greek",
  arabic: "Arabic",
  hebrew: "Hebrew",
  thai: "Thai",
  hangul: "Korean",
  han: "Chinese",
  kana: "Japanese",
  armenian: "Armenian",
  georgian: "Georgian",
  indic: "Indic",
  burmese: "Burmese",
  other: "local script",
};

/** How two words met, in a phrase: `“성화” (Korean) may be written “songhwa”`. */
function phraseOf({ query, listed, how, from }: WordMeeting): string {
  return how === "romanization" && from !== undefined
    ? `“${from.local}” (${SCRIPT_NAMES[from.script]}) may be written “${listed}”`
    : `“${query}” ${MEETING_WORDS[how]} “${listed}”`;
}

/** What a word of a reading was read from; undefined for one in Latin letters. */
function fromOf(source: WordSource | null | undefined): Pick<WordMeeting, "from"> {
  if (source === null || source === undefined) return {};
  return { from: { script: source.script, local: source.local.replace(FAMILY_MARK, "") } };
}

/** Words of a listed row as the analysis of the listed name gave them. */
function listedWords(data: IndexData, row: number): readonly string[] {
  const words: string[] = [];
  for (let at = data.rowStart[row] as number; at < (data.rowStart[row + 1] as number); at += 1)
    words.push(tokenText(data, data.rowTokens[at] as number));
  return words;
}

/** The words that met inexactly: what the alignment says of them, in the order of the query. */
function meetingsOf({ alignment }: Scorer, reading: QueryReading, listed: readonly string[]): WordMeeting[] {
  const meetings: WordMeeting[] = [];
  const read = reading.name.readings.find(({ words }) => words === reading.words);
  reading.words.forEach((query, at) => {
    const place = alignment.listedOf[at] as number;
    if (place === -1 || alignment.gradeOf[at] === 1) return;
    const how = MEETINGS[alignment.kindOf[at] as number] ?? "none";
    const second = alignment.secondOf[at] as number;
    const other = second !== -1 ? `${listed[place]} ${listed[second]}` : (listed[place] ?? "");
    meetings.push({ query, listed: other, how, ...fromOf(read?.sources[at]) });
  });
  return meetings;
}

function extrasOf(
  { alignment }: Scorer,
  reading: QueryReading,
  listed: readonly string[],
): { query: string[]; listed: string[] } {
  return {
    query: reading.words.filter((_word, at) => alignment.listedOf[at] === -1),
    listed: listed.filter((_word, at) => alignment.queryOf[at] === -1),
  };
}

const NO_IDENTIFIER: Pair = { query: null, listed: null };

function identifierPair(data: IndexData, query: Query, entity: number): Pair {
  if (query.identifiers.length === 0) return NO_IDENTIFIER;
  const listed: number[] = [];
  for (let at = firstIdentifier(data, entity); data.idEntity[at] === entity; at += 1) listed.push(at);
  for (const own of query.identifiers) {
    const same = listed.find((at) => data.idHash[at] === own.hash);
    if (same !== undefined) return { query: own.text, listed: identifierText(data, same) };
  }
  for (const own of query.identifiers) {
    const other = listed.find((at) => data.idKind[at] === own.kind);
    if (other !== undefined) return { query: own.text, listed: identifierText(data, other) };
  }
  return { query: query.identifiers[0]?.text ?? null, listed: null };
}

function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(", ");
}

function valuesOf(
  data: IndexData,
  query: Query,
  scorer: Scorer,
  best: Best,
  { listed, meetings }: { readonly listed: readonly string[]; readonly meetings: readonly WordMeeting[] },
): Values {
  const reading = query.readings[best.reading];
  const name = reading === undefined ? -1 : (data.rowName[best.row] as number);
  const extras = reading === undefined ? { query: [], listed: [] } : extrasOf(scorer, reading, listed);
  const facts = factsOf(data, best.entity);
  const countries = (codes: readonly string[]): string | null =>
    joined(codes.map((code) => countryName(code) ?? code));
  return {
    name: reading === undefined ? null : { query: reading.name.text, listed: nameText(data, name) },
    alterations: meetings.map(phraseOf),
    extraQuery: extras.query,
    extraListed: extras.listed,
    forms: {
      query: reading === undefined ? null : formNames(reading.forms),
      listed: name < 0 ? null : formNames(data.nameForms[name] as number),
    },
    birth: { query: joined(query.birthTexts), listed: joined(facts.birthDates) },
    country: { query: countries(query.countryTexts), listed: countries(facts.countries) },
    gender: { query: joined(query.genderTexts), listed: joined(facts.genders) },
    identifier: identifierPair(data, query, best.entity),
  };
}

function nameFindings(query: Query): NonNullable<Match["nameFindings"]> {
  return query.names.flatMap(({ findings }) => findings.map((finding) => ({ side: "query", finding })));
}

/** What speaks for and against a match. */
type Reasons = Pick<Match, "features" | "change">;

type Context = { readonly access: EntityAccess; readonly threshold: number };

/** A match without its reasons. */
function matchOf(
  data: IndexData,
  query: Query,
  best: Best,
  { access, threshold }: Context,
): Omit<Match, keyof Reasons> {
  const score = rounded(scoreOf(best.logOdds), SCORE_UNITS);
  const reading = query.readings[best.reading];
  const name = best.row < 0 ? -1 : (data.rowName[best.row] as number);
  const findings = nameFindings(query);
  return {
    id: access.entity(best.entity).id,
    caption: nameText(data, data.entityName[best.entity] as number),
    schema: data.schemata[data.entitySchema[best.entity] as number] ?? "Thing",
    score,
    hit: score >= threshold,
    name:
      reading === undefined || name < 0
        ? null
        : {
            query: reading.name.text,
            listed: nameText(data, name),
            kind: NAME_KINDS[data.nameKind[name] as number] ?? "name",
          },
    ...(findings.length === 0 ? {} : { nameFindings: findings }),
  };
}

/** The reasons: the table of features replayed over the evidence of the best pair. */
function reasonsOf(data: IndexData, query: Query, scorer: Scorer, best: Best, threshold: number): Reasons {
  const { evidence } = scorer;
  scorer.weighEntity(best.entity, best.reading, best.row);
  const reading = query.readings[best.reading];
  const listed = reading === undefined ? [] : listedWords(data, best.row);
  const meetings = reading === undefined ? [] : meetingsOf(scorer, reading, listed);
  const values = valuesOf(data, query, scorer, best, { listed, meetings });
  const change = counterfactual(evidence, values, threshold);
  const features = stateAll(evidence, values).map(
    ({ feature, query: own, listed: theirs, words, weight }): FeatureEvidence => {
      const said = { feature, query: own, listed: theirs, words, weight: rounded(weight, WEIGHT_UNITS) };
      return feature === "name-words-altered" ? { ...said, meetings } : said;
    },
  );
  return { features, ...(change === null ? {} : { change }) };
}

/** The match with its reasons. */
export function explain(data: IndexData, query: Query, scorer: Scorer, best: Best, context: Context): Match {
  const reasons = reasonsOf(data, query, scorer, best, context.threshold);
  return { ...matchOf(data, query, best, context), ...reasons };
}

/**
 * The match, whose reasons are worked out when they are first read: most who screen read the scores alone. `scorer` gives
 * one for the query anew, since others may have been asked about meanwhile.
 */
export function explainWhenRead(
  data: IndexData,
  query: Query,
  scorer: () => Scorer,
  best: Best,
  context: Context,
): Match {
  let told: Reasons | null = null;
  const reasons = (): Reasons => {
    told ??= reasonsOf(data, query, scorer(), best, context.threshold);
    return told;
  };
  const match = matchOf(data, query, best, context);
  return withLate(match, { features: () => reasons().features, change: () => reasons().change });
}
