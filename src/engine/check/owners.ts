import { firstOf } from "../entity/entity.ts";
import { answerOf, type OwnershipAnswer } from "../network/ownership/answer.ts";
import { readBounds } from "../network/ownership/bounds.ts";
import { GraphBuilder, type Interest, type OwnershipGraph } from "../network/ownership/graph.ts";
import { addListRelations } from "../network/ownership/list-relations.ts";
import { kindOfSchema } from "../network/ownership/party-kind.ts";
import { readPeriod } from "../network/ownership/period.ts";
import { type PolicyName, ruleOn } from "../network/ownership/policy.ts";
import type { ProofStake } from "../network/ownership/proof.ts";
import { type ListedParty, resolveOwnership } from "../network/ownership/resolution.ts";
import type { EntityIndex } from "../snapshot/snapshot.ts";
import type { Party, RelatedParty } from "../transaction.ts";
import type { Finding } from "../verdict.ts";
import { sentence } from "./cite.ts";
import type { Related } from "./network.ts";
import { certaintyOf, sayParty } from "./parties.ts";
import type { Question } from "./world.ts";

/** The party itself among the owned. */
const PARTY = "the party itself";

/** The laws on ownership by whose rules bind the transaction; where none of them does, the first is asked all the same. */
const LAWS: readonly { readonly binds: string; readonly policy: PolicyName; readonly says: string }[] = [
  { binds: "us", policy: "ofac", says: "OFAC's 50 Percent Rule" },
  { binds: "eu", policy: "eu", says: "the EU's rule on ownership and control" },
  { binds: "gb", policy: "uk", says: "the United Kingdom's regulation 7" },
];

/** A party's owners as a graph: what its papers state, and what the lists say of those they name. */
type Owners = {
  readonly graph: OwnershipGraph;
  readonly related: ReadonlyMap<string, Related>;
  readonly fromLists: readonly ListedParty[];
};

/**
 * Who owns the party and who is behind it, as its own papers and the lists state it, by the law of each jurisdiction that
 * binds: blocked with the proof, or not decided, with the facts that would decide. What is not decided is for a person.
 */
export function ownershipFindings(
  question: Question,
  party: Party,
  about: string,
  related: readonly Related[],
  own: readonly Finding[],
): Finding[] {
  const owners = readOwners(question, party, related, own);
  if (owners === null) return [];
  const asked: Asked = { question, party, about, owners };
  const bound = LAWS.filter(({ binds }) => question.bound.has(binds));
  const findings = bound.flatMap((law) =>
    findingUnder(asked, law, (finding) => bindsBy(question, finding, law.binds)),
  );
  const decided = findings.some(({ effect }) => effect === "prohibits");
  const [first] = LAWS;
  // Listed by others than those who bind, the owners are a question of the law that does.
  const others = decided || first === undefined ? [] : findingUnder(asked, first, isListed, true);
  return [
    ...findings,
    ...(findings.length > 0
      ? others.filter(({ finding }) => !findings.some((one) => one.finding === finding))
      : others),
  ];
}

type Asked = {
  readonly question: Question;
  readonly party: Party;
  readonly about: string;
  readonly owners: Owners;
};

const isListed = ({ finding }: Finding) => finding === "party-listed" || finding === "party-listed-elsewhere";
const mayBeListed = ({ finding }: Finding) =>
  finding === "party-may-be-listed" ||
  finding === "party-listed-day-unknown" ||
  finding === "party-listed-on-conditions" ||
  finding === "exception-claimed";

function bindsBy({ world }: Question, { citations, finding }: Finding, binds: string): boolean {
  if (finding !== "party-listed") return false;
  return citations.some(
    (citation) =>
      citation.kind === "measure" &&
      world.measures.all.some(
        (measure) => measure.id === citation.id && measure.binds === binds && measure.effect === "prohibits",
      ),
  );
}

const interestOf = ({ relation, interest }: RelatedParty): Interest | null => {
  if (relation === "owner") return interest ?? "ownership";
  return relation === "director" ? "director" : null;
};

/** Null where nobody stands above the party: neither its papers nor the lists name an owner. */
function readOwners(
  question: Question,
  party: Party,
  related: readonly Related[],
  own: readonly Finding[],
): Owners | null {
  const builder = new GraphBuilder();
  builder.party({ id: PARTY, name: sayParty(party), kind: kindOfSchema(party.schema), country: null });
  const byId = new Map<string, Related>();
  const matched: Matched[] = ownMatches(question, party, own).map((index) => ({ index, id: PARTY }));
  related.forEach((one, at) => {
    const interest = interestOf(one.related);
    if (interest === null) return;
    const id = one.related.subject.id ?? `related ${at + 1}`;
    byId.set(id, one);
    addOwner(builder, one.related, { id, interest });
    for (const index of ownMatches(question, one.related.subject, one.findings)) matched.push({ index, id });
  });
  const fromLists = addFromLists(builder, question, matched);
  const graph = builder.finish();
  return graph.size === 0 ? null : { graph, related: byId, fromLists };
}

