import { sayDay } from "../engine/day.ts";
import type { Entity } from "../engine/entity/entity.ts";
import { valuesOf } from "../engine/entity/entity.ts";
import type { FeatureEvidence, Match, Subject } from "../engine/match/subject.ts";
import type { ScreenMatch, ScreenResult } from "../engine/screen.ts";
import type { Snapshot } from "../engine/snapshot/snapshot.ts";
import { findingWords } from "../service/screening/name-findings.ts";
import { changeWords, featureWords, type Language } from "./language.ts";
import { sayNumber } from "./print-lists.ts";
import { paint, paragraph, type Terminal } from "./terminal.ts";

type States = Readonly<Record<ScreenMatch["state"], string>>;

const STATES: States = {
  listed: "listed",
  unknown: "perhaps listed: no edition of that day is held",
  "not-yet-listed": "not yet listed on that day",
  delisted: "no longer listed on that day",
};

const KOREAN_STATES: States = {
  listed: "등재",
  unknown: "등재 여부 알 수 없음(그날의 판이 없음)",
  "not-yet-listed": "그날에는 아직 등재 전",
  delisted: "그날에는 이미 해제됨",
};

/** What stands around the facts of a screening, in either language. */
const FRAME = {
  en: {
    states: STATES,
    entry: "entry",
    since: (day: string) => `, since ${day}`,
    edition: (day: string) => `, edition of ${day}`,
    hits: (hits: number, threshold: string) =>
      `${count(hits, "hit", "hits").toUpperCase()} at ${threshold} or over`,
    day: (at: string | null) => (at === null ? "the newest edition of each list" : sayDay(at)),
    against: (lists: number, entries: string, day: string) =>
      `against ${count(lists, "list", "lists")}, ${entries} entries, as of ${day}`,
    hit: "HIT",
    below: "No hit",
    outOfForce: "Would match, but not in force",
    why: "Why, with the weight of each feature in log-odds",
    compared: (query: string, listed: string) => `${query} against ${listed}`,
    none: "(none)",
  },
  ko: {
    states: KOREAN_STATES,
    entry: "항목",
    since: (day: string) => `, ${day} 지정`,
    edition: (day: string) => `, ${day} 판`,
    hits: (hits: number, threshold: string) =>
      hits === 0 ? `일치 없음 (기준 점수 ${threshold})` : `일치 ${hits}건 (기준 점수 ${threshold} 이상)`,
    day: (at: string | null) => (at === null ? "각 명단의 최신판" : at),
    against: (lists: number, entries: string, day: string) =>
      `명단 ${lists}개, ${entries}개 항목과 대조 (${day} 기준)`,
    hit: "일치",
    below: "일치 아님",
    outOfForce: "일치하지만 그날 효력이 없는 항목",
    why: "이유와 각 근거의 가중치(로그 오즈)",
    compared: (query: string, listed: string) => `${query} ↔ ${listed}`,
    none: "(없음)",
  },
} as const;

/** The odds before any evidence: the same for every match, so only an explanation tells them. */
const PRIOR = "prior";

/** Listed facts that help to tell two parties apart, in the order a person asks for them. */
const FACTS: readonly (readonly [property: string, words: string])[] = [
  ["alias", "also"],
  ["weakAlias", "also, weakly"],
  ["previousName", "formerly"],
  ["birthDate", "born"],
  ["birthPlace", "born in"],
  ["nationality", "nationality"],
  ["country", "country"],
  ["passportNumber", "passport"],
  ["idNumber", "identity number"],
  ["imoNumber", "IMO"],
  ["position", "position"],
];
const VALUES_MAX = 6;

/** The subject in one phrase: `“Jong Song Hwa”, Person, birthDate 1970-02-05`. */
export function subjectWords(subject: Subject): string {
  const { name = [], ...facts } = subject.properties;
  const schema = subject.schema === "Thing" ? [] : [subject.schema];
  const rest = Object.entries(facts).map(([property, values]) => `${property} ${values.join(", ")}`);
  return [...name.map((text) => `“${text}”`), ...schema, ...rest].join(", ");
}

function listingLines(terminal: Terminal, match: ScreenMatch, language: Language): string {
  const frame = FRAME[language];
  return match.listings
    .map(({ listing, state }) => {
      const programmes = listing.programmes.length === 0 ? "" : ` (${listing.programmes.join(", ")})`;
      const since = listing.listedOn === null ? "" : frame.since(listing.listedOn);
      const newest = listing.editions.at(-1);
      const edition = newest === undefined ? "" : frame.edition(newest);
      const text = `${frame.states[state]}: ${listing.list}, ${frame.entry} ${listing.entry}${programmes}${since}${edition}`;
      return paragraph(terminal, { mark: "     ", text });
    })
    .join("");
}

function features(terminal: Terminal, match: ScreenMatch, language: Language): string {
  return match.features
    .filter(({ feature }) => feature !== PRIOR)
    .map((feature) =>
      paragraph(terminal, {
        mark: `     ${feature.weight > 0 ? "+" : feature.weight < 0 ? "−" : "·"} `,
        text: featureWords(feature, language),
        paint: (line) => paint(terminal, "dim", line),
      }),
    )
    .join("");
}

