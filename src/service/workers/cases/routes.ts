import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { bundledRules } from "../../../engine/redflags/rule.ts";
import { Fault } from "../../../fault.ts";
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from "../../../korean/documents.ts";
import { newId } from "../../../platform/database/id.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../../platform/http/page.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import type { JobQueue } from "../../../platform/jobs/jobs.ts";
import { ById, callerOf, tagOf, versionOf } from "../../screening/caller.ts";
import { reportsOfCase } from "../../screening/reports/case-draft.ts";
import { atWorkers, type WorkersParts } from "../desk.ts";
import { acceptEvents } from "../events/accept-events.ts";
import { loadStates } from "../events/state-store.ts";
import { EventMoment, toldEvents } from "../events/told-events.ts";
import { listHolds } from "../holds/hold-store.ts";
import {
  AskRequest,
  AssignRequest,
  CaseMessage,
  CaseReportMessage,
  CaseRow,
  CheckItemRequest,
  DecisionRequest,
  NoteRequest,
  PromptRequest,
  ReasonRequest,
  ReplyMessage,
  SecondRequest,
  StandingMessage,
  ToldEventMessage,
} from "../messages.ts";
import { accountFacts } from "../reports/account-facts.ts";
import { DESK_KINDS, DESK_REPORT_IDS, startDeskDraft } from "../reports/desk-draft.ts";
import { prefilledPdf } from "../reports/prefilled-pdf.ts";
import { type PrefilledReport, prefilledCsv, prefillReport } from "../reports/prefilled-report.ts";
import { plainOf } from "../tables.ts";
import { CASE_ORDERS, CASE_VIEWS, CasePlace, countCases, listCases, placeOf } from "./case-queue.ts";
import { caseVersion, readCase, type WorkerCase } from "./case-store.ts";
import { PLAYBOOK, REPORT_IDS, type ReportId } from "./playbook.ts";
import { REPLY_PATH } from "./reply-page.ts";
import {
  askWorker,
  assignCase,
  type CaseCall,
  checkItem,
  decideCase,
  noteCase,
  notePrompt,
  reopenCase,
  secondCase,
  withdrawReply,
} from "./review.ts";
import { showCase, showCaseRow, showReply } from "./show-case.ts";

const tags = ["Workers"];
const HOLDS_MAX = 200;

/** Cases: the queue, the file of each, and what people do with it. */
export function caseRoutes(parts: WorkersParts, jobs: JobQueue): Routes {
  return (api) => {
    addReads(api, parts);
    addWork(api, parts);
    addPrompts(api, parts, jobs);
    addReplies(api, parts);
    addReports(api, parts);
  };
}

function callOf(request: FastifyRequest, caseId: string): CaseCall {
  return { caller: callerOf(request), caseId, ifVersion: versionOf(request) };
}

function answer(reply: FastifyReply, one: WorkerCase): z.infer<typeof CaseRow> {
  reply.header("etag", tagOf(caseVersion(one)));
  return showCaseRow(one);
}

function addReads(api: Api, parts: WorkersParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/workers/cases",
    schema: {
      summary: "Cases, the newest first",
      tags,
      querystring: PageQuery.extend({
        view: z.enum(CASE_VIEWS).default("all").describe("Whose turn it is; `mine` are the caller's"),
        order: z.enum(CASE_ORDERS).default("newest"),
        q: z.string().trim().min(1).max(200).optional().describe("Part of an account's name"),
        standing: StandingMessage.optional(),
        account: z.string().max(500).optional(),
        assignee: z.string().max(100).optional(),
      }),
      response: { 200: pageSchema(CaseRow) },
    },
    config: { permission: "workers.read" },
    handler: async (request) => {
      const { limit, cursor, ...filter } = request.query;
      const after = cursor === undefined ? null : decodeCursor(cursor, CasePlace);
      const { organizationId, by } = callerOf(request);
      const cases = await atWorkers(parts, organizationId, (trx) =>
        listCases(trx, { ...filter, me: by.id }, { after, limit: limit + 1 }),
      );
      const { items, next } = pageOf(cases, limit, placeOf);
      return { items: items.map(showCaseRow), next };
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/workers/cases/counts",
    schema: {
      summary: "How many cases wait, and for whom",
      tags,
      response: {
        200: z.object({ mine: z.int(), open: z.int(), second: z.int(), decided: z.int() }),
      },
    },
    config: { permission: "workers.read" },
    handler: (request) => {
      const { organizationId, by } = callerOf(request);
      return atWorkers(parts, organizationId, (trx) => countCases(trx, by.id));
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/workers/cases/:id/events",
    schema: {
      summary: "What the accounts of a case did, as it was told, the newest first",
      tags,
      params: ById,
      querystring: PageQuery.extend({ account: z.string().max(500).optional() }),
      response: { 200: pageSchema(ToldEventMessage) },
    },
    config: { permission: "workers.read" },
    handler: (request) =>
      atWorkers(parts, callerOf(request).organizationId, async (trx) => {
        const { limit, cursor, account } = request.query;
        const { cluster } = await readCase(trx, request.params.id);
        const accounts = cluster.accounts.filter((one) => account === undefined || one === account);
        const before = cursor === undefined ? null : decodeCursor(cursor, EventMoment);
        const told = await toldEvents(trx, accounts, { before, limit: limit + 1 });
        return pageOf(told, limit, ({ at, id }) => ({ at, id }));
      }),
  });
  api.route({
    method: "GET",
    url: "/api/v1/workers/cases/:id",
    schema: {
      summary:
        "A case: its accounts and what connects them, the evidence in the order of time, the questions, lists and links",
      tags,
      params: ById,
      response: { 200: CaseMessage },
    },
    config: { permission: "workers.read" },
    handler: (request, reply) =>
      atWorkers(parts, callerOf(request).organizationId, async (trx) => {
        const one = await readCase(trx, request.params.id);
        reply.header("etag", tagOf(caseVersion(one)));
        return showCase(trx, one);
      }),
  });
}

