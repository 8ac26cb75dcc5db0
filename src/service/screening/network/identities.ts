import type { Subject } from "../../../engine/match/subject.ts";
import type { GraphParty } from "../../../engine/network/ownership/graph.ts";
import type { ListedParty } from "../../../engine/network/ownership/resolution.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import { must } from "../../../fault.ts";
import type { DeskParts } from "../desk.ts";
import type { PolicyInForce } from "../policy/policy.ts";
import { checkPolicyOf } from "../policy/policy.ts";
import type { DeskTransaction } from "../tables.ts";
import { listedOnDay } from "./organization-graph.ts";

/** What the organisation has decided of its own subjects that stand in the graph. */
export type KnownSubject = {
  readonly subjectId: string;
  readonly ref: string;
  /** Listed parties that a person decided this one to be. */
  readonly same: readonly string[];
  /** Those that it is not. */
  readonly other: ReadonlySet<string>;
};

/** The subjects whose own number is one of these ids, with what was decided of their alerts. */
export async function subjectsByRef(
  trx: DeskTransaction,
  refs: readonly string[],
): Promise<ReadonlyMap<string, KnownSubject>> {
  if (refs.length === 0) return new Map();
  const rows = await trx
    .selectFrom("subjects as s")
    .leftJoin("alerts as a", (join) =>
      join.onRef("a.subject_id", "=", "s.id").on("a.outcome", "in", ["true-match", "false-positive"]),
    )
    .select(["s.id", "s.ref", "a.entity_id", "a.outcome"])
    .where("s.removed_at", "is", null)
    .where("s.ref", "in", [...refs])
    .execute();
  const known = new Map<string, { subjectId: string; ref: string; same: string[]; other: Set<string> }>();
  for (const row of rows) {
    const ref = must(row.ref, "a subject found by its own number has one");
    const one = known.get(ref) ?? { subjectId: row.id, ref, same: [], other: new Set<string>() };
    if (row.entity_id !== null && row.outcome === "true-match") one.same.push(row.entity_id);
    if (row.entity_id !== null && row.outcome === "false-positive") one.other.add(row.entity_id);
    known.set(ref, one);
  }
  return known;
}

/** What a party's name may be on the lists. */
export type Likeness = { readonly entityId: string; readonly caption: string; readonly score: number };

const SCHEMAS: Readonly<Partial<Record<GraphParty["kind"], string>>> = {
  company: "Organization",
  person: "Person",
  state: "PublicBody",
  trust: "LegalEntity",
  arrangement: "LegalEntity",
};

/** Looks for a party by its name among the listed, as the organisation's policy says. */
export async function likenessOf(
  { gate }: Pick<DeskParts, "gate">,
  party: GraphParty,
  asked: { readonly policy: PolicyInForce; readonly day: string | null; readonly not: ReadonlySet<string> },
): Promise<Likeness | null> {
  const schema = SCHEMAS[party.kind];
  const name = party.name ?? "";
  if (schema === undefined || name === "") return null;
  const subject: Subject = {
    schema,
    properties: {
      name: [name],
      ...(party.country === null ? {} : { country: [party.country.toLowerCase()] }),
    },
  };
  const { matches } = await gate.screen(subject, checkPolicyOf(asked.policy).screen, asked.day);
  const best = matches.find(({ hit, id }) => hit && !asked.not.has(id));
  return best === undefined ? null : { entityId: best.id, caption: best.caption, score: best.score };
}

/** A party that a person decided to be a listed one, as the lists have that one on the day. */
export function decidedListed(
  snapshot: Snapshot,
  { ref, same }: KnownSubject,
  day: string,
): readonly ListedParty[] {
  return same.flatMap((entity) => {
    const place = snapshot.find(entity);
    if (place < 0) return [];
    const listed = listedOnDay(snapshot, [place], day, new Map([[entity, ref]]));
    return listed.filter(({ id }) => id === ref);
  });
}
