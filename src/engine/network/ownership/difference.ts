import { sayDay } from "../../day.ts";
import { presenceOn } from "./period.ts";
import { type Proof, proofOf } from "./proof.ts";
import { type OwnershipStatus, type Resolution, statusOf } from "./resolution.ts";

/** A party whose status is another on the second day than on the first, and what made it so. */
export type StatusChange = {
  readonly id: string;
  readonly name: string | null;
  readonly before: OwnershipStatus;
  readonly after: OwnershipStatus;
  /** Sentences: a designation, a stake that began or ended, a rule in a new wording. */
  readonly because: readonly string[];
};

/** Reasons told for one change. */
const REASONS_MAX = 20;

/** What of a proof did not stand on the other day. */
function newInProof(proof: Proof, here: Resolution, there: Resolution, began: boolean): readonly string[] {
  const { graph } = here;
  const on = there.day.day;
  const label = ({ id, name }: { readonly id: string; readonly name: string | null }) => name ?? id;
  const listings = proof.listed
    .filter(({ id }) => !there.seeds.has(graph.indexOf(id)))
    .map((one) =>
      began
        ? `${label(one)} is listed${one.since === null ? "" : ` since ${sayDay(one.since)}`}, and was not on ${sayDay(on)}.`
        : `${label(one)} is no longer listed on ${sayDay(on)}.`,
    );
  const stakes = proof.steps.flatMap((step) =>
    step.stakes.flatMap((stake) => {
      const tie = graph
        .tiesInto(graph.indexOf(stake.asset.id))
        .find(
          (at) =>
            graph.references[at] === stake.reference &&
            graph.parties[graph.ownerOf[at] ?? 0]?.id === stake.owner.id,
        );
      const period = tie === undefined ? undefined : graph.periods[graph.periodOf[tie] ?? 0];
      if (period === undefined || presenceOn(period, on) === "holds") return [];
      const held = `${label(stake.owner)}'s ${stake.share === "" ? "control" : `stake of ${stake.share}`} in ${label(stake.asset)}`;
      return [
        `${held} ${began ? "did not stand" : "does not stand any more"} on ${sayDay(on)} (${stake.held}).`,
      ];
    }),
  );
  return [...listings, ...stakes];
}

function reasons(node: number, before: Resolution, after: Resolution): readonly string[] {
  const words: string[] = [];
  if (statusOf(after, node) === "blocked")
    words.push(...newInProof(proofOf(after, node), after, before, true));
  if (statusOf(before, node) === "blocked")
    words.push(...newInProof(proofOf(before, node), before, after, false));
  if (before.rule.id !== after.rule.id) {
    words.push(`The rule has another wording: “${before.rule.title}” before, “${after.rule.title}” after.`);
  }
  return [...new Set(words)].slice(0, REASONS_MAX);
}

/** Whose status differs between two resolutions of one graph, in the order of the graph. */
export function differenceBetween(before: Resolution, after: Resolution): readonly StatusChange[] {
  return after.graph.parties.flatMap(({ id, name }, node): readonly StatusChange[] => {
    const [was, is] = [statusOf(before, node), statusOf(after, node)];
    return was === is ? [] : [{ id, name, before: was, after: is, because: reasons(node, before, after) }];
  });
}
