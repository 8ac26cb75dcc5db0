import { sql } from "kysely";
import { SAME_PARTY_LIMITS } from "../../../engine/network/fronts/same-party.ts";
import { readSubject } from "../subjects/subject-store.ts";
import type { DeskTransaction } from "../tables.ts";
import { factKeys } from "./fact-keys.ts";

/** Subjects compared for one answer; those of the rarest facts come first. */
const SUBJECTS_MAX = 2_000;

/** Subjects that share a fact or a name with another, or with one subject, the rarest facts first. */
export async function namesakePairs(
  trx: DeskTransaction,
  subject: string | null,
): Promise<{ readonly ids: readonly string[]; readonly whole: boolean }> {
  const keys = subject === null ? null : factKeys(await readSubject(trx, subject));
  const only =
    keys === null ? sql`true` : sql`key = any(${[...keys]}::text[]) and fact_keys && ${[...keys]}::text[]`;
  const { rows } = await sql<{ ids: readonly string[] }>`
    select array_agg(id order by id) as ids from subjects, unnest(fact_keys) as key
    where removed_at is null and ${only}
    group by key having count(*) between 2 and ${SAME_PARTY_LIMITS.namesakesMax}
    order by count(*), min(id) limit ${SUBJECTS_MAX}`.execute(trx);
  const ids = new Set<string>();
  for (const row of rows) for (const id of row.ids) if (ids.size < SUBJECTS_MAX) ids.add(id);
  return { ids: [...ids], whole: rows.length < SUBJECTS_MAX && ids.size < SUBJECTS_MAX };
}
