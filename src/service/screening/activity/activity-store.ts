import { sql } from "kysely";
import type { DeskTransaction } from "../tables.ts";

/** Days from and to which are told of, both included (YYYY-MM-DD, UTC). */
export type Span = { readonly from: string; readonly to: string };

/** What happened on one day. */
export type ActivityDay = {
  readonly day: string;
  readonly clear: number;
  readonly permitted: number;
  readonly refer: number;
  readonly prohibited: number;
  readonly subjects: number;
  readonly rescreened: number;
  readonly batchRows: number;
  readonly alerts: number;
  readonly trueMatches: number;
  readonly falsePositives: number;
};

const within = (column: string, { from, to }: Span) =>
  sql<boolean>`${sql.ref(column)} >= ${from}::date and ${sql.ref(column)} < ${to}::date + 1`;

/** Every day of the span, those on which nothing happened too. */
export async function activityDays(trx: DeskTransaction, span: Span): Promise<readonly ActivityDay[]> {
  const day = (column: string) => sql`(${sql.ref(column)} at time zone 'UTC')::date`;
  const { rows } = await sql<ActivityDay>`
    select d::date::text as day,
      coalesce(c.clear, 0)::int as clear, coalesce(c.permitted, 0)::int as permitted,
      coalesce(c.refer, 0)::int as refer, coalesce(c.prohibited, 0)::int as prohibited,
      coalesce(s.n, 0)::int as subjects, coalesce(r.n, 0)::int as rescreened, coalesce(b.n, 0)::int as "batchRows",
      coalesce(a.n, 0)::int as alerts,
      coalesce(e.yes, 0)::int as "trueMatches", coalesce(e.no, 0)::int as "falsePositives"
    from generate_series(${span.from}::date, ${span.to}::date, interval '1 day') d
    left join (select ${day("created_at")} as day, count(*) filter (where answer = 'clear') as clear,
        count(*) filter (where answer = 'permitted') as permitted, count(*) filter (where answer = 'refer') as refer,
        count(*) filter (where answer = 'prohibited') as prohibited
      from checks where ${within("created_at", span)} group by 1) c on c.day = d::date
    left join (select ${day("created_at")} as day, count(*) as n from subjects
      where ${within("created_at", span)} group by 1) s on s.day = d::date
    left join (select ${day("started_at")} as day, sum(subjects_screened) as n from rescreens
      where ${within("started_at", span)} group by 1) r on r.day = d::date
    left join (select ${day("progress_at")} as day, sum(rows_done) as n from batches
      where ${within("progress_at", span)} group by 1) b on b.day = d::date
    left join (select ${day("created_at")} as day, count(*) as n from alerts
      where ${within("created_at", span)} group by 1) a on a.day = d::date
    left join (select ${day("at")} as day, count(*) filter (where event ->> 'outcome' = 'true-match') as yes,
        count(*) filter (where event ->> 'outcome' = 'false-positive') as no
      from alert_events where event ->> 'kind' = 'decided' and ${within("at", span)} group by 1) e on e.day = d::date
    order by 1`.execute(trx);
  return rows;
}

/** What one person decided, and how long their alerts had waited. */
export type PersonActivity = {
  readonly id: string;
  readonly name: string;
  readonly decided: number;
  readonly trueMatches: number;
  readonly falsePositives: number;
  readonly seconded: number;
  readonly undone: number;
  readonly medianMinutes: number | null;
};

/** Everybody who decided, confirmed or took back, by how much. */
export async function activityOfPeople(trx: DeskTransaction, span: Span): Promise<readonly PersonActivity[]> {
  const { rows } = await sql<PersonActivity>`
    select e.by ->> 'id' as id, max(e.by ->> 'name') as name,
      count(*) filter (where e.event ->> 'kind' = 'decided')::int as decided,
      count(*) filter (where e.event ->> 'kind' = 'decided' and e.event ->> 'outcome' = 'true-match')::int as "trueMatches",
      count(*) filter (where e.event ->> 'kind' = 'decided' and e.event ->> 'outcome' = 'false-positive')::int
        as "falsePositives",
      count(*) filter (where e.event ->> 'kind' = 'seconded')::int as seconded,
      count(*) filter (where e.event ->> 'kind' = 'undone')::int as undone,
      percentile_cont(0.5) within group (order by extract(epoch from e.at - a.created_at) / 60)
        filter (where e.event ->> 'kind' = 'decided') as "medianMinutes"
    from alert_events e join alerts a on a.organization_id = e.organization_id and a.id = e.alert_id
    where e.event ->> 'kind' in ('decided', 'seconded', 'undone') and ${within("e.at", span)}
    group by 1 order by 3 desc, 2`.execute(trx);
  return rows;
}

/** How long alerts wait for their decision. */
export type DecisionSpeed = {
  readonly decided: number;
  readonly medianMinutes: number | null;
  /** Nine in ten are decided within it. */
  readonly p90Minutes: number | null;
  readonly late: number;
};

/** The time from an alert to its decision, of decisions made in the span. */
export async function decisionSpeed(trx: DeskTransaction, span: Span): Promise<DecisionSpeed> {
  const minutes = sql`extract(epoch from e.at - a.created_at) / 60`;
  const { rows } = await sql<DecisionSpeed>`
    select count(*)::int as decided,
      percentile_cont(0.5) within group (order by ${minutes}) as "medianMinutes",
      percentile_cont(0.9) within group (order by ${minutes}) as "p90Minutes",
      count(*) filter (where (e.at at time zone 'UTC')::date > (due.event ->> 'dueOn')::date)::int as late
    from alert_events e join alerts a on a.organization_id = e.organization_id and a.id = e.alert_id
    left join lateral (
      select d.event from alert_events d where d.organization_id = e.organization_id and d.alert_id = e.alert_id
        and d.sequence < e.sequence and d.event ->> 'dueOn' is not null order by d.sequence desc limit 1
    ) due on true
    where e.event ->> 'kind' = 'decided' and ${within("e.at", span)}`.execute(trx);
  return rows[0] ?? { decided: 0, medianMinutes: null, p90Minutes: null, late: 0 };
}
