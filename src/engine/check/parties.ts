import { sayDay } from "../day.ts";
import { valuesOf } from "../entity/entity.ts";
import type { Measure } from "../goods/measure.ts";
import type { Subject } from "../match/subject.ts";
import { plainName } from "../names/plain-name.ts";
import { type ScreenMatch, screen } from "../screen.ts";
import type { Party } from "../transaction.ts";
import type { Citation, Finding } from "../verdict.ts";
import { citeListing, citeMeasure, evidenceOf, measuresOfListing, sayListing } from "./cite.ts";
import type { Question } from "./world.ts";

/** How sure a match is: `certain` identifies the party, `possible` needs a person. */
export type Certainty = "certain" | "possible";

/** `Payee “China Silver Star”`. */
export function sayParty(party: {
  readonly properties: Party["properties"];
  readonly role?: string;
}): string {
  const name = valuesOf(party, "name")[0] ?? "without a name";
  const role =
    party.role === undefined
      ? ""
      : `${party.role.charAt(0).toUpperCase()}${party.role.slice(1).replaceAll("-", " ")} `;
  return `${role}“${name}”`;
}

const inOrder = (name: string) => plainName(name).split(" ").sort().join(" ");

/**
 * Certain: an identifier is equal; or an organization's or vessel's name is equal word for word; or a person's is, and
 * birth date or nationality agree as well. Nothing that was compared may contradict. Everything else is possible.
 */
export function certaintyOf(match: ScreenMatch): Certainty {
  // What a name lacks is no contradiction where the names are equal; another birth date, country or number is.
  const contradicts = match.features.some(
    ({ feature, weight, query, listed }) =>
      weight < -0.15 && query !== null && listed !== null && !feature.startsWith("name-"),
  );
  if (match.features.some(({ feature }) => feature === "identifier-equal")) return "certain";
  if (contradicts || match.name === null || match.name.kind === "weakAlias") return "possible";
  if (inOrder(match.name.query) !== inOrder(match.name.listed)) return "possible";
  if (match.schema !== "Person") return plainName(match.name.listed).length >= 4 ? "certain" : "possible";
  const agrees = match.features.some(
    ({ feature, weight }) => weight > 0 && /^(birth|nationality|country)/.test(feature),
  );
  return agrees ? "certain" : "possible";
}

/** A certain or possible listed party behind a subject, as findings. Not-yet-listed and delisted matches become notes. */
export function screenSubject(
  question: Question,
  asked: { readonly subject: Subject; readonly about: string; readonly words: string },
): Finding[] {
  const { world, day } = question;
  const result = screen(world.snapshot, asked.subject, world.policy.screen, day);
  const hits = result.matches.filter(({ hit }) => hit).map((match) => hitFinding(question, asked, match));
  const notes = result.outOfForce
    .filter((match) => match.hit && certaintyOf(match) === "certain")
    .map((match) => outOfForceNote(question, asked, match));
  return [...hits, ...notes];
}

function hitFinding(
  question: Question,
  { about, words }: { readonly about: string; readonly words: string },
  match: ScreenMatch,
): Finding {
  const { world, bound } = question;
  const { snapshot } = world;
  const standing = match.listings.filter(({ state }) => state === "listed" || state === "unknown");
  const measures = distinct(standing.flatMap(({ listing }) => measuresOfListing(question, listing)));
  const binding = measures.filter((measure) => bound.has(measure.binds));
  const certain = certaintyOf(match) === "certain" && match.state === "listed";
  const prohibits = certain && binding.some(({ effect }) => effect === "prohibits");
  const where = standing.map(({ listing }) => sayListing(snapshot, listing)).join("; ");
  const citations: Citation[] = [
    ...standing.map(({ listing }) => citeListing(snapshot, listing)),
    ...(binding.length > 0 ? binding : measures).map(citeMeasure),
  ];
  const base = { about, citations, evidence: evidenceOf(match), step: "screen" as const };
  if (prohibits) {
    return {
      ...base,
      finding: "party-listed",
      effect: "prohibits",
      words: `${words} is ${match.caption} (${where}).`,
      wouldChange: [`Proof that ${words} is another party than ${match.caption}.`],
    };
  }
  if (certain) {
    return {
      ...base,
      finding: "party-listed-elsewhere",
      effect: "refers",
      words: `${words} is ${match.caption} (${where}); no rule of that list is known to bind this transaction.`,
      wouldChange: ["A statement of the jurisdictions that bind the transaction."],
    };
  }
  if (match.state === "unknown") {
    const held = standing[0]?.listing.editions.at(0) ?? "";
    return {
      ...base,
      finding: "party-listed-day-unknown",
      effect: "refers",
      words: `${words} ${certaintyOf(match) === "certain" ? "is" : "may be"} ${match.caption} (${where}); it stands in the edition of ${sayDay(held)}, and whether it was listed on ${sayDay(question.day)} is not known.`,
      wouldChange: [`The day on which ${match.caption} was listed.`],
    };
  }
  return {
    ...base,
    finding: "party-may-be-listed",
    effect: "refers",
    words: `${words} may be ${match.caption} (${where}).`,
    wouldChange: [missingFact(match)],
  };
}

/** The fact that would tell the two apart best, in words. */
function missingFact(match: ScreenMatch): string {
  const dated = match.features.some(({ feature, query }) => feature.startsWith("birth") && query !== null);
  if (match.schema === "Person" && !dated)
    return `A birth date that is, or is not, that of ${match.caption}.`;
  return `A document number, address or registration that is, or is not, that of ${match.caption}.`;
}

function outOfForceNote(
  { world, day }: Question,
  { about, words }: { readonly about: string; readonly words: string },
  match: ScreenMatch,
): Finding {
  const future = match.state === "not-yet-listed";
  const days = match.listings.map(({ listing }) => listing.listedOn ?? listing.editions.at(0) ?? "").sort();
  const first = days[0] ?? "";
  const stated = match.listings.some(({ listing }) => listing.listedOn === first);
  const said = future
    ? `${words} matches ${match.caption}, which was not listed on ${sayDay(day)}: it is designated ${stated ? `from ${sayDay(first)}` : `in the edition of ${sayDay(first)}`}.`
    : `${words} matches ${match.caption}, which had left the list by ${sayDay(day)}.`;
  return {
    finding: future ? "party-not-yet-listed" : "party-delisted",
    effect: "note",
    about,
    words: said,
    citations: match.listings.map(({ listing }) => citeListing(world.snapshot, listing)),
    evidence: evidenceOf(match),
    wouldChange: future ? [`A day from ${sayDay(first)} on.`] : [],
    step: "screen",
  };
}

/** Each measure once, in order of its id. */
export function distinct(measures: readonly Measure[]): readonly Measure[] {
  return [...new Map(measures.map((measure) => [measure.id, measure])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}