function addWork(api: Api, parts: WorkersParts): void {
  api.route({
    method: "POST",
    url: "/api/v1/workers/cases/:id/assign",
    schema: {
      summary: "Give a case to a person, and set a due day",
      tags,
      params: ById,
      body: AssignRequest,
      response: { 200: CaseRow },
    },
    config: { permission: "workers.write" },
    handler: async (request, reply) =>
      answer(reply, await assignCase(parts, callOf(request, request.params.id), request.body)),
  });
  api.route({
    method: "POST",
    url: "/api/v1/workers/cases/:id/notes",
    schema: { summary: "Add a note", tags, params: ById, body: NoteRequest, response: { 200: CaseRow } },
    config: { permission: "workers.write" },
    handler: async (request, reply) =>
      answer(reply, await noteCase(parts, callOf(request, request.params.id), request.body.text)),
  });
  api.route({
    method: "POST",
    url: "/api/v1/workers/cases/:id/items",
    schema: {
      summary: "Tick an item of the checklist or the playbook",
      tags,
      params: ById,
      body: CheckItemRequest,
      response: { 200: CaseRow },
    },
    config: { permission: "workers.write" },
    handler: async (request, reply) =>
      answer(reply, await checkItem(parts, callOf(request, request.params.id), request.body)),
  });
  api.route({
    method: "POST",
    url: "/api/v1/workers/cases/:id/decision",
    schema: {
      summary: "Decide: block (another person must confirm), clear, or watch",
      tags,
      params: ById,
      body: DecisionRequest,
      response: { 200: CaseRow },
    },
    config: { permission: "workers.decide" },
    handler: async (request, reply) =>
      answer(reply, await decideCase(parts, callOf(request, request.params.id), request.body)),
  });
  api.route({
    method: "POST",
    url: "/api/v1/workers/cases/:id/second",
    schema: {
      summary: "Confirm a block as the second person, or disagree",
      tags,
      params: ById,
      body: SecondRequest,
      response: { 200: CaseRow },
    },
    config: { permission: "alerts.second" },
    handler: async (request, reply) =>
      answer(reply, await secondCase(parts, callOf(request, request.params.id), request.body)),
  });
  api.route({
    method: "POST",
    url: "/api/v1/workers/cases/:id/reopen",
    schema: {
      summary: "Open a decided case again",
      tags,
      params: ById,
      body: ReasonRequest,
      response: { 200: CaseRow },
    },
    config: { permission: "workers.decide" },
    handler: async (request, reply) =>
      answer(reply, await reopenCase(parts, callOf(request, request.params.id), request.body.reason)),
  });
}

function addPrompts(api: Api, parts: WorkersParts, jobs: JobQueue): void {
  api.route({
    method: "POST",
    url: "/api/v1/workers/cases/:id/prompts",
    schema: {
      summary: "Answer one of the questions that only a person can answer",
      tags,
      params: ById,
      body: PromptRequest,
      response: { 200: CaseRow },
    },
    config: { permission: "workers.write" },
    handler: async (request, reply) => {
      const { rule, account, answer: given, words } = request.body;
      if (bundledRules().byId.get(rule)?.mode !== "prompt")
        throw new Fault({
          code: "input-invalid",
          file: "request",
          where: "rule",
          reason: `${rule} asks a person nothing`,
        });
      const caller = callerOf(request);
      const one = await notePrompt(parts, callOf(request, request.params.id), {
        rule,
        account,
        answer: given,
        words,
      });
      // The answer is an event like any other: it counts for the account, in whatever case it will stand.
      const event = {
        kind: "observation",
        id: newId("evt"),
        account,
        at: parts.now().toISOString(),
        rule,
        answer: given,
        by: caller.by.id,
        ...(words === "" ? {} : { words }),
      };
      await acceptEvents(parts, jobs, caller.organizationId, [event]);
      return answer(reply, one);
    },
  });
}

