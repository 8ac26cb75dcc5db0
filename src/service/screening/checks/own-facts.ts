import { isDay } from "../../../engine/day.ts";
import type { Properties } from "../../../engine/entity/entity.ts";
import { isExact, readBounds, sayBounds } from "../../../engine/network/ownership/bounds.ts";
import { type OwnershipGraph, type Tie, tieAt } from "../../../engine/network/ownership/graph.ts";
import { writePercent } from "../../../engine/network/share.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import {
  type Party,
  type PartyRecords,
  type RelatedParty,
  TRANSACTION_LIMITS,
} from "../../../engine/transaction.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { gatherAround } from "../fronts/neighbors.ts";
import { GraphShelf, graphFor } from "../network/ask-network.ts";
import type { DeskTransaction } from "../tables.ts";

/** Ties above one party that a check is given: a chart of owners that a person can read, with room for the papers' own. */
const OWNERS_MAX = 60;

/** What a tie is called among the relations of a transaction; every other tie is an “other”. */
const OWNING: ReadonlySet<string> = new Set([
  "ownership",
  "votes",
  "board-majority",
  "control",
  "influence",
  "nominee",
]);

/** The organisation's own subjects by the id that a transaction gives its parties: the subject's own, or the reference. */
async function subjectsNamed(
  trx: DeskTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly ref: string | null }>> {
  const rows = await trx
    .selectFrom("subjects")
    .select(["id", "ref"])
    .where("removed_at", "is", null)
    .where((where) => where.or([where("id", "in", [...ids]), where("ref", "in", [...ids])]))
    .execute();
  return new Map(rows.flatMap((row) => [row.id, row.ref].flatMap((id) => (id === null ? [] : [[id, row]]))));
}

async function recordsOf(trx: DeskTransaction, id: string): Promise<PartyRecords> {
  const { subjects, sharers, same } = await gatherAround(trx, id, TRANSACTION_LIMITS.recordsMax);
  return {
    self: id,
    parties: subjects.map((one) => ({
      id: one.id,
      schema: one.schema,
      properties: one.properties,
      seen: one.updatedAt.slice(0, 10),
    })),
    // What one record alone has says nothing that the records do not say themselves.
    sharers: [...sharers]
      .filter(([, parties]) => parties > 1)
      .slice(0, TRANSACTION_LIMITS.recordsMax * 20)
      .map(([fact, parties]) => ({ fact, parties })),
    same: same.slice(0, TRANSACTION_LIMITS.recordsMax),
  };
}

/** A tie's share as a transaction states it; one that is doubtful may be nothing. */
function shareOf({ share, confidence }: Tie): Pick<RelatedParty, "share"> {
  if (share === null) return {};
  const most = writePercent(share.max);
  const text =
    confidence === "doubtful"
      ? `0-${most}`
      : isExact(share)
        ? most
        : sayBounds(share).replace(/ %$/, "").replace(" to ", "-");
  return typeof readBounds(text) === "string" ? {} : { share: text };
}

function relatedOf(graph: OwnershipGraph, tie: Tie, center: string): RelatedParty {
  const party = graph.parties[graph.indexOf(tie.owner)];
  const { fromMin, untilMax } = tie.period;
  const source = [tie.source, tie.reference].filter((part) => part !== "").join(", ");
  const properties: Properties = {
    name: [party?.name ?? tie.owner],
    ...(party?.country === null || party === undefined ? {} : { country: [party.country.toLowerCase()] }),
  };
  return {
    relation: OWNING.has(tie.interest) ? "owner" : tie.interest === "director" ? "director" : "other",
    ...(tie.interest === "ownership" ? shareOf(tie) : {}),
    ...(OWNING.has(tie.interest) && tie.interest !== "ownership"
      ? { interest: tie.interest as NonNullable<RelatedParty["interest"]> }
      : {}),
    ...(fromMin !== null && isDay(fromMin) ? { from: fromMin } : {}),
    ...(untilMax !== null && isDay(untilMax) ? { until: untilMax } : {}),
    ...(tie.asset === center ? {} : { of: tie.asset }),
    ...(source === "" ? {} : { source: source.slice(0, 400) }),
    subject: {
      id: tie.owner,
      schema: party?.kind === "person" ? "Person" : party?.kind === "company" ? "Company" : "LegalEntity",
      properties,
    },
  };
}

/** Whoever stands above a party in the organisation's own graph, the nearest first. What the lists say they say themselves. */
function ownersAbove(graph: OwnershipGraph, snapshot: Snapshot, center: string): readonly RelatedParty[] {
  const place = graph.indexOf(center);
  if (place < 0) return [];
  const found: RelatedParty[] = [];
  const waiting = [place];
  const seen = new Set(waiting);
  for (const at of waiting) {
    for (const index of graph.tiesInto(at)) {
      if (found.length >= OWNERS_MAX) return found;
      const tie = tieAt(graph, index);
      if (snapshot.find(tie.owner) >= 0 && snapshot.find(tie.asset) >= 0) continue;
      found.push(relatedOf(graph, tie, center));
      const owner = graph.ownerOf[index] ?? 0;
      if (seen.has(owner)) continue;
      seen.add(owner);
      waiting.push(owner);
    }
  }
  return found;
}

function withOwners(party: Party, owners: readonly RelatedParty[]): Party {
  const own = party.related ?? [];
  const known = new Set(own.map(({ subject, of }) => `${subject.id} ${of ?? ""}`));
  const added = owners.filter(({ subject, of }) => !known.has(`${subject.id} ${of ?? ""}`));
  const related = [...own, ...added].slice(0, TRANSACTION_LIMITS.relatedMax);
  return related.length === own.length ? party : { ...party, related };
}

/**
 * Adds to each party that the organisation keeps as a subject, or has in its graph of owners, what its own records say:
 * who stands above it, and the records that facts join to it. The verdict then follows from the transaction as before.
 */
export function ownFacts(parts: DeskParts): NonNullable<DeskParts["ownFacts"]> {
  const shelf = new GraphShelf();
  return async (organizationId, transaction) => {
    const ids = transaction.parties.flatMap(({ id }) => id ?? []);
    if (ids.length === 0) return transaction;
    const { graph } = (await graphFor({ ...parts, shelf }, organizationId, null)).whole;
    const { snapshot } = parts.gate.current();
    return atDesk(parts, organizationId, async (trx) => {
      const subjects = await subjectsNamed(trx, ids);
      const joined: Party[] = [];
      for (const party of transaction.parties) {
        const subject = party.id === undefined ? undefined : subjects.get(party.id);
        const center = subject?.ref ?? subject?.id ?? party.id;
        const owned = center === undefined ? party : withOwners(party, ownersAbove(graph, snapshot, center));
        joined.push(subject === undefined ? owned : { ...owned, records: await recordsOf(trx, subject.id) });
      }
      return { ...transaction, parties: joined };
    });
  };
}
