import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { Fault, FaultCode } from "../../fault.ts";

/** What an error answers as `application/problem+json` (RFC 9457). */
export const Problem = z
  .object({
    type: z.string().describe("urn:sluice:problem:<code>"),
    title: z.string().describe("What kind of problem it is; the same for every problem of the code"),
    status: z.int(),
    code: z.string().describe("Stable: programs decide by it"),
    detail: z.string().describe("What is wrong here, in a sentence"),
    todo: z.string().describe("What to do about it"),
    errors: z
      .array(z.object({ where: z.string(), reason: z.string() }))
      .optional()
      .describe("Each part of the request that is not what it should be"),
    receipt: z
      .int()
      .optional()
      .describe("Place in the organisation's log of the receipt that says why it is so, where one does"),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

type Row = { readonly status: number; readonly title: string; readonly todo: string };

/** The one table from codes to HTTP. A code of a `Fault` without a row would be a type error. */
const TABLE: Readonly<Record<FaultCode | HttpCode, Row>> = {
  "input-invalid": {
    status: 400,
    title: "The request is not what it should be",
    todo: "Correct what is named and send it again.",
  },
  "data-invalid": {
    status: 500,
    title: "The service's own data is not what it should be",
    todo: "Tell the operator; the log has the details.",
  },
  usage: {
    status: 400,
    title: "The request is not what it should be",
    todo: "Correct what is named and send it again.",
  },
  "limit-exceeded": { status: 413, title: "More than is taken at once", todo: "Send less at once." },
  "list-unreadable": {
    status: 422,
    title: "The list cannot be read",
    todo: "Check the file; the list in force stays.",
  },
  "list-refused": {
    status: 422,
    title: "The list is refused",
    todo: "Check the file; the list in force stays.",
  },
  "snapshot-damaged": {
    status: 503,
    title: "The lists are not available",
    todo: "Tell the operator to update the lists.",
  },
  "edition-unavailable": {
    status: 503,
    title: "The lists are not available",
    todo: "Try again in a minute; if it lasts, tell the operator.",
  },
  "fetch-failed": {
    status: 502,
    title: "Another service did not answer",
    todo: "Try again later; if it lasts, tell the operator.",
  },
  "database-unavailable": {
    status: 503,
    title: "The database is not available",
    todo: "Try again in a minute; if it lasts, tell the operator.",
  },
  "migration-refused": {
    status: 503,
    title: "The database is of another version",
    todo: "Tell the operator.",
  },
  "not-found": {
    status: 404,
    title: "There is no such thing",
    todo: "Check the id; it may also belong to another organisation.",
  },
  erased: {
    status: 410,
    title: "What it said was erased",
    todo: "The log has its hash; the receipt that is named says who erased it, when and on what ground.",
  },
  conflict: {
    status: 409,
    title: "It is in conflict with what is there",
    todo: "Look at what is there now.",
  },
  "changed-meanwhile": {
    status: 412,
    title: "It was changed meanwhile",
    todo: "Read it again, and decide on what it says now.",
  },
  "rule-broken": {
    status: 409,
    title: "A rule does not allow it",
    todo: "See the rule that is named; another person or another step may be needed.",
  },
  "password-refused": { status: 400, title: "The password is refused", todo: "Choose another one." },
  "link-invalid": { status: 410, title: "The link is used up or too old", todo: "Ask for a new one." },
  "credentials-refused": { status: 401, title: "Sign-in is refused", todo: "Check what you typed." },
  "origin-refused": {
    status: 403,
    title: "The page may not ask this",
    todo: "Ask from a page of the service, or name the origin in the settings.",
  },
  "signed-out": {
    status: 401,
    title: "Nobody is signed in",
    todo: "Sign in, or send an API key: Authorization: Bearer <key>.",
  },
  forbidden: {
    status: 403,
    title: "The permission is missing",
    todo: "Ask an administrator of your organisation for the permission named.",
  },
  overloaded: {
    status: 503,
    title: "The service is busy",
    todo: "Try again after the seconds that Retry-After says.",
  },
  "rate-limited": {
    status: 429,
    title: "Too many requests",
    todo: "Try again after the seconds that Retry-After says.",
  },
  "unknown-route": {
    status: 404,
    title: "There is no such address",
    todo: "See /docs for the addresses that there are.",
  },
  "wrong-method": { status: 405, title: "The address takes another method", todo: "See the Allow header." },
  "wrong-type": {
    status: 415,
    title: "The body is of a type that is not taken",
    todo: "Send application/json.",
  },
  "body-unreadable": { status: 400, title: "The body cannot be read", todo: "Send well-formed JSON." },
  "too-long": { status: 414, title: "The address is too long", todo: "Send a shorter one, or use a body." },
  stopping: { status: 503, title: "The service is stopping", todo: "Ask again: another process answers." },
  internal: {
    status: 500,
    title: "A bug in the service",
    todo: "Tell the operator the trace id of the answer; the log has the details.",
  },
};

/** Codes of problems that are no faults of the program's parts. */
export type HttpCode =
  | "signed-out"
  | "forbidden"
  | "overloaded"
  | "rate-limited"
  | "unknown-route"
  | "wrong-method"
  | "wrong-type"
  | "body-unreadable"
  | "too-long"
  | "stopping"
  | "internal";

/** Every code that a problem may have. */
export const PROBLEM_CODES: readonly string[] = Object.keys(TABLE);

/** Faults whose message names files or addresses of the machine: the caller is told the kind alone. */
const INWARD: ReadonlySet<FaultCode> = new Set([
  "data-invalid",
  "snapshot-damaged",
  "database-unavailable",
  "migration-refused",
]);

/** A problem of a code, with what is wrong here. */
export function problemOf(
  code: FaultCode | HttpCode,
  detail: string,
  errors?: NonNullable<Problem["errors"]>,
): Problem {
  const { status, title, todo } = TABLE[code];
  const problem = { type: `urn:sluice:problem:${code}`, title, status, code, detail, todo };
  return errors === undefined ? problem : { ...problem, errors };
}

/** The problem of a fault. */
export function problemOfFault(fault: Fault): Problem {
  const { details } = fault;
  const problem = problemOf(fault.code, INWARD.has(fault.code) ? TABLE[fault.code].title : fault.message);
  return details.code === "erased" ? { ...problem, receipt: details.by } : problem;
}

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  // As text, so that the route's own schema of answers has no say in it.
  return reply
    .code(problem.status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .serializer((body: unknown) => String(body))
    .send(JSON.stringify(problem));
}