type Matched = { readonly index: EntityIndex; readonly id: string };

/** An owner that the papers state. A nominee holds for somebody who is not known. */
function addOwner(
  builder: GraphBuilder,
  { subject, share, of, from, until, source }: RelatedParty,
  owner: { readonly id: string; readonly interest: Interest },
): void {
  const country = firstOf(subject, "jurisdiction") ?? firstOf(subject, "country");
  builder.party({
    id: owner.id,
    name: firstOf(subject, "name"),
    kind: kindOfSchema(subject.schema),
    country: country?.toUpperCase() ?? null,
  });
  const bounds = share === undefined ? null : readBounds(share);
  const tie = {
    owner: owner.id,
    asset: of ?? PARTY,
    interest: owner.interest,
    share: bounds === null || typeof bounds === "string" ? null : bounds,
    period: readPeriod(from === undefined ? [] : [from], until === undefined ? [] : [until]),
    confidence: "stated",
    source: source ?? "the transaction's papers",
    reference: "",
    joint: null,
  } as const;
  builder.tie(tie);
  if (owner.interest !== "nominee") return;
  const behind = `the one for whom ${owner.id} holds`;
  builder.party({
    id: behind,
    name: `the one for whom ${firstOf(subject, "name") ?? owner.id} holds`,
    kind: "unknown",
    country: null,
  });
  builder.tie({ ...tie, owner: behind, interest: "ownership" });
}

/** Listed parties that the subject certainly is and that are not in force, or not binding: their owners may be. */
function ownMatches(
  { world, screen }: Question,
  subject: Party | RelatedParty["subject"],
  findings: readonly Finding[],
): readonly EntityIndex[] {
  if (!findings.some(({ finding }) => /^party-(?:listed-elsewhere|not-yet-listed|delisted)/u.test(finding)))
    return [];
  const { matches, outOfForce } = screen(subject);
  return [...matches, ...outOfForce]
    .filter((match) => match.hit && certaintyOf(match, world.policy.certainScoreMin) === "certain")
    .map(({ index }) => index);
}

function addFromLists(
  builder: GraphBuilder,
  { world, day }: Question,
  matched: readonly Matched[],
): readonly ListedParty[] {
  if (matched.length === 0) return [];
  const { snapshot } = world;
  // The entry on the list and the party in the papers are one: who owns the one owns the other.
  const aliases = new Map(matched.map(({ index, id }) => [snapshot.entity(index).id, id]));
  const listed = addListRelations(builder, snapshot, {
    roots: matched.map(({ index }) => index),
    day,
    aliases,
  });
  // The entries themselves are told by their own findings; here only who stands above them counts.
  const own = new Set(aliases.values());
  return listed.filter(({ id }) => !own.has(id));
}

type Law = (typeof LAWS)[number];

function findingUnder(
  asked: Asked,
  law: Law,
  counts: (finding: Finding) => boolean,
  foreign = false,
): readonly Finding[] {
  const { question, owners } = asked;
  const { day } = question;
  const listed: ListedParty[] = [...owners.related].flatMap(([id, { findings }]): readonly ListedParty[] => {
    const certain = findings.some(counts);
    if (!certain && !findings.some(mayBeListed)) return [];
    return [
      { id, from: certain ? listedSince(findings.filter(counts)) : null, until: null, certain, words: null },
    ];
  });
  // Who is listed by whom is not asked again for those met on the lists alone: they raise a question, and decide none.
  const above = owners.fromLists.map((one) => ({ ...one, certain: false }));
  if (
    listed.length + above.length === 0 &&
    !owners.graph.parties.some(({ kind }) => kind === "unknown" || kind === "state")
  )
    return [];
  const resolution = resolveOwnership(owners.graph, {
    rule: ruleOn(law.policy, day),
    day,
    listed: [...listed, ...above],
  });
  const answer = answerOf(resolution, PARTY);
  if (answer === null || answer.status === "not-blocked")
    return answer === null ? [] : toldFindings(asked, answer);
  return [
    answer.status === "blocked"
      ? blockedFinding(asked, law, answer, foreign)
      : undecidedFinding(asked, law, answer),
  ];
}

/** The first day of listing that the findings cite; null where none is stated. */
function listedSince(findings: readonly Finding[]): string | null {
  const days = findings.flatMap(({ citations }) =>
    citations.flatMap((citation) => (citation.kind === "listing" ? (citation.listedOn ?? []) : [])),
  );
  return days.toSorted()[0] ?? null;
}

