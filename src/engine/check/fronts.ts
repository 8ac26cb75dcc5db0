import { type FrontFlag, frontFlags } from "../network/fronts/front-flag.ts";
import { type FrontLink, nearestListed } from "../network/fronts/nearest-listed.ts";
import { captionOf, RecordBook } from "../network/fronts/record-book.ts";
import type { RelationKind } from "../network/fronts/tie-kind.ts";
import { ALWAYS, readPeriod } from "../network/ownership/period.ts";
import type { Party, RelatedParty } from "../transaction.ts";
import type { Finding } from "../verdict.ts";
import { citeListing, citeMeasure, measuresOfListing } from "./cite.ts";
import { distinct } from "./parties.ts";
import type { Question } from "./world.ts";

/** The party itself among its own records. */
const PARTY = "party";

const RELATIONS: Readonly<Record<RelatedParty["relation"], RelationKind>> = {
  owner: "owner",
  director: "director",
  founder: "founder",
  employee: "employee",
  family: "family",
  subsidiary: "owner",
  other: "linked",
};

/**
 * Signs that a party stands in front of a listed one, over those whom its own papers name and the asker's records join to
 * it. A sign refers and never prohibits. What one step shows of the party's own papers (an address in common, a listed
 * director) has findings of its own and is not told twice.
 */
export function frontFindings(question: Question, party: Party, about: string): Finding[] {
  if ((party.related ?? []).length === 0 && party.records === undefined) return [];
  const { snapshot, policy, facts } = question.world;
  const world = {
    snapshot,
    lists: policy.screen.lists,
    screen: question.screen,
    listed: facts(),
    book: bookOf(party),
  };
  const search = nearestListed(world, PARTY, question.day);
  return frontFlags({ world, party: PARTY, day: question.day, search })
    .map((flag) => ({
      flag,
      link: search.links.find(({ target }) => target.id === flag.target?.id) ?? null,
    }))
    .filter(
      ({ flag, link }) => flag.rule !== "RF-142" || flag.evidence.length > 2 || isOfRecords(party, link),
    )
    .map((found) => flagFinding(question, about, found));
}

/** True where the way to the listed party begins with a fact that the records have and the transaction does not state. */
function isOfRecords({ properties, records }: Party, link: FrontLink | null): boolean {
  const written = link?.paths[0]?.steps[0]?.written?.from;
  if (records === undefined || written === undefined) return false;
  return !Object.values(properties).some((values) => values.includes(written));
}

/** The party and those it names, as records. */
function bookOf(party: Party): RecordBook {
  const book = new RecordBook();
  book.addParty({ ...party, id: PARTY, caption: captionOf(party), seen: null });
  const related = (party.related ?? []).map((one, at) => ({
    one,
    id: one.subject.id ?? `related ${at + 1}`,
  }));
  for (const { one, id } of related)
    book.addParty({ ...one.subject, id, caption: captionOf(one.subject), seen: null });
  for (const { one, id } of related) {
    const of = one.of !== undefined && book.party(one.of) !== null ? one.of : PARTY;
    if (of === id) continue;
    // A subsidiary is had by the one it is of: the part runs the other way.
    const [from, to] = one.relation === "subsidiary" ? [of, id] : [id, of];
    book.addRelation({
      kind: RELATIONS[one.relation],
      from,
      to,
      role: null,
      period: readPeriod(
        one.from === undefined ? [] : [one.from],
        one.until === undefined ? [] : [one.until],
      ),
      source: "the transaction",
    });
  }
  addRecords(book, party);
  return book.finish();
}

/** What the asker's own records know, the party's own record as the party itself. */
function addRecords(book: RecordBook, { records, properties }: Party): void {
  if (records === undefined) return;
  const { self, parties, sharers, same } = records;
  const idOf = (id: string): string => (id === self ? PARTY : id);
  for (const one of parties)
    book.addParty({
      ...one,
      id: idOf(one.id),
      caption: captionOf(
        one.id === self ? { ...one, properties: { ...one.properties, ...properties } } : one,
      ),
    });
  for (const { fact, parties: count } of sharers) book.noteSharers(fact, count);
  for (const { a, b, reason } of same)
    book.addRelation({
      kind: "linked",
      from: idOf(a),
      to: idOf(b),
      role: `one party: ${reason}`,
      period: ALWAYS,
      source: "a person's decision",
    });
}

function flagFinding(
  question: Question,
  about: string,
  { flag, link }: { readonly flag: FrontFlag; readonly link: FrontLink | null },
): Finding {
  const listings = link?.listings ?? [];
  return {
    finding: `front-company-${flag.rule.toLowerCase()}`,
    effect: "refers",
    about,
    words: `${flag.words.en} ${flag.title.en} (${flag.rule}); it may be innocent: ${lowerFirst(flag.innocent.en)}`,
    citations: [
      ...listings.map((listing) => citeListing(question.world.snapshot, listing)),
      ...distinct(listings.flatMap((listing) => measuresOfListing(question, listing))).map(citeMeasure),
    ],
    evidence: flag.evidence.map(({ en, of }) => ({
      fact: flag.rule,
      query: en,
      listed: of === PARTY ? null : of,
      weight: null,
    })),
    wouldChange: ["Proof of who founded the party, who runs it and where its people work."],
    step: "network",
  };
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
