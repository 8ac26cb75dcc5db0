import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { sql } from "kysely";
import { z } from "zod";
import { bundledRules, publishedOn } from "../../../engine/redflags/rule.ts";
import { Fault } from "../../../fault.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import type { JobQueue } from "../../../platform/jobs/jobs.ts";
import { callerOf } from "../../screening/caller.ts";
import { casesOfAccounts } from "../cases/case-store.ts";
import { atWorkers, type WorkersParts } from "../desk.ts";
import {
  AcceptedMessage,
  AccountMessage,
  CountryShareMessage,
  EVENTS_BYTES_MAX,
  EVENTS_PER_REQUEST_MAX,
  EventsRequest,
  RuleMessage,
  StreamedMessage,
} from "../messages.ts";
import { accountFacts } from "../reports/account-facts.ts";
import { type Accepted, acceptEvents } from "./accept-events.ts";
import { loadStates } from "./state-store.ts";

const tags = ["Workers"];
/** A line of a stream: an event with its longest text is far below it. */
const LINE_CHARS_MAX = 200_000;
/** Lines of one stream; a longer log is sent in parts, and what is sent twice is taken once. */
const LINES_MAX = 1_000_000;
const REFUSED_TOLD_MAX = 100;

/** Events of accounts: taken one by one, many at once, or as a stream; and what was made of them. */
export function eventRoutes(parts: WorkersParts, jobs: JobQueue): Routes {
  return (api) => {
    addEvents(api, parts, jobs);
    addStream(api, parts, jobs);
    addReads(api, parts);
  };
}

function addEvents(api: Api, parts: WorkersParts, jobs: JobQueue): void {
  api.route({
    method: "POST",
    url: "/api/v1/workers/events",
    bodyLimit: EVENTS_BYTES_MAX,
    schema: {
      summary:
        "Tell events of accounts: one or many, in the common model or as Okta, Entra, Google, GitHub, Stripe or PayPal write them",
      description:
        "An event is known by its id: told again it changes nothing, so that a request can be sent twice. Records that cannot be read are refused by their place, and the others are taken.",
      tags,
      body: EventsRequest,
      response: { 200: AcceptedMessage },
    },
    config: { permission: "workers.write" },
    handler: (request) => {
      const { event, events } = request.body;
      return acceptEvents(parts, jobs, callerOf(request).organizationId, events ?? [event]);
    },
  });
}

type Streamed = {
  taken: number;
  repeated: number;
  passedOver: number;
  refused: number;
  readonly refusedRows: { readonly line: number; readonly reason: string }[];
};

function addUp(sum: Streamed, accepted: Accepted, lines: readonly number[]): void {
  sum.taken += accepted.taken;
  sum.repeated += accepted.repeated;
  sum.passedOver += accepted.passedOver;
  for (const { index, reason } of accepted.refused) refuse(sum, lines[index - 1] ?? 0, reason);
}

function refuse(sum: Streamed, line: number, reason: string): void {
  sum.refused += 1;
  if (sum.refusedRows.length < REFUSED_TOLD_MAX) sum.refusedRows.push({ line, reason });
}