/** One match: score, who it is, where it is listed, and why it matches. */
function printMatch(terminal: Terminal, match: ScreenMatch, mark: string, language: Language): string {
  const style = match.hit ? "red" : "dim";
  const head = `${match.score.toFixed(2)}  ${match.caption} (${match.schema}, ${match.id})`;
  return [
    paragraph(terminal, {
      mark: `${mark}  `,
      text: head,
      paint: (line) => paint(terminal, style, line),
    }),
    listingLines(terminal, match, language),
    printFindings(terminal, listedFindings(match, language), "     ! "),
    features(terminal, match, language),
    printChange(terminal, match, language, "     → "),
  ].join("");
}

/** What would turn the answer round, where anything would. */
export function printChange(
  terminal: Terminal,
  match: Pick<Match, "change">,
  language: Language,
  mark: string,
): string {
  if (match.change === undefined) return "";
  return paragraph(terminal, { mark, text: changeWords(match.change, language) });
}

/** What is odd in how the list itself writes the name that met. */
function listedFindings(match: ScreenMatch, language: Language): readonly string[] {
  const name = match.name?.listed ?? match.caption;
  return (match.nameFindings ?? [])
    .filter(({ side }) => side === "listed")
    .map(({ finding }) => findingWords({ name, finding }, language));
}

/** What was found in the writing of a name, a line each. */
export function printFindings(terminal: Terminal, findings: readonly string[], mark = "! "): string {
  return findings
    .map((text) => paragraph(terminal, { mark, text, paint: (line) => paint(terminal, "yellow", line) }))
    .join("");
}

function count(number: number, one: string, many: string): string {
  return `${number === 0 ? "no" : number} ${number === 1 ? one : many}`;
}

/** What a screening was asked, beside what it found. */
export type Asked = {
  readonly subject: Subject;
  readonly at: string | null;
  readonly threshold: number;
  readonly language: Language;
  /** Sentences that belong before the matches: how names are written, what the policy means. */
  readonly remarks: readonly string[];
};

/** What a screening found, best first. */
export function printScreening(
  terminal: Terminal,
  asked: Asked,
  result: ScreenResult,
  snapshot: Snapshot,
): string {
  const { language } = asked;
  const frame = FRAME[language];
  const hits = result.matches.filter(({ hit }) => hit);
  const weaker = result.matches.filter(({ hit }) => !hit);
  const answer = frame.hits(hits.length, asked.threshold.toFixed(2));
  const title = paint(terminal, hits.length > 0 ? "red" : "green", paint(terminal, "bold", answer));
  const held = frame.against(snapshot.lists.length, sayNumber(snapshot.targets), frame.day(asked.at));
  const one = (match: ScreenMatch, mark: string): string => printMatch(terminal, match, mark, language);
  return [
    `${title}\n`,
    paragraph(terminal, { mark: "", text: `${subjectWords(asked.subject)}; ${held}.` }),
    printFindings(terminal, asked.remarks),
    ...hits.map((match) => `\n${one(match, frame.hit)}`),
    weaker.length === 0 ? "" : `\n${paint(terminal, "bold", frame.below)}\n`,
    ...weaker.map((match) => one(match, "  -")),
    result.outOfForce.length === 0 ? "" : `\n${paint(terminal, "bold", frame.outOfForce)}\n`,
    ...result.outOfForce.map((match) => one({ ...match, hit: false }, "  -")),
  ].join("");
}

/** Facts that a list states of a party. */
export function printEntity(terminal: Terminal, entity: Entity): string {
  return FACTS.map(([property, words]) => {
    const values = valuesOf(entity, property);
    if (values.length === 0) return "";
    const shown = values.slice(0, VALUES_MAX).join("; ");
    const more = values.length > VALUES_MAX ? ` and ${values.length - VALUES_MAX} more` : "";
    return paragraph(terminal, { mark: "     ", text: `${words}: ${shown}${more}` });
  }).join("");
}

/** Features one by one, each with what was compared and what it weighed. */
export function printFeatures(
  terminal: Terminal,
  rows: readonly FeatureEvidence[],
  language: Language,
): string {
  const frame = FRAME[language];
  const lines = rows.map((row) => {
    const { feature, weight, query, listed } = row;
    const sign = weight > 0 ? "+" : weight < 0 ? "−" : " ";
    const both = query === null && listed === null;
    const compared = frame.compared(query ?? frame.none, listed ?? frame.none);
    const stated = paragraph(terminal, {
      mark: `  ${sign}${Math.abs(weight).toFixed(2).padStart(5)}  `,
      text: featureWords(row, language),
    });
    const values = paragraph(terminal, {
      mark: "          ",
      text: both ? feature : `${feature}: ${compared}`,
      paint: (line) => paint(terminal, "dim", line),
    });
    return stated + values;
  });
  const title = paragraph(terminal, {
    mark: "",
    text: frame.why,
    paint: (line) => paint(terminal, "bold", line),
  });
  return [title, ...lines].join("");
}

/** A match feature by feature, with the facts that the list states. */
export function printExplanation(
  terminal: Terminal,
  match: ScreenMatch,
  entity: Entity,
  language: Language,
): string {
  return [
    printMatch(terminal, { ...match, features: [] }, match.hit ? FRAME[language].hit : "  -", language),
    printEntity(terminal, entity),
    "\n",
    printFeatures(terminal, match.features, language),
  ].join("");
}
