import { type Entity, firstOf, valuesOf } from "../entity/entity.ts";
import type { Subject } from "../match/subject.ts";
import { standingListings } from "../snapshot/listing-state.ts";
import type { EntityIndex, Listing, ListingState } from "../snapshot/snapshot.ts";
import type { Party, RelatedParty } from "../transaction.ts";
import type { Finding } from "../verdict.ts";
import { citeListing, citeMeasure, measuresOfListing, sayListing } from "./cite.ts";
import { frontFindings } from "./fronts.ts";
import { ownershipFindings } from "./owners.ts";
import { distinct, sayParty, screenSubject } from "./parties.ts";
import type { Question } from "./world.ts";

/** A related subject with what its screening found. */
export type Related = {
  readonly related: RelatedParty;
  readonly findings: readonly Finding[];
};

/** Listed parties at one place beyond this many are counted and not each told: an office of company agents has hundreds. */
const SHARERS_TOLD_MAX = 5;

/** What leads from a party to a listed one without its name: an address, a telephone, a director, an owner. */
export function networkFindings(
  question: Question,
  party: Party,
  about: string,
  own: readonly Finding[],
): Finding[] {
  const related: Related[] = (party.related ?? []).map((one) => {
    const words = sayRelated(one, party);
    return { related: one, findings: screenSubject(question, { subject: one.subject, about, words }) };
  });
  return [
    ...sharedFactFindings(question, { subject: party, about, words: sayParty(party) }),
    ...related.flatMap(({ related: one, findings }) => [
      ...findings.map((finding) => asLink(finding, one.relation)),
      ...sharedFactFindings(question, { subject: one.subject, about, words: sayRelated(one, party) }),
    ]),
    ...ownershipFindings(question, party, about, related, own),
    ...frontFindings(question, party, about),
  ];
}

function sayRelated({ relation, subject, of }: Related["related"], party: Party): string {
  const other = party.related?.find((one) => of !== undefined && one.subject.id === of)?.subject ?? party;
  const how = relation === "other" || relation === "family" ? `related to (${relation})` : `${relation} of`;
  return `${sayParty({ properties: subject.properties })}, ${how} ${sayParty({ properties: other.properties })},`;
}

/** A listed director is not a listed company: what would prohibit the person refers the party. */
function asLink(finding: Finding, relation: string): Finding {
  const effect = finding.effect === "prohibits" ? "refers" : finding.effect;
  const wouldChange =
    effect === "refers"
      ? [
          ...finding.wouldChange,
          `Proof of who owns and controls the party, and of what its ${relation} has to do with it.`,
        ]
      : finding.wouldChange;
  return { ...finding, effect, wouldChange, finding: `related-${finding.finding}`, step: "network" };
}

/** A fact that a subject has in common with a listed party. */
type Shared = {
  readonly fact: "address" | "phone" | "email" | "website";
  readonly target: EntityIndex;
  readonly asked: string;
  readonly listed: string;
};

type Asked = { readonly subject: Subject; readonly about: string; readonly words: string };

function sharedFactFindings(question: Question, asked: Asked): Finding[] {
  const { addresses, contacts } = question.world;
  const { subject } = asked;
  const places = valuesOf(subject, "address");
  const shared: Shared[] = places.flatMap((text) =>
    addresses()
      .at(text)
      .map(({ target, address }) => ({ fact: "address", target, asked: text, listed: address.raw })),
  );
  if (["phone", "email", "website"].some((property) => valuesOf(subject, property).length > 0)) {
    for (const { target, contact, asked: text } of contacts().sharing(subject))
      shared.push({ fact: contact.kind, target, asked: text, listed: contact.raw });
  }
  const byValue = Map.groupBy(shared, ({ fact, asked: text }) => `${fact} ${text}`);
  return [...byValue.values()].flatMap((sharers) => sharersFindings(question, asked, sharers));
}

function sharersFindings(question: Question, asked: Asked, sharers: readonly Shared[]): Finding[] {
  const placed = [...new Map(sharers.map((one) => [one.target, one])).values()].flatMap(
    (one) => standingOf(question, one) ?? [],
  );
  const standing = placed.filter(({ future }) => !future);
  const told = standing.slice(0, SHARERS_TOLD_MAX);
  const findings = told.map((one) => sharedFinding(question, asked, one));
  const [last] = told;
  if (last !== undefined && standing.length > told.length) {
    const finding = sharedFinding(question, asked, last);
    findings.push({
      ...finding,
      finding: `${last.shared.fact}-shared-by-many`,
      words: `${standing.length - told.length} more listed parties have the same ${last.shared.fact}.`,
    });
  }
  const later = standing.length > 0 ? [] : placed.slice(0, SHARERS_TOLD_MAX);
  return [...findings, ...later.map((one) => sharedFinding(question, asked, one))];
}

type Standing = {
  readonly shared: Shared;
  readonly entity: Entity;
  readonly listings: readonly Listing[];
  readonly future: boolean;
};

/** The listings of the sharer that stand on the day, or else that will; null where there are none. */
function standingOf({ world, day }: Question, shared: Shared): Standing | null {
  const { snapshot, policy } = world;
  const states = standingListings(snapshot, shared.target, { lists: policy.screen.lists, day });
  const of = (...wanted: ListingState[]) =>
    states.filter(({ state }) => wanted.includes(state)).map(({ listing }) => listing);
  const now = of("listed", "unknown");
  const listings = now.length > 0 ? now : of("not-yet-listed");
  if (listings.length === 0) return null;
  return { shared, entity: snapshot.entity(shared.target), listings, future: now.length === 0 };
}

function sharedFinding(question: Question, { about, words }: Asked, standing: Standing): Finding {
  const { shared, entity, listings, future } = standing;
  const { snapshot } = question.world;
  const caption = firstOf(entity, "name") ?? entity.id;
  const where = listings.map((listing) => sayListing(snapshot, listing)).join("; ");
  const has = `${words} has the ${shared.fact} of ${caption}`;
  return {
    finding: `${shared.fact}-shared${future ? "-not-yet-listed" : ""}`,
    effect: future ? "note" : "refers",
    about,
    words: future ? `${has}, which was not yet listed on that day (${where}).` : `${has} (${where}).`,
    citations: [
      ...listings.map((listing) => citeListing(snapshot, listing)),
      ...distinct(listings.flatMap((listing) => measuresOfListing(question, listing))).map(citeMeasure),
    ],
    evidence: [
      {
        fact: shared.fact === "address" ? "address-same-place" : `${shared.fact}-equal`,
        query: shared.asked,
        listed: shared.listed,
        weight: null,
      },
    ],
    wouldChange: future
      ? []
      : [
          `Proof of what ${words} has to do with ${caption}, or that ${shared.asked} is not its ${shared.fact}.`,
        ],
    step: "network",
  };
}
