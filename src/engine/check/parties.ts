import { sayDay } from "../day.ts";
import { valuesOf } from "../entity/entity.ts";
import type { Measure } from "../goods/measure.ts";
import type { Subject } from "../match/subject.ts";
import { analyzeName } from "../names/name.ts";
import type { ScreenMatch } from "../screen.ts";
import type { Listing } from "../snapshot/snapshot.ts";
import type { Party } from "../transaction.ts";
import type { Finding } from "../verdict.ts";
import {
  citeListing,
  citeMeasure,
  evidenceOf,
  listOf,
  measuresOfListing,
  sayListing,
  sentence,
} from "./cite.ts";
import { claimFor } from "./goods.ts";
import { type Suppression, suppressionFor } from "./suppression.ts";
import type { Question } from "./world.ts";

/** How sure a match is: `certain` identifies the party, `possible` needs a person. */
export type Certainty = "certain" | "possible";

/** `Payee “China Silver Star”`. */
export function sayParty(party: {
  readonly properties: Party["properties"];
  readonly role?: string;
}): string {
  const name = valuesOf(party, "name")[0] ?? "without a name";
  // A part that has no name of its own says nothing in a sentence.
  const role =
    party.role === undefined || party.role === "other"
      ? ""
      : `${party.role.charAt(0).toUpperCase()}${party.role.slice(1).replaceAll("-", " ")} `;
  return `${role}“${name}”`;
}

/** Features by which two names are not the same words. */
const DEVIATIONS = /^name-(words-altered|word-|one-word|part-alone|number-differs)|^weak-alias/;
/** Facts that speak against the two being one party. */
const CONTRADICTIONS = /^(identifier|country|gender|legal-form)-different$|^birth-date-/;
/** Birth dates that agree as far as both are stated. */
const BIRTH_AGREES = /^birth-date-(equal|year-equal)$/;

/**
 * Certain: an identifier is equal; or the names are the same words, two at the least or one with legal form or country,
 * scoring `certainScoreMin`, and the listing is no person; or it is one and the birth dates agree as well. Nationality
 * is not enough: whole peoples share names. Nothing compared may contradict, and a weak alias never identifies.
 * Everything else is possible.
 */
export function certaintyOf(match: ScreenMatch, scoreMin: number): Certainty {
  const fired = (pattern: RegExp) => match.features.some(({ feature }) => pattern.test(feature));
  if (fired(/^identifier-equal$/)) return "certain";
  const contradicts = match.features.some(
    ({ feature, weight }) => weight < 0 && CONTRADICTIONS.test(feature),
  );
  if (contradicts || match.name === null || match.name.kind === "weakAlias") return "possible";
  if (fired(DEVIATIONS) || match.score < scoreMin) return "possible";
  const words = analyzeName(match.name.query, "organization").readings[0]?.words.length ?? 0;
  // A wallet is named by its address, which is no word but an identifier.
  const tells = words >= 2 || match.schema === "CryptoWallet" || fired(/^(country|legal-form)-same$/);
  if (!tells) return "possible";
  return match.schema !== "Person" || fired(BIRTH_AGREES) ? "certain" : "possible";
}

/** Whom a finding is about, and how it begins its sentence. */
export type Asked = { readonly subject: Subject; readonly about: string; readonly words: string };

/** A certain or possible listed party behind a subject, as findings. Not-yet-listed and delisted matches become notes. */
export function screenSubject(question: Question, asked: Asked): Finding[] {
  const { world, day } = question;
  const { properties } = asked.subject;
  if (Object.values(properties).every((values) => values.length === 0)) return [unnamed(asked)];
  const result = question.screen(asked.subject);
  const hits = result.matches.filter(({ hit }) => hit);
  const notes = result.outOfForce.filter(({ hit }) => hit);
  const settledBy = ({ id }: ScreenMatch) =>
    suppressionFor(world.suppressions, world.snapshot, { subject: asked.subject, entity: id, day });
  return [
    ...hits.map((match) => {
      const settled = settledBy(match);
      return settled === null
        ? hitFinding(question, asked, match)
        : suppressedNote(question, asked, match, settled);
    }),
    ...notes.map((match) => outOfForceNote(question, asked, match)),
    ...namesakeNotes(question, asked, new Set([...hits, ...notes].map(({ id }) => id))),
  ];
}

