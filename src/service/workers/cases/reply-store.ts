import { Fault } from "../../../fault.ts";
import { hashOfToken, isToken, newToken } from "../../../platform/auth/token.ts";
import { newId } from "../../../platform/database/id.ts";
import { asSystem } from "../../../platform/database/tenant.ts";
import { publish } from "../../../platform/live/publish.ts";
import type { Actor } from "../../screening/alerts/alert-state.ts";
import { atWorkers, type WorkersParts } from "../desk.ts";
import { plainOf, type WorkersTransaction, workersOf } from "../tables.ts";
import { appendCaseEvent, readCase } from "./case-store.ts";

/** A question to a worker: about facts that they can explain, in words that accuse nobody. */
export type Question = { readonly id: string; readonly words: string };
export type ReplyAnswer = { readonly id: string; readonly words: string };

/** Bounds of what a link may ask and be answered. */
export const REPLY_LIMITS = {
  questionsMax: 20,
  wordsMax: 2_000,
  answerMax: 10_000,
  daysMax: 60,
  daysUsual: 14,
} as const;
/** A link is opened a few times by the one who got it; more often it went astray. */
const OPENINGS_MAX = 200;
const DAY_MS = 86_400_000;

/** A link to questions, as the desk sees it. */
export type Reply = {
  readonly id: string;
  readonly caseId: string;
  readonly account: string;
  readonly language: "en" | "ko";
  readonly questions: readonly Question[];
  readonly createdAt: string;
  readonly createdBy: Actor;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly answeredAt: string | null;
  readonly answers: readonly ReplyAnswer[] | null;
};

function selectReplies(trx: WorkersTransaction) {
  return trx.selectFrom("worker_replies").selectAll();
}

type Row = Awaited<ReturnType<ReturnType<typeof selectReplies>["executeTakeFirstOrThrow"]>>;

function replyOf(row: Row): Reply {
  return {
    id: row.id,
    caseId: row.case_id,
    account: row.account,
    language: row.language,
    questions: row.questions,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    expiresAt: row.expires_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    answeredAt: row.answered_at?.toISOString() ?? null,
    answers: row.answers,
  };
}

/** The links of a case, the oldest first. */
export async function repliesOf(trx: WorkersTransaction, caseId: string): Promise<readonly Reply[]> {
  return (await selectReplies(trx).where("case_id", "=", caseId).orderBy("id").execute()).map(replyOf);
}

/** Makes a link for one account of a case. The token is given out here and kept nowhere. */
export async function makeReply(
  trx: WorkersTransaction,
  asked: {
    readonly organizationId: string;
    readonly caseId: string;
    readonly account: string;
    readonly language: "en" | "ko";
    readonly questions: readonly string[];
    readonly days: number;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<{ readonly reply: Reply; readonly token: string }> {
  const token = newToken("sll");
  const id = newId("rpl");
  const questions = asked.questions.map((words, index) => ({ id: `q${index + 1}`, words }));
  await trx
    .insertInto("worker_replies")
    .values({
      organization_id: asked.organizationId,
      id,
      case_id: asked.caseId,
      account: asked.account,
      token_hash: hashOfToken(token),
      language: asked.language,
      questions: JSON.stringify(questions),
      created_at: asked.at,
      created_by: JSON.stringify(asked.by),
      expires_at: new Date(asked.at.getTime() + asked.days * DAY_MS),
      revoked_at: null,
      answered_at: null,
      answers: null,
    })
    .execute();
  const row = await selectReplies(trx).where("id", "=", id).executeTakeFirstOrThrow();
  return { reply: replyOf(row), token };
}

/** Takes a link back; one that was answered or taken back before stays as it is. */
export async function revokeReply(
  trx: WorkersTransaction,
  caseId: string,
  id: string,
  at: Date,
): Promise<void> {
  const row = await selectReplies(trx).where("id", "=", id).where("case_id", "=", caseId).executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "not-found", what: "reply", id });
  await trx
    .updateTable("worker_replies")
    .set({ revoked_at: at })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .where("answered_at", "is", null)
    .execute();
}

/** What the holder of a link sees: the questions, and nothing of the case. */
export type OpenedReply = {
  readonly language: "en" | "ko";
  readonly questions: readonly Question[];
  readonly expiresAt: string;
};

const gone = (): Fault => new Fault({ code: "link-invalid" });

/** Whose link a token is; throws `link-invalid` for one that is used, expired, taken back or opened too often. */
async function organizationOf(
  { database, now }: WorkersParts,
  token: string,
): Promise<{ readonly organizationId: string; readonly id: string }> {
  if (!isToken("sll", token)) throw gone();
  const row = await asSystem(database, (trx) =>
    workersOf(trx)
      .selectFrom("worker_replies")
      .select(["organization_id", "id", "expires_at", "revoked_at", "answered_at", "opened"])
      .where("token_hash", "=", hashOfToken(token))
      .executeTakeFirst(),
  );
  if (
    row === undefined ||
    row.revoked_at !== null ||
    row.answered_at !== null ||
    row.expires_at <= now() ||
    row.opened >= OPENINGS_MAX
  )
    throw gone();
  return { organizationId: row.organization_id, id: row.id };
}

/** Opens a link. Throws `link-invalid`. */
export async function openReply(parts: WorkersParts, token: string): Promise<OpenedReply> {
  const { organizationId, id } = await organizationOf(parts, token);
  return atWorkers(parts, organizationId, async (trx) => {
    const row = await trx
      .updateTable("worker_replies")
      .set(({ eb }) => ({ opened: eb("opened", "+", 1) }))
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return { language: row.language, questions: row.questions, expiresAt: row.expires_at.toISOString() };
  });
}

/** Takes the answers of a link, once. Throws `link-invalid`, and `input-invalid` for an answer to a question that was not asked. */
export async function answerReply(
  parts: WorkersParts,
  token: string,
  answers: readonly ReplyAnswer[],
): Promise<void> {
  const { organizationId, id } = await organizationOf(parts, token);
  await atWorkers(parts, organizationId, async (trx, at) => {
    const row = await selectReplies(trx)
      .where("id", "=", id)
      .where("answered_at", "is", null)
      .where("revoked_at", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw gone();
    const unknown = answers.find((answer) => !row.questions.some((question) => question.id === answer.id));
    if (unknown !== undefined)
      throw new Fault({
        code: "input-invalid",
        file: "request",
        where: "answers",
        reason: `there is no question ${unknown.id}`,
      });
    await trx
      .updateTable("worker_replies")
      .set({ answered_at: at, answers: JSON.stringify(answers) })
      .where("id", "=", id)
      .execute();
    const worker: Actor = { kind: "system", id: row.id, name: `Worker of ${row.account}` };
    await appendCaseEvent(
      trx,
      await readCase(trx, row.case_id, true),
      { kind: "replied", reply: row.id, account: row.account },
      { by: worker, at, tells: "worker-reply.received" },
    );
    await publish(plainOf(trx), { organizationId, kind: "worker-case.changed", id: row.case_id, at });
  });
}
