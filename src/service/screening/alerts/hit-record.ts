import type { IdentityFacts } from "../../../engine/match/identity.ts";
import type { PolicyWeights } from "../../../engine/match/policy-weights.ts";
import type { FeatureEvidence, Match, Subject } from "../../../engine/match/subject.ts";
import type { ScreenMatch } from "../../../engine/screen.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";

/** By what way a hit came up. */
export const CHANNELS = [
  "onboarding",
  "change",
  "periodic",
  "list-delta",
  "policy",
  "import",
  "check",
] as const;
export type Channel = (typeof CHANNELS)[number];

/** The entry behind a hit, with the edition that was read. */
export type HitListing = {
  readonly list: string;
  readonly title: string;
  readonly entry: string;
  readonly edition: string | null;
  readonly files: readonly string[];
  readonly programmes: readonly string[];
  readonly listedOn: string | null;
  readonly state: ScreenMatch["state"];
};

/** All that is known of a hit when it is found: what a reviewer, and years later an auditor, looks at. Never changed. */
export type HitRecord = {
  readonly channel: Channel;
  readonly subject: {
    readonly id: string | null;
    readonly ref: string | null;
    readonly version: number | null;
    readonly caption: string;
    readonly schema: string;
    readonly properties: Subject["properties"];
    readonly facts: IdentityFacts;
    readonly fingerprint: string;
    readonly businessLine: string | null;
  };
  readonly listed: {
    readonly id: string;
    readonly caption: string;
    readonly schema: string;
    readonly facts: IdentityFacts;
    readonly fingerprint: string;
    readonly listings: readonly HitListing[];
  };
  readonly score: number;
  readonly threshold: number;
  /** What kinds of evidence counted for, where the policy says otherwise than was measured. */
  readonly weights?: PolicyWeights;
  readonly name: Match["name"];
  readonly features: readonly FeatureEvidence[];
  /** What it was found with: the snapshot, the organisation's policy and the program. */
  readonly snapshot: string;
  readonly policyVersion: number;
  readonly engine: string;
  /** What the check said of it, where a check brought it up. */
  readonly check: { readonly id: string; readonly about: string; readonly words: string } | null;
};

/** The subject of a record: a stored one, or a party of a transaction. */
export type RecordedSubject = Pick<HitRecord["subject"], "id" | "ref" | "version" | "businessLine"> & {
  readonly subject: Subject;
  readonly facts: IdentityFacts;
  readonly fingerprint: string;
};

/** What a subject is called: its first name or its id. */
export function captionOfSubject({ id, properties }: Subject): string {
  return properties.name?.[0] ?? properties.alias?.[0] ?? id ?? "without a name";
}

function listingOf(snapshot: Snapshot, { listing, state }: ScreenMatch["listings"][number]): HitListing {
  const list = snapshot.lists.find(({ id }) => id === listing.list);
  const date = listing.editions.at(-1) ?? null;
  const edition = list?.editions.find((held) => held.date === date);
  return {
    list: listing.list,
    title: list?.title ?? listing.list,
    entry: listing.entry,
    edition: date,
    files: edition?.files.map(({ sha256 }) => sha256) ?? [],
    programmes: listing.programmes,
    listedOn: listing.listedOn,
    state,
  };
}

/** Writes down a hit with the facts of both sides. */
export function recordHit(found: {
  readonly snapshot: Snapshot;
  readonly match: ScreenMatch;
  readonly listing: { readonly facts: IdentityFacts; readonly fingerprint: string };
  readonly of: RecordedSubject;
  readonly channel: Channel;
  readonly threshold: number;
  readonly weights?: PolicyWeights;
  readonly policyVersion: number;
  readonly engine: string;
  readonly check: HitRecord["check"];
}): HitRecord {
  const { snapshot, match, of } = found;
  return {
    channel: found.channel,
    subject: {
      id: of.id,
      ref: of.ref,
      version: of.version,
      caption: captionOfSubject(of.subject),
      schema: of.subject.schema,
      properties: of.subject.properties,
      facts: of.facts,
      fingerprint: of.fingerprint,
      businessLine: of.businessLine,
    },
    listed: {
      id: match.id,
      caption: match.caption,
      schema: match.schema,
      facts: found.listing.facts,
      fingerprint: found.listing.fingerprint,
      listings: match.listings.map((listing) => listingOf(snapshot, listing)),
    },
    score: match.score,
    threshold: found.threshold,
    ...(found.weights === undefined ? {} : { weights: found.weights }),
    name: match.name,
    features: match.features,
    snapshot: snapshot.hash,
    policyVersion: found.policyVersion,
    engine: found.engine,
    check: found.check,
  };
}