/** Nobody can be found by nothing. */
function unnamed({ about, words }: Asked): Finding {
  return {
    finding: "party-unnamed",
    effect: "refers",
    about,
    words: `${words} states no name and no other fact, so it cannot be screened.`,
    citations: [],
    evidence: [],
    wouldChange: ["The name of each party, and an identifier or birth date."],
    step: "screen",
  };
}

function hitFinding(question: Question, { about, words }: Asked, match: ScreenMatch): Finding {
  const { snapshot } = question.world;
  const ofKind = (listing: Listing) => listOf(snapshot, listing)?.kind;
  const standing = match.listings.filter(
    ({ listing, state }) => (state === "listed" || state === "unknown") && ofKind(listing) !== "allow",
  );
  const where = standing.map(({ listing }) => sayListing(snapshot, listing)).join("; ");
  const cites = standing.map(({ listing }) => citeListing(snapshot, listing));
  const base = { about, evidence: evidenceOf(match), step: "screen" as const };
  if (standing.length === 0) {
    return {
      ...base,
      finding: "party-on-allow-list",
      effect: "note",
      words: `${words} resembles ${match.caption} of an allow list. That permits nothing by itself.`,
      citations: match.listings.map(({ listing }) => citeListing(snapshot, listing)),
      wouldChange: [],
    };
  }
  const certain = certaintyOf(match, question.world.policy.certainScoreMin) === "certain";
  const inForce = standing.filter(({ state }) => state === "listed");
  const measures = distinct(
    (inForce.length > 0 ? inForce : standing).flatMap(({ listing }) => measuresOfListing(question, listing)),
  );
  const binding = measures.filter((measure) => question.bound.has(measure.binds));
  const citations = [...cites, ...(binding.length > 0 ? binding : measures).map(citeMeasure)];
  const hit = { ...base, citations };
  if (inForce.length === 0) return dayUnknown(hit, { words, where, match, certain, day: question.day });
  if (certain) return identified(question, hit, { words, where, match, binding });
  return {
    ...hit,
    finding: "party-may-be-listed",
    effect: "refers",
    words: `${words} may be ${match.caption} (${where}).`,
    wouldChange: [missingFact(match)],
  };
}

/** A person has decided that the two are different parties, on the very facts that stand on both sides now. */
function suppressedNote(
  { world }: Question,
  { about, words }: Asked,
  match: ScreenMatch,
  { reference, until }: Suppression,
): Finding {
  return {
    finding: "hit-suppressed",
    effect: "note",
    about,
    words: `${words} resembles ${match.caption}; a person decided on these facts that it is another party (${reference}, until ${sayDay(until)}).`,
    citations: match.listings.map(({ listing }) => citeListing(world.snapshot, listing)),
    evidence: evidenceOf(match),
    wouldChange: [],
    step: "screen",
  };
}

type Hit = Pick<Finding, "about" | "citations" | "evidence" | "step">;

/** The party is the listed one: what the measures of its listings that bind make of it. */
function identified(
  question: Question,
  hit: Hit,
  said: {
    readonly words: string;
    readonly where: string;
    readonly match: ScreenMatch;
    readonly binding: readonly Measure[];
  },
): Finding {
  const is = `${said.words} is ${said.match.caption} (${said.where})`;
  const proof = sentence(`Proof that ${said.words} is another party than ${said.match.caption}`);
  const forbidding = said.binding.filter(({ effect }) => effect === "prohibits");
  const claims = forbidding.map((measure) => claimFor(question, measure, hit.about));
  const [claim] = claims;
  if (claim !== undefined && claims.every((made) => made !== undefined)) {
    return {
      ...hit,
      finding: "exception-claimed",
      effect: "refers",
      words: `${is}, unless the claimed exception (${claim.exception}) holds; a person must verify it.`,
      wouldChange: [`Proof of the exception ${claim.exception}: ${claim.evidence}`, proof],
    };
  }
  if (forbidding.length > 0) {
    return { ...hit, finding: "party-listed", effect: "prohibits", words: `${is}.`, wouldChange: [proof] };
  }
  const asks = said.binding.flatMap((measure) => measure.question ?? []);
  if (asks.length > 0) {
    return {
      ...hit,
      finding: "party-listed-on-conditions",
      effect: "refers",
      words: `${is}. ${asks.join(" ")}`,
      wouldChange: [...asks, proof],
    };
  }
  return {
    ...hit,
    finding: "party-listed-elsewhere",
    effect: "refers",
    words: `${is}; no rule of that list is known to bind this transaction.`,
    wouldChange: ["A statement of the jurisdictions that bind the transaction.", proof],
  };
}