async function takeStream(
  parts: WorkersParts,
  jobs: JobQueue,
  organizationId: string,
  body: Readable,
): Promise<Streamed> {
  const sum: Streamed = { taken: 0, repeated: 0, passedOver: 0, refused: 0, refusedRows: [] };
  let batch: unknown[] = [];
  let lines: number[] = [];
  let line = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) addUp(sum, await acceptEvents(parts, jobs, organizationId, batch), lines);
    [batch, lines] = [[], []];
  };
  for await (const text of createInterface({ input: body, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (line > LINES_MAX)
      throw new Fault({
        code: "limit-exceeded",
        limit: "linesPerStreamMax",
        allowed: LINES_MAX,
        where: "stream",
      });
    if (text.trim() === "") continue;
    if (text.length > LINE_CHARS_MAX) refuse(sum, line, `longer than ${LINE_CHARS_MAX} characters`);
    else {
      try {
        batch.push(JSON.parse(text));
        lines.push(line);
      } catch {
        refuse(sum, line, "not JSON");
      }
    }
    if (batch.length >= EVENTS_PER_REQUEST_MAX) await flush();
  }
  await flush();
  return sum;
}

function addStream(api: Api, parts: WorkersParts, jobs: JobQueue): void {
  // Each line is taken as it comes: the body is never held whole.
  api.addContentTypeParser("application/x-ndjson", (_request, payload, done) => done(null, payload));
  api.route({
    method: "POST",
    url: "/api/v1/workers/events/stream",
    schema: {
      summary: "Tell events as a stream: application/x-ndjson, a JSON object on each line",
      description:
        "Taken in transactions of a thousand lines. A stream that breaks off is sent again from its beginning: what was taken is not taken twice.",
      tags,
      response: { 200: StreamedMessage },
    },
    config: { permission: "workers.write" },
    handler: async (request) => {
      const body = request.body as Readable | undefined;
      if (typeof body?.pipe !== "function")
        throw new Fault({
          code: "input-invalid",
          file: "request",
          where: "content-type",
          reason: "a stream is application/x-ndjson, a JSON object on each line",
        });
      return takeStream(parts, jobs, callerOf(request).organizationId, body);
    },
  });
}

function addReads(api: Api, parts: WorkersParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/workers/rules",
    schema: {
      summary: "The red flags: what each says, who says so, its thresholds and what it reads",
      tags,
      response: { 200: z.object({ items: z.array(RuleMessage).readonly(), hash: z.string() }) },
    },
    config: { permission: "workers.read" },
    handler: async () => {
      const book = bundledRules();
      const items = book.rules.map((rule) => ({
        ...rule,
        thresholds: { ...rule.thresholds },
        publishedOn: publishedOn(book, rule),
        sources: rule.sources.map((key) => book.sources.get(key)?.title ?? key),
      }));
      return { items, hash: book.hash };
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/workers/countries",
    schema: {
      summary: "Whom flags fall on, by the country that accounts claim: so that a bias shows",
      tags,
      response: { 200: z.object({ items: z.array(CountryShareMessage).readonly() }) },
    },
    config: { permission: "workers.read" },
    handler: (request) =>
      atWorkers(parts, callerOf(request).organizationId, async (trx) => {
        const { rows } = await sql<{
          country: string | null;
          accounts: number;
          flagged: number;
          in_cases: number;
        }>`
          select s.country, count(*)::int as accounts,
            count(*) filter (where exists (select from worker_flags f where f.account = s.account and f.lifted_at is null))::int as flagged,
            count(*) filter (where exists (select from worker_case_accounts c where c.account = s.account))::int as in_cases
          from worker_states s group by s.country order by s.country nulls last`.execute(trx);
        return { items: rows.map(({ in_cases, ...row }) => ({ ...row, inCases: in_cases })) };
      }),
  });
  api.route({
    method: "GET",
    url: "/api/v1/workers/accounts/:id",
    schema: {
      summary: "An account: its facts, its flags with their evidence, its cases",
      tags,
      params: z.object({ id: z.string().min(1).max(500) }),
      response: { 200: AccountMessage },
    },
    config: { permission: "workers.read" },
    handler: (request) =>
      atWorkers(parts, callerOf(request).organizationId, async (trx) => {
        const { id } = request.params;
        const state = (await loadStates(trx, [id])).get(id);
        if (state === undefined) throw new Fault({ code: "not-found", what: "account", id });
        const row = await trx
          .selectFrom("worker_states")
          .select("judged_at")
          .where("account", "=", id)
          .executeTakeFirst();
        const flags = await trx
          .selectFrom("worker_flags")
          .selectAll()
          .where("account", "=", id)
          .orderBy("rule")
          .execute();
        return {
          account: id,
          judgedAt: row?.judged_at?.toISOString() ?? null,
          cases: (await casesOfAccounts(trx, [id])).map((one) => one.id),
          flags: flags.flatMap(({ flag, lifted_at }) => (lifted_at === null ? [flag] : [])),
          lifted: flags.flatMap(({ rule, lifted_at }) =>
            lifted_at === null ? [] : [{ rule, at: lifted_at.toISOString() }],
          ),
          facts: { account: id, ...accountFacts(state) },
          beyond: [...state.beyond].sort(),
        };
      }),
  });
}