const sayStake = ({ owner, asset, share, interest, held }: ProofStake, party: Party): string => {
  const name = asset.id === PARTY ? sayParty(party) : `“${asset.name ?? asset.id}”`;
  const since = held === "" ? "" : ` (${held})`;
  const who = `“${owner.name ?? owner.id}”`;
  if (share === "" || interest === "board-majority" || interest === "control")
    return `${who} controls ${name}${since}`;
  return `${who} owns ${share}${interest === "votes" ? " of the votes" : ""} of ${name}${since}`;
};

function citationsOf({ owners }: Asked, ids: readonly string[]): Finding["citations"] {
  return ids.flatMap((id) =>
    (owners.related.get(id)?.findings ?? [])
      .filter((finding) => isListed(finding) || mayBeListed(finding))
      .flatMap(({ citations }) => citations),
  );
}

function blockedFinding(asked: Asked, law: Law, answer: OwnershipAnswer, foreign: boolean): Finding {
  const { party, about } = asked;
  const proof = answer.proof;
  const top = proof?.steps[0];
  const listed = new Set(proof?.listed.map(({ id }) => id) ?? []);
  const controlled = answer.basis === "controlled" || top?.total === null || top?.total === undefined;
  const half = law.policy === "uk" ? "more than 50 %" : "50 % or more in the aggregate";
  const what = controlled
    ? `${sayParty(party)} is controlled, directly or through others, by listed parties`
    : `${top?.total} % of ${sayParty(party)} is owned, directly or through others, by listed parties: ${half}`;
  // Control is presumed where the European Union's rule binds, and the presumption can be rebutted.
  const prohibits = !foreign && !(controlled && law.policy === "eu");
  return {
    finding: controlled ? "party-controlled-by-listed" : "party-owned-by-listed",
    effect: prohibits ? "prohibits" : "refers",
    about,
    words: `${what}, ${
      prohibits
        ? `so it is treated as listed itself (${law.says}).`
        : foreign
          ? "and the rule of the law that binds must be applied."
          : `so it is presumed to be theirs, until that is rebutted (${law.says}).`
    }`,
    citations: citationsOf(asked, [...listed]),
    evidence: (proof?.steps ?? []).flatMap(({ stakes }) =>
      stakes.map((stake) => ({
        fact: stake.share === "" ? "control" : "ownership-share",
        query: sayStake(stake, party),
        listed: listed.has(stake.owner.id) ? `“${stake.owner.name ?? stake.owner.id}”` : null,
        weight: null,
      })),
    ),
    wouldChange: [
      controlled
        ? "Proof that listed parties do not control it."
        : `Proof that listed parties together own ${law.policy === "uk" ? "50 % or less" : "less than 50 %"}.`,
    ],
    step: "network",
  };
}

function undecidedFinding(asked: Asked, law: Law, answer: OwnershipAnswer): Finding {
  const { party, about, owners } = asked;
  const { min, max } = answer.interval;
  const range = max === "0" ? "" : ` (between ${min} and ${max} % is in their hands)`;
  const facts = answer.missing?.smallest ?? [];
  const words = facts.map(({ words: one }) => one);
  return {
    finding: "party-ownership-undecided",
    effect: "refers",
    about,
    words: `Whether ${sayParty(party)} is in the hands of listed parties is not decided by what is known${range}: ${law.says} needs to know more.`,
    citations: citationsOf(asked, [...owners.related.keys()]),
    evidence: words.map((one) => ({
      fact: "ownership-fact-missing",
      query: one,
      listed: null,
      weight: null,
    })),
    wouldChange: words.map(sentence),
    step: "network",
  };
}

/** What the shares do not decide and a person must know, with what would settle it. */
const TOLD: ReadonlyMap<string, { readonly finding: string; readonly proof: string; readonly more: string }> =
  new Map([
    [
      "control-by-listed",
      {
        finding: "party-control-by-listed",
        proof: "Proof of who controls the party.",
        more: " The rule counts ownership alone; caution is advised.",
      },
    ],
    [
      "votes-reach-threshold",
      {
        finding: "party-votes-of-listed",
        proof: "Proof of who controls the party.",
        more: " The rule counts ownership alone; caution is advised.",
      },
    ],
    [
      "divested-near-designation",
      {
        finding: "party-divested-near-designation",
        proof: "Proof that the stake was truly given up, to whom, and under what law.",
        more: "",
      },
    ],
  ]);

function toldFindings({ about }: Asked, { flags }: OwnershipAnswer): readonly Finding[] {
  return flags.flatMap(({ flag, words }): readonly Finding[] => {
    const told = TOLD.get(flag);
    if (told === undefined) return [];
    return [
      {
        finding: told.finding,
        effect: "refers",
        about,
        words: `${words}${told.more}`,
        citations: [],
        evidence: [],
        wouldChange: [told.proof],
        step: "network",
      },
    ];
  });
}
