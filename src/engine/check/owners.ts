import { type BlockedBy, blockedByOwnership, type Stake } from "../network/ownership.ts";
import { sayShare, shareOfPercent } from "../network/share.ts";
import type { Party } from "../transaction.ts";
import type { Finding } from "../verdict.ts";
import type { Related } from "./network.ts";
import { sayParty } from "./parties.ts";
import type { Question } from "./world.ts";

/** The party itself among the owned. */
const PARTY = "the party itself";

/**
 * Who owns the party, as its own papers state it: 50 % or more in the hands of parties that are certainly listed blocks
 * it as well. The rule is OFAC's: where United States law does not bind, or not its list, a person must apply the law
 * that does.
 */
export function ownershipFindings(
  question: Question,
  party: Party,
  about: string,
  related: readonly Related[],
): Finding[] {
  const owners = related.filter(({ related: one }) => one.relation === "owner");
  const key = ({ related: one }: Related) =>
    one.subject.id ?? `related ${related.findIndex((other) => other.related === one)}`;
  const stakes = owners.flatMap((owner): Stake[] => {
    const { share, of } = owner.related;
    return share === undefined
      ? []
      : [{ owner: key(owner), asset: of ?? PARTY, share: shareOfPercent(share) }];
  });
  const listed = owners.filter(({ findings }) => findings.some(isListed));
  const blocked = blockedByOwnership(listed.map(key), stakes);
  const proof = blocked.get(PARTY);
  if (proof?.kind !== "owned") return [];
  const american = listed.filter(({ findings }) =>
    findings.some((finding) => isListed(finding) && bindsUs(question, finding)),
  );
  const binds = blockedByOwnership(american.map(key), stakes).get(PARTY)?.kind === "owned";
  const chain = chainOf(proof, blocked);
  const sayOwner = (id: string) => {
    const owner = owners.find((one) => key(one) === id);
    return owner === undefined ? id : sayParty({ properties: owner.related.subject.properties });
  };
  const used = listed.filter((owner) => chain.some((stake) => stake.owner === key(owner)));
  return [
    {
      finding: "party-owned-by-listed",
      effect: binds ? "prohibits" : "refers",
      about,
      words: `${sayShare(proof.total)} of ${sayParty(party)} is owned, directly or through others, by listed parties: 50 % or more in the aggregate, ${
        binds
          ? "so it is treated as listed itself (OFAC's 50 Percent Rule)."
          : "and the rule of the law that binds must be applied."
      }`,
      citations: used.flatMap(({ findings }) =>
        findings.filter(isListed).flatMap(({ citations }) => citations),
      ),
      evidence: chain.map(({ owner, asset, share }) => ({
        fact: "ownership-share",
        query: `${sayOwner(owner)} owns ${sayShare(share)} of ${asset === PARTY ? sayParty(party) : sayOwner(asset)}`,
        listed: blocked.get(owner)?.kind === "listed" ? sayOwner(owner) : null,
        weight: null,
      })),
      wouldChange: ["Proof that listed parties together own less than 50 %."],
      step: "network",
    },
  ];
}

const isListed = ({ finding }: Finding) => finding === "party-listed" || finding === "party-listed-elsewhere";

function bindsUs({ world }: Question, { citations, finding }: Finding): boolean {
  if (finding !== "party-listed") return false;
  return citations.some(
    (citation) =>
      citation.kind === "measure" &&
      world.measures.all.some(
        ({ id, binds, effect }) => id === citation.id && binds === "us" && effect === "prohibits",
      ),
  );
}

/** The stakes that prove it, from the party up to the listed owners, each once. */
function chainOf(proof: BlockedBy, blocked: ReadonlyMap<string, BlockedBy>): readonly Stake[] {
  const chain: Stake[] = [];
  const seen = new Set<string>();
  const waiting: BlockedBy[] = [proof];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === "listed") continue;
    for (const stake of next.stakes) {
      chain.push(stake);
      const owner = blocked.get(stake.owner);
      if (owner !== undefined && !seen.has(stake.owner)) waiting.push(owner);
      seen.add(stake.owner);
    }
  }
  return chain;
}