function dayUnknown(
  hit: Hit,
  said: {
    readonly words: string;
    readonly where: string;
    readonly match: ScreenMatch;
    readonly certain: boolean;
    readonly day: string;
  },
): Finding {
  const { caption, listings } = said.match;
  const held = listings.find(({ state }) => state === "unknown")?.listing.editions[0] ?? "";
  return {
    ...hit,
    finding: "party-listed-day-unknown",
    effect: "refers",
    words: `${said.words} ${said.certain ? "is" : "may be"} ${caption} (${said.where}); it stands in the edition of ${sayDay(held)}, and whether it was listed on ${sayDay(said.day)} is not known.`,
    wouldChange: [`The day on which ${caption} was listed.`],
  };
}

/** Listed persons of the same name whose birth date is another: said, so that nobody has to look again. */
function namesakeNotes(
  question: Question,
  { subject, about, words }: Asked,
  known: ReadonlySet<string>,
): Finding[] {
  const { birthDate, ...others } = subject.properties;
  if (birthDate === undefined || birthDate.length === 0) return [];
  const { snapshot } = question.world;
  const undated = { ...subject, properties: others };
  const same = question
    .screen(undated)
    .matches.filter(
      (match) =>
        match.hit && !known.has(match.id) && match.features.some(({ feature }) => feature === "name-equal"),
    );
  return same.flatMap((match) => {
    const entity = snapshot.entity(match.index);
    const listed = (entity.edtf?.birthDate ?? valuesOf(entity, "birthDate")).join(", ");
    if (listed === "") return [];
    const note: Finding = {
      finding: "party-namesake",
      effect: "note",
      about,
      words: `${words} has the name of ${match.caption} and another birth date (${birthDate.join(", ")}, not ${listed}), so it is taken for another person.`,
      citations: match.listings.map(({ listing }) => citeListing(snapshot, listing)),
      evidence: [{ fact: "birth-date-different", query: birthDate.join(", "), listed, weight: null }],
      wouldChange: [],
      step: "screen",
    };
    return [note];
  });
}

/** The fact that would tell the two apart best, in words. */
function missingFact(match: ScreenMatch): string {
  const dated = match.features.some(({ feature, query }) => feature.startsWith("birth") && query !== null);
  if (match.schema === "Person" && !dated)
    return sentence(`A birth date that is, or is not, that of ${match.caption}`);
  return sentence(`A document number, address or registration that is, or is not, that of ${match.caption}`);
}

function outOfForceNote({ world, day }: Question, { about, words }: Asked, match: ScreenMatch): Finding {
  const future = match.state === "not-yet-listed";
  const days = match.listings.map(({ listing }) => listing.listedOn ?? listing.editions[0] ?? "").sort();
  const first = days[0] ?? "";
  const stated = match.listings.some(({ listing }) => listing.listedOn === first);
  const is = certaintyOf(match, world.policy.certainScoreMin) === "certain" ? "is" : "may be";
  return {
    finding: future ? "party-not-yet-listed" : "party-delisted",
    effect: "note",
    about,
    words: future
      ? `${words} ${is} ${match.caption}, which was not listed on ${sayDay(day)}: it is designated ${stated ? `from ${sayDay(first)}` : `in the edition of ${sayDay(first)}`}.`
      : `${words} ${is} ${match.caption}, which had left the list by ${sayDay(day)}.`,
    citations: match.listings.map(({ listing }) => citeListing(world.snapshot, listing)),
    evidence: evidenceOf(match),
    wouldChange: [],
    step: "screen",
  };
}

/** Each measure once, in order of its id. */
export function distinct(measures: readonly Measure[]): readonly Measure[] {
  return [...new Map(measures.map((measure) => [measure.id, measure])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}
