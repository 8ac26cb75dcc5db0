import { valuesOf } from "../entity/entity.ts";
import { blockedByOwnership, type Stake } from "../network/ownership.ts";
import { sayShare, shareOfPercent } from "../network/share.ts";
import { listingStateOn } from "../snapshot/listing-state.ts";
import type { EntityIndex } from "../snapshot/snapshot.ts";
import type { Party } from "../transaction.ts";
import type { Finding } from "../verdict.ts";
import { citeListing, citeMeasure, listOf, measuresOfListing, sayListing } from "./cite.ts";
import { distinct, sayParty, screenSubject } from "./parties.ts";
import type { Question } from "./world.ts";

/** What leads from a party to a listed one without its name: an address, a director, an owner. */
export function networkFindings(question: Question, party: Party, about: string): Finding[] {
  const related = (party.related ?? []).map(({ relation, subject, share }) => {
    const words = `${sayParty({ properties: subject.properties })}, ${relation === "other" ? "related to" : `${relation} of`} ${sayParty(party)},`;
    return { share, findings: screenSubject(question, { subject, about, words }), relation };
  });
  const linked = related.flatMap(({ findings, relation }) =>
    findings.map((finding) => asLink(finding, relation)),
  );
  return [...addressFindings(question, party, about), ...linked, ...ownershipFindings(party, about, related)];
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

function addressFindings(question: Question, party: Party, about: string): Finding[] {
  const { world, day } = question;
  const texts = valuesOf(party, "address");
  if (texts.length === 0) return [];
  const found = new Map<EntityIndex, { readonly asked: string; readonly listed: string }>();
  for (const asked of texts) {
    for (const { target, address } of world.addresses().at(asked))
      if (!found.has(target)) found.set(target, { asked, listed: address.raw });
  }
  return [...found].flatMap(([target, { asked, listed }]) => {
    const { snapshot } = world;
    const states = snapshot.listings(target).flatMap((listing) => {
      const list = listOf(snapshot, listing);
      return list === undefined || list.kind === "allow"
        ? []
        : [{ listing, state: listingStateOn(listing, list, day) }];
    });
    const standing = states.filter(({ state }) => state === "listed" || state === "unknown");
    const future = standing.length === 0 ? states.filter(({ state }) => state === "not-yet-listed") : [];
    const shown = standing.length > 0 ? standing : future;
    if (shown.length === 0) return [];
    const caption = valuesOf(snapshot.entity(target), "name")[0] ?? snapshot.entity(target).id;
    const where = shown.map(({ listing }) => sayListing(snapshot, listing)).join("; ");
    const finding: Finding = {
      finding: standing.length > 0 ? "address-shared" : "address-shared-not-yet-listed",
      effect: standing.length > 0 ? "refers" : "note",
      about,
      words:
        standing.length > 0
          ? `${sayParty(party)} has the address of ${caption} (${where}).`
          : `${sayParty(party)} has the address of ${caption}, which was not yet listed on that day (${where}).`,
      citations: [
        ...shown.map(({ listing }) => citeListing(snapshot, listing)),
        ...distinct(shown.flatMap(({ listing }) => measuresOfListing(question, listing))).map(citeMeasure),
      ],
      evidence: [{ fact: "address-same-place", query: asked, listed, weight: null }],
      wouldChange:
        standing.length > 0
          ? [`Proof that ${sayParty(party)} is not at ${asked}, or of what it has to do with ${caption}.`]
          : [],
      step: "network",
    };
    return [finding];
  });
}

/** Owners that are certainly listed, and their stakes: 50 % or more in the aggregate blocks the party as well. */
function ownershipFindings(
  party: Party,
  about: string,
  related: readonly {
    readonly share: string | undefined;
    readonly findings: readonly Finding[];
    readonly relation: string;
  }[],
): Finding[] {
  const owners = related.flatMap(({ share, findings, relation }, index) => {
    const listed = findings.find(({ finding }) => finding === "party-listed");
    return relation === "owner" && share !== undefined ? [{ id: `owner-${index}`, share, listed }] : [];
  });
  const stakes: Stake[] = owners.map(({ id, share }) => ({
    owner: id,
    asset: "party",
    share: shareOfPercent(share),
  }));
  const blocked = blockedByOwnership(
    owners.flatMap(({ id, listed }) => (listed === undefined ? [] : [id])),
    stakes,
  ).get("party");
  if (blocked?.kind !== "owned") return [];
  const proofs = owners.flatMap(({ listed }) => (listed === undefined ? [] : [listed]));
  return [
    {
      finding: "party-owned-by-listed",
      effect: "prohibits",
      about,
      words: `Listed parties own ${sayShare(blocked.total)} of ${sayParty(party)}: 50 % or more in the aggregate, so it is treated as listed itself.`,
      citations: proofs.flatMap(({ citations }) => citations),
      evidence: blocked.stakes.map(({ owner, share }) => ({
        fact: "ownership-share",
        query: sayShare(share),
        listed: owners.find(({ id }) => id === owner)?.listed?.words ?? null,
        weight: null,
      })),
      wouldChange: ["Proof that listed parties together own less than 50 %."],
      step: "network",
    },
  ];
}