function addReplies(api: Api, parts: WorkersParts): void {
  api.route({
    method: "POST",
    url: "/api/v1/workers/cases/:id/replies",
    schema: {
      summary: "Make a link by which the worker can see questions and answer them",
      description:
        "The link shows the questions and nothing of the case. It is given out here once, expires, and can be taken back.",
      tags,
      params: ById,
      body: AskRequest,
      response: { 201: z.object({ reply: ReplyMessage, url: z.string() }) },
    },
    config: { permission: "workers.write" },
    handler: async (request, reply) => {
      const { account, language, days, questions } = request.body;
      const usual = PLAYBOOK.questions.map(({ words }) => words[language]);
      const asked = await askWorker(parts, callOf(request, request.params.id), {
        account,
        language,
        days,
        questions: questions ?? usual,
      });
      return reply
        .code(201)
        .send({ reply: showReply(asked.reply), url: `${parts.publicUrl}${REPLY_PATH}/${asked.token}` });
    },
  });
  api.route({
    method: "DELETE",
    url: "/api/v1/workers/cases/:id/replies/:reply",
    schema: {
      summary: "Take a link back",
      tags,
      params: ById.extend({ reply: z.string().max(100) }),
      response: { 204: z.null() },
    },
    config: { permission: "workers.write" },
    handler: async (request, reply) => {
      await withdrawReply(parts, callOf(request, request.params.id), request.params.reply);
      return reply.code(204).send(null);
    },
  });
}

async function prefilled(
  parts: WorkersParts,
  request: FastifyRequest,
  asked: {
    readonly caseId: string;
    readonly ids: readonly ReportId[];
    readonly language?: DocumentLanguage;
  },
): Promise<readonly PrefilledReport[]> {
  const { organizationId } = callerOf(request);
  const organization = await parts.organizationName(organizationId);
  return atWorkers(parts, organizationId, async (trx, at) => {
    const one = await readCase(trx, asked.caseId);
    const states = await loadStates(trx, one.cluster.accounts);
    const facts = new Map([...states].map(([account, state]) => [account, accountFacts(state)]));
    const holds = await listHolds(trx, { accounts: one.cluster.accounts }, { after: null, limit: HOLDS_MAX });
    return asked.ids.map((id) =>
      prefillReport(id, { one, facts, holds, organization, at, language: asked.language ?? "en" }),
    );
  });
}

function addReports(api: Api, parts: WorkersParts): void {
  api.route({
    method: "GET",
    url: "/api/v1/workers/cases/:id/reports",
    schema: {
      summary: "The reports that may follow, as far as the case fills them in",
      tags,
      params: ById,
      response: { 200: z.object({ items: z.array(CaseReportMessage).readonly() }) },
    },
    config: { permission: "workers.read" },
    handler: async (request) => {
      const { id } = request.params;
      const reports = await prefilled(parts, request, { caseId: id, ids: REPORT_IDS });
      const drafts = await atWorkers(parts, callerOf(request).organizationId, (trx, at) =>
        reportsOfCase(plainOf(trx), id, at),
      );
      const kindOf: Partial<Record<ReportId, string>> = DESK_KINDS;
      return {
        items: reports.map((report) => ({
          ...report,
          keptAtDesk: kindOf[report.id] !== undefined,
          draft: drafts.find(({ kind }) => kind === kindOf[report.id]) ?? null,
        })) as z.infer<typeof CaseReportMessage>[],
      };
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/workers/cases/:id/reports/:report/draft",
    schema: {
      summary: "Start the draft of an OFAC report at the desk of reports",
      description: "From the payouts of the case; where a draft stands, it is given and nothing changes.",
      tags,
      params: ById.extend({ report: z.enum(DESK_REPORT_IDS) }),
      response: { 200: z.object({ id: z.string(), dueOn: z.string() }).readonly() },
    },
    config: { permission: "reports.write" },
    handler: async (request) => {
      const { organizationId, by } = callerOf(request);
      const organization = await parts.organizationName(organizationId);
      const { id: caseId, report } = request.params;
      return atWorkers(parts, organizationId, (trx, at) =>
        startDeskDraft(trx, { organizationId, organization, caseId, report, by, at }),
      );
    },
  });
  api.route({
    method: "GET",
    url: "/api/v1/workers/cases/:id/reports/:report/document",
    schema: {
      summary: "One of these reports as a document",
      tags,
      params: ById.extend({ report: z.enum(REPORT_IDS) }),
      querystring: z.object({
        format: z.enum(["pdf", "csv", "json"]).default("pdf"),
        language: z.enum(DOCUMENT_LANGUAGES).default("en").describe("Of the PDF; the others are data"),
      }),
    },
    config: { permission: "reports.read" },
    handler: async (request, reply) => {
      const { id, report: kind } = request.params;
      const { format } = request.query;
      const language = format === "pdf" ? request.query.language : "en";
      const [report] = await prefilled(parts, request, { caseId: id, ids: [kind], language });
      if (report === undefined) throw new Fault({ code: "not-found", what: "report", id: kind });
      reply.header("content-disposition", `attachment; filename="${kind}-${id}.${format}"`);
      if (format === "json")
        return reply
          .header("content-type", "application/json; charset=utf-8")
          .send(JSON.stringify(report, null, 2));
      if (format === "csv")
        return reply.header("content-type", "text/csv; charset=utf-8").send(prefilledCsv(report));
      return reply.header("content-type", "application/pdf").send(await prefilledPdf(report, language));
    },
  });
}
