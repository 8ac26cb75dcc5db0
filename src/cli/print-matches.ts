import { sayDay } from "../engine/day.ts";
import type { Entity } from "../engine/entity/entity.ts";
import { valuesOf } from "../engine/entity/entity.ts";
import type { Subject } from "../engine/match/subject.ts";
import type { ScreenMatch, ScreenResult } from "../engine/screen.ts";
import type { Snapshot } from "../engine/snapshot/snapshot.ts";
import { sayNumber } from "./print-lists.ts";
import { paint, paragraph, type Terminal } from "./terminal.ts";

const STATES: Readonly<Record<ScreenMatch["state"], string>> = {
  listed: "listed",
  unknown: "perhaps listed: no edition of that day is held",
  "not-yet-listed": "not yet listed on that day",
  delisted: "no longer listed on that day",
};

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

function listingLines(terminal: Terminal, match: ScreenMatch): string {
  return match.listings
    .map(({ listing, state }) => {
      const programmes = listing.programmes.length === 0 ? "" : ` (${listing.programmes.join(", ")})`;
      const since = listing.listedOn === null ? "" : `, since ${listing.listedOn}`;
      const newest = listing.editions.at(-1);
      const edition = newest === undefined ? "" : `, edition of ${newest}`;
      const text = `${STATES[state]}: ${listing.list}, entry ${listing.entry}${programmes}${since}${edition}`;
      return paragraph(terminal, { mark: "     ", text });
    })
    .join("");
}

function features(terminal: Terminal, match: ScreenMatch): string {
  return match.features
    .filter(({ feature }) => feature !== PRIOR)
    .map(({ weight, words }) =>
      paragraph(terminal, {
        mark: `     ${weight > 0 ? "+" : weight < 0 ? "−" : "·"} `,
        text: words,
        paint: (line) => paint(terminal, "dim", line),
      }),
    )
    .join("");
}

/** One match: score, who it is, where it is listed, and why it matches. */
export function printMatch(terminal: Terminal, match: ScreenMatch, mark: string): string {
  const style = match.hit ? "red" : "dim";
  const head = `${match.score.toFixed(2)}  ${match.caption} (${match.schema}, ${match.id})`;
  return [
    paragraph(terminal, {
      mark: `${mark}  `,
      text: head,
      paint: (line) => paint(terminal, style, line),
    }),
    listingLines(terminal, match),
    features(terminal, match),
  ].join("");
}

function count(number: number, one: string, many: string): string {
  return `${number === 0 ? "no" : number} ${number === 1 ? one : many}`;
}

/** What a screening found, best first. */
export function printScreening(
  terminal: Terminal,
  asked: { readonly subject: Subject; readonly at: string | null; readonly threshold: number },
  result: ScreenResult,
  snapshot: Snapshot,
): string {
  const hits = result.matches.filter(({ hit }) => hit);
  const weaker = result.matches.filter(({ hit }) => !hit);
  const day = asked.at === null ? "the newest edition of each list" : sayDay(asked.at);
  const answer = `${count(hits.length, "hit", "hits").toUpperCase()} at ${asked.threshold.toFixed(2)} or over`;
  const title = paint(terminal, hits.length > 0 ? "red" : "green", paint(terminal, "bold", answer));
  const held = `${count(snapshot.lists.length, "list", "lists")}, ${sayNumber(snapshot.targets)} entries`;
  return [
    `${title}\n`,
    paragraph(terminal, { mark: "", text: `${subjectWords(asked.subject)}; against ${held}, as of ${day}.` }),
    ...hits.map((match) => `\n${printMatch(terminal, match, "HIT")}`),
    weaker.length === 0 ? "" : `\n${paint(terminal, "bold", "Below the threshold")}\n`,
    ...weaker.map((match) => printMatch(terminal, match, "  -")),
    result.outOfForce.length === 0 ? "" : `\n${paint(terminal, "bold", "Would match, but not in force")}\n`,
    ...result.outOfForce.map((match) => printMatch(terminal, { ...match, hit: false }, "  -")),
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

/** A match feature by feature, each with what was compared and what it weighed. */
export function printExplanation(terminal: Terminal, match: ScreenMatch, entity: Entity): string {
  const rows = match.features.map(({ feature, weight, query, listed, words }) => {
    const sign = weight > 0 ? "+" : weight < 0 ? "−" : " ";
    const both = query === null && listed === null;
    const compared = both ? feature : `${feature}: ${query ?? "(none)"} against ${listed ?? "(none)"}`;
    const stated = paragraph(terminal, {
      mark: `  ${sign}${Math.abs(weight).toFixed(2).padStart(5)}  `,
      text: words,
    });
    const values = paragraph(terminal, {
      mark: "          ",
      text: compared,
      paint: (line) => paint(terminal, "dim", line),
    });
    return stated + values;
  });
  return [
    printMatch(terminal, { ...match, features: [] }, match.hit ? "HIT" : "  -"),
    printEntity(terminal, entity),
    "\n",
    paragraph(terminal, {
      mark: "",
      text: "Why, with the weight of each feature in log-odds",
      paint: (line) => paint(terminal, "bold", line),
    }),
    ...rows,
  ].join("");
}
