import { sql } from "kysely";
import { valuesOf } from "../../../engine/entity/entity.ts";
import { RecordBook } from "../../../engine/network/fronts/record-book.ts";
import { tellingFacts } from "../../../engine/network/fronts/telling-fact.ts";
import { SHARERS_MAX } from "../../../engine/network/fronts/tie-kind.ts";
import { ALWAYS } from "../../../engine/network/ownership/period.ts";
import type { StoredSubject } from "../subjects/subject-store.ts";
import { readSubject, readSubjects } from "../subjects/subject-store.ts";
import type { DeskTransaction } from "../tables.ts";
import { factKeys, keyOfFact, keysOfPlace } from "./fact-keys.ts";
import { decisionsAmong, standingDecisions } from "./same-party-store.ts";

/** Bounds of what is gathered around one subject. */
export const NEIGHBOR_LIMITS = {
  /** Each is screened, some tenths of a millisecond; a person reads a few paths of them. */
  subjectsMax: 300,
  /** One less than the steps of a path: the last one leads to a listing. */
  roundsMax: 3,
  /** Subjects whose facts are written down when they are first needed, at one question. */
  writtenMax: 5_000,
} as const;

/** The records around a subject, and whether all of them are there. */
export type Neighbors = { readonly book: RecordBook; readonly whole: boolean };

/** Writes down the facts of subjects that came before facts were written; false where some are left for the next time. */
export async function writeFactKeys(trx: DeskTransaction): Promise<boolean> {
  const rows = await trx
    .selectFrom("subjects")
    .select(["id", "schema", "properties"])
    .where("fact_keys", "is", null)
    .where("removed_at", "is", null)
    .orderBy("id")
    .limit(NEIGHBOR_LIMITS.writtenMax)
    .forUpdate()
    .execute();
  if (rows.length > 0) {
    const written = JSON.stringify(rows.map((row) => ({ id: row.id, keys: factKeys(row) })));
    await sql`update subjects s set fact_keys = array(select jsonb_array_elements_text(written.keys))
      from jsonb_to_recordset(${written}::jsonb) as written(id text, keys jsonb)
      where s.id = written.id`.execute(trx);
  }
  return rows.length < NEIGHBOR_LIMITS.writtenMax;
}

/** How many subjects have each of the keys. */
async function countsOf(trx: DeskTransaction, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; count: string }>`
    select key, count(*) as count from subjects, unnest(fact_keys) as key
    where removed_at is null and fact_keys && ${[...keys]}::text[] and key = any(${[...keys]}::text[])
    group by key`.execute(trx);
  return new Map(rows.map(({ key, count }) => [key, Number(count)]));
}

async function sharing(
  trx: DeskTransaction,
  keys: readonly string[],
  most: number,
): Promise<readonly string[]> {
  if (keys.length === 0 || most <= 0) return [];
  const rows = await trx
    .selectFrom("subjects")
    .select("id")
    .where("removed_at", "is", null)
    .where(sql<boolean>`fact_keys && ${[...keys]}::text[]`)
    .orderBy("id")
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Keys that join, without the names: two of one name are nothing to each other until a person says so. */
function joiningKeys(subject: StoredSubject): readonly string[] {
  const facts = tellingFacts(subject).map(({ key }) => keyOfFact(key));
  return [...facts, ...valuesOf(subject, "address").flatMap(keysOfPlace)];
}

function noteSharers(
  sharers: Map<string, number>,
  subject: StoredSubject,
  counts: ReadonlyMap<string, number>,
): void {
  const note = (fact: string, count: number): void => {
    sharers.set(fact, Math.max(count, sharers.get(fact) ?? 0));
  };
  for (const { key } of tellingFacts(subject)) note(key, counts.get(keyOfFact(key)) ?? 1);
  for (const text of valuesOf(subject, "address")) {
    // Of a place's keys the rarest says how many can be there.
    const many = keysOfPlace(text).map((key) => counts.get(key) ?? 1);
    if (many.length > 0) note(text, Math.min(...many));
  }
}

/** Subjects around one, how many have each of their facts, and what people decided of them. */
export type Gathered = {
  readonly subjects: readonly StoredSubject[];
  /** How many subjects have a fact, by its key, or an address, as written. */
  readonly sharers: ReadonlyMap<string, number>;
  readonly same: readonly { readonly a: string; readonly b: string; readonly reason: string }[];
  readonly whole: boolean;
};

/**
 * Gathers the organisation's subjects around one, the nearest first, as far as paths of four steps go, at most `most`.
 * Throws `not-found`.
 */
export async function gatherAround(
  trx: DeskTransaction,
  id: string,
  most: number = NEIGHBOR_LIMITS.subjectsMax,
): Promise<Gathered> {
  let whole = await writeFactKeys(trx);
  const sharers = new Map<string, number>();
  const known = new Map<string, StoredSubject>();
  let round: readonly StoredSubject[] = [await readSubject(trx, id)];
  for (let step = 0; round.length > 0; step++) {
    const keys = [...new Set(round.flatMap(joiningKeys))];
    const counts = await countsOf(trx, keys);
    for (const subject of round) {
      known.set(subject.id, subject);
      noteSharers(sharers, subject, counts);
    }
    if (step === NEIGHBOR_LIMITS.roundsMax) break;
    const rare = keys.filter((key) => (counts.get(key) ?? 0) <= SHARERS_MAX);
    const left = most - known.size;
    const same = await decisionsAmong(trx, [...round.map((one) => one.id)]);
    const ids = [...(await sharing(trx, rare, left + known.size + 1)), ...same.flatMap(({ a, b }) => [a, b])];
    const next = [...new Set(ids)].filter((one) => !known.has(one));
    if (next.length > left) whole = false;
    round = (await readSubjects(trx, next.slice(0, Math.max(0, left)))).filter(
      ({ removedAt }) => removedAt === null,
    );
  }
  const decided = standingDecisions(await decisionsAmong(trx, [...known.keys()]), known);
  return {
    subjects: [...known.values()],
    sharers,
    same: decided.filter(({ same }) => same).map(({ a, b, reason }) => ({ a, b, reason })),
    whole,
  };
}

/** Gathers the organisation's subjects around one as records. Throws `not-found`. */
export async function neighborsOf(trx: DeskTransaction, id: string): Promise<Neighbors> {
  const { subjects, sharers, same, whole } = await gatherAround(trx, id);
  const book = new RecordBook();
  for (const { id: one, schema, properties, caption, updatedAt } of subjects)
    book.addParty({ id: one, schema, properties, caption, seen: updatedAt.slice(0, 10) });
  for (const [fact, count] of sharers) book.noteSharers(fact, count);
  for (const { a, b, reason } of same)
    book.addRelation({
      kind: "linked",
      from: a,
      to: b,
      role: `one party: ${reason}`,
      period: ALWAYS,
      source: "a person's decision",
    });
  return { book: book.finish(), whole };
}
