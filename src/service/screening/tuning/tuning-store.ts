import { sql } from "kysely";
import { policySchema } from "../policy/policy.ts";
import type { DeskTransaction } from "../tables.ts";

/** The lowest threshold that a policy may have, below which nothing is counted. */
export const SCORE_MIN = policySchema.unwrap().shape.screen.unwrap().shape.threshold.minValue ?? 0;
/** Scores are counted in hundredths, as thresholds are set. */
export const BIN = 0.01;
/** Days of which the averages are taken. */
export const RECENT_DAYS = 30;

/** How many of the organisation's own subjects have their nearest match, and how many matches there are, at a score. */
export type ScoreBin = {
  readonly from: number;
  readonly subjects: number;
  readonly matches: number;
  readonly trueMatches: number;
  readonly falsePositives: number;
};

const binOf = (score: ReturnType<typeof sql>) => sql<number>`least(floor((${score}) * 100 + 1e-9), 99)::int`;

/** The distribution of scores over the subjects as they were screened last, and of what people decided. */
export async function scoreBins(trx: DeskTransaction): Promise<readonly ScoreBin[]> {
  const nearest = await sql<{ bin: number; subjects: number; matches: number }>`
    select ${binOf(sql`score`)} as bin, count(*) filter (where nth = 1)::int as subjects, count(*)::int as matches
    from (
      select (n.value ->> 1)::float8 as score,
        row_number() over (partition by s.id order by (n.value ->> 1)::float8 desc) as nth
      from subjects s cross join lateral jsonb_array_elements(s.near) n
      where s.removed_at is null and (n.value ->> 1)::float8 >= ${SCORE_MIN}
    ) found group by 1`.execute(trx);
  const decided = await sql<{ bin: number; yes: number; no: number }>`
    select ${binOf(sql`score`)} as bin, count(*) filter (where outcome = 'true-match')::int as yes,
      count(*) filter (where outcome = 'false-positive')::int as no
    from alerts where outcome in ('true-match', 'false-positive') and subject_id is not null group by 1`.execute(
    trx,
  );
  const bins: ScoreBin[] = [];
  for (let bin = Math.round(SCORE_MIN / BIN); bin < 100; bin += 1) {
    const found = nearest.rows.find((row) => row.bin === bin);
    const known = decided.rows.find((row) => row.bin === bin);
    bins.push({
      from: bin / 100,
      subjects: found?.subjects ?? 0,
      matches: found?.matches ?? 0,
      trueMatches: known?.yes ?? 0,
      falsePositives: known?.no ?? 0,
    });
  }
  return bins;
}

/** How many subjects there are and come, and how many alerts a day. */
export async function subjectFlow(trx: DeskTransaction, now: Date) {
  const since = new Date(now.getTime() - RECENT_DAYS * 86_400_000);
  const { rows } = await sql<{ total: number; screened: number; fresh: number; days: number }>`
    select count(*)::int as total, count(screened_at)::int as screened,
      count(*) filter (where created_at >= ${since})::int as fresh,
      coalesce(least(${RECENT_DAYS}, ceil(extract(epoch from (${now}::timestamptz - min(created_at))) / 86400)), 1)::int as days
    from subjects where removed_at is null`.execute(trx);
  const { rows: opened } = await sql<{ alerts: number }>`
    select count(*)::int as alerts from alerts where created_at >= ${since}`.execute(trx);
  const [row] = rows;
  const days = Math.max(1, row?.days ?? 1);
  return {
    total: row?.total ?? 0,
    screened: row?.screened ?? 0,
    perDay: Math.round(((row?.fresh ?? 0) / days) * 10) / 10,
    alertsPerDay: Math.round(((opened[0]?.alerts ?? 0) / days) * 10) / 10,
    days,
  };
}

/** A subject and a listed party whose score lies between two thresholds. */
export type BetweenPair = {
  readonly subjectId: string;
  readonly caption: string;
  readonly entityId: string;
  readonly score: number;
  readonly alertId: string | null;
  readonly outcome: string | null;
};

/** Pairs from a score up to and without another, the highest first: what one threshold shows and the other does not. */
export async function pairsBetween(
  trx: DeskTransaction,
  between: { readonly from: number; readonly until: number; readonly limit: number },
): Promise<readonly BetweenPair[]> {
  const { rows } = await sql<BetweenPair>`
    select s.id as "subjectId", s.caption, n.value ->> 0 as "entityId", (n.value ->> 1)::float8 as score,
      a.id as "alertId", a.outcome
    from subjects s cross join lateral jsonb_array_elements(s.near) n
    left join lateral (
      select id, outcome from alerts
      where alerts.subject_id = s.id and alerts.entity_id = n.value ->> 0 order by round desc limit 1
    ) a on true
    where s.removed_at is null
      and (n.value ->> 1)::float8 >= ${between.from} and (n.value ->> 1)::float8 < ${between.until}
    order by 4 desc, 1 limit ${between.limit}`.execute(trx);
  return rows;
}
