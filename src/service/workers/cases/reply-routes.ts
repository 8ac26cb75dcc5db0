import type { FastifyReply } from "fastify";
import { z } from "zod";
import { Fault } from "../../../fault.ts";
import type { Api, Routes } from "../../../platform/http/routes.ts";
import type { WorkersParts } from "../desk.ts";
import { OpenedReplyMessage, ReplyAnswers, ReplyToken } from "../messages.ts";
import { closedPage, REPLY_PAGE_POLICY, REPLY_PATH, replyPage, thanksPage } from "./reply-page.ts";
import { answerReply, openReply } from "./reply-store.ts";

const tags = ["Workers"];
/** Requests to these addresses in a minute from one place: nobody guesses a token, and nobody needs more. */
const rateLimit = { max: 30, timeWindow: 60_000 };

/**
 * What the holder of a link can do, who is nobody that the service knows: see the questions, and answer them once. The
 * token goes in the body, so that no log has it.
 */
export function replyRoutes(parts: WorkersParts): Routes {
  return (api) => {
    api.route({
      method: "POST",
      url: "/api/v1/worker-replies/read",
      schema: {
        summary: "The questions of a link, for whoever holds it",
        tags,
        body: ReplyToken,
        response: { 200: OpenedReplyMessage },
      },
      config: { permission: "public", rateLimit },
      handler: async (request) => openReply(parts, request.body.token),
    });
    api.route({
      method: "POST",
      url: "/api/v1/worker-replies/answer",
      schema: {
        summary: "Answer the questions of a link, once",
        tags,
        body: ReplyAnswers,
        response: { 204: z.null() },
      },
      config: { permission: "public", rateLimit },
      handler: async (request, reply) => {
        await answerReply(parts, request.body.token, request.body.answers);
        return reply.code(204).send(null);
      },
    });
    addPages(api, parts);
  };
}

/** Twenty answers of ten thousand letters, each of which a form may write as nine characters. */
const FORM_BYTES_MAX = 2 * 1024 * 1024;
const ByToken = z.object({ token: z.string().max(100) });
/** The reader's language, where it is not that of the link. */
const InLanguage = z.object({ lang: z.enum(["en", "ko"]).optional().catch(undefined) });

function show(reply: FastifyReply, status: number, html: string): FastifyReply {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": REPLY_PAGE_POLICY,
    "cache-control": "no-store",
  };
  return reply.code(status).headers(headers).send(html);
}

async function orClosed(reply: FastifyReply, work: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== "link-invalid") throw error;
    return show(reply, 410, closedPage());
  }
}

/** The same as a page, for people. */
function addPages(api: Api, parts: WorkersParts): void {
  api.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: FORM_BYTES_MAX },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  api.route({
    method: "GET",
    url: `${REPLY_PATH}/:token`,
    schema: { hide: true, params: ByToken, querystring: InLanguage },
    config: { permission: "public", rateLimit },
    handler: (request, reply) =>
      orClosed(reply, async () => {
        const opened = await openReply(parts, request.params.token);
        const language = request.query.lang ?? opened.language;
        return show(reply, 200, replyPage(opened, { language, values: {}, refused: false }));
      }),
  });
  api.route({
    method: "POST",
    url: `${REPLY_PATH}/:token`,
    bodyLimit: FORM_BYTES_MAX,
    schema: {
      hide: true,
      params: ByToken,
      querystring: InLanguage,
      body: z.record(z.string(), z.string()),
    },
    config: { permission: "public", rateLimit },
    handler: (request, reply) =>
      orClosed(reply, async () => {
        const { token } = request.params;
        const opened = await openReply(parts, token);
        const asked = {
          token,
          answers: opened.questions.map(({ id }) => ({ id, words: request.body[id] ?? "" })),
        };
        const answers = ReplyAnswers.safeParse(asked);
        const language = request.query.lang ?? opened.language;
        if (!answers.success)
          return show(reply, 400, replyPage(opened, { language, values: request.body, refused: true }));
        await answerReply(parts, token, answers.data.answers);
        return show(reply, 200, thanksPage(language));
      }),
  });
}
