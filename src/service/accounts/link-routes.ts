import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { Fault } from "../../fault.ts";
import { tryParse } from "../../parse.ts";
import type { Accounts } from "../../platform/auth/accounts.ts";
import { readLink } from "../../platform/auth/links.ts";
import { acceptSignedIn, type Joined, join } from "../../platform/auth/people.ts";
import { ADDRESS_HEADER } from "../../platform/auth/sign-in.ts";
import { copyCookies } from "../../platform/auth/sign-in-routes.ts";
import type { Api, Routes } from "../../platform/http/routes.ts";
import { LINK_PAGE_POLICY, LINK_PATH, linkPage, notePage } from "./link-page.ts";
import { LINK_WORDS, type LinkLanguage, linkLanguage } from "./link-words.ts";
import { LinkMessage, LinkToken, LinkUse, LinkUsedMessage } from "./messages.ts";

const tags = ["Accounts"];
/** A form with four short fields. */
const FORM_BYTES_MAX = 8_192;

/** Using a link that opens once: by a page in the terminal's first minute, and by JSON for the web and for scripts. */
export function linkRoutes(accounts: Accounts): Routes {
  return async (api) => {
    const { database, now } = accounts;
    api.route({
      method: "POST",
      url: "/api/v1/links/read",
      schema: {
        summary: "What a one-time link is for",
        tags,
        body: LinkToken,
        response: { 200: LinkMessage },
      },
      config: { permission: "public" },
      handler: async (request) => {
        const link = await readLink(database, request.body.token, now());
        const { purpose, organizationName, email, role } = link;
        return { purpose, organizationName, email, role, expiresAt: link.expiresAt.toISOString() };
      },
    });
    api.route({
      method: "POST",
      url: "/api/v1/links/use",
      schema: {
        summary: "Use a one-time link; a new account is signed in by the answer's cookie",
        tags,
        body: LinkUse,
        response: { 201: LinkUsedMessage },
      },
      config: { permission: "public" },
      handler: async (request, reply) => {
        const { body } = request;
        const { session } = await accounts.principals.resolve(request);
        if (session !== null) {
          const facts = { token: body.token, userId: session.userId, at: now() };
          return reply.code(201).send(await acceptSignedIn(database, facts));
        }
        return reply.code(201).send(await joinAndSignIn(accounts, request, reply, body));
      },
    });
    await api.register((scope) => linkPages(scope as Api, accounts));
  };
}

type Use = z.infer<typeof LinkUse>;

async function joinAndSignIn(
  accounts: Accounts,
  request: FastifyRequest,
  reply: FastifyReply,
  use: Use,
): Promise<Joined> {
  const { password } = use;
  if (password === undefined) {
    throw new Fault({
      code: "input-invalid",
      file: "request",
      where: "password",
      reason: "is needed to use this link",
    });
  }
  const joined = await join(
    accounts.database,
    {
      token: use.token,
      name: use.name ?? null,
      email: use.email ?? null,
      organizationName: use.organizationName ?? null,
      password,
      at: accounts.now(),
    },
    accounts.hash,
  );
  // With a second factor the library asks for it next, and there is no session yet. Asked past its door, which counts
  // guesses: who holds a link does not guess, and many may join from one office in a minute.
  const headers = new Headers({ [ADDRESS_HEADER]: request.ip });
  const agent = request.headers["user-agent"];
  if (agent !== undefined) headers.set("user-agent", agent.slice(0, 500));
  const answer = await accounts.auth.api.signInEmail({
    body: { email: joined.email, password },
    headers,
    asResponse: true,
  });
  copyCookies(reply, answer);
  return joined;
}

const ByToken = z.object({ token: z.string().max(100) });

async function linkPages(api: Api, accounts: Accounts): Promise<void> {
  api.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: FORM_BYTES_MAX },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  const show = (reply: FastifyReply, status: number, html: string): FastifyReply =>
    reply
      .code(status)
      .headers({
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": LINK_PAGE_POLICY,
        "cache-control": "no-store",
      })
      .send(html);
  api.route({
    method: "GET",
    url: `${LINK_PATH}/:token`,
    schema: { hide: true, params: ByToken },
    config: { permission: "public" },
    handler: async (request, reply) => {
      const language = linkLanguage(request.headers["accept-language"]);
      try {
        const link = await readLink(accounts.database, request.params.token, accounts.now());
        return show(reply, 200, linkPage(link, null, {}, language));
      } catch (error) {
        return showFault({ reply, language, show }, error);
      }
    },
  });
  api.route({
    method: "POST",
    url: `${LINK_PATH}/:token`,
    schema: { hide: true, params: ByToken, body: z.record(z.string(), z.string()) },
    config: { permission: "public" },
    handler: async (request, reply) => {
      const { token } = request.params;
      const language = linkLanguage(request.headers["accept-language"]);
      try {
        const link = await readLink(accounts.database, token, accounts.now());
        const use = tryParse(LinkUse, { ...request.body, token });
        if (use.problem !== null) {
          const { where, reason } = use.problem;
          return show(reply, 400, linkPage(link, `${where}: ${reason}`, request.body, language));
        }
        try {
          await joinAndSignIn(accounts, request, reply, use.data);
        } catch (error) {
          if (!(error instanceof Fault) || error.code === "link-invalid") throw error;
          const refused = LINK_WORDS[language].refused(error.code, error.message);
          return show(reply, 400, linkPage(link, refused, request.body, language));
        }
        // Who comes first is led on from here; who was invited knows what for.
        return reply.redirect(link.purpose === "first-owner" ? "/start" : "/", 303);
      } catch (error) {
        return showFault({ reply, language, show }, error);
      }
    },
  });
}

type Shown = {
  readonly reply: FastifyReply;
  readonly language: LinkLanguage;
  readonly show: (reply: FastifyReply, status: number, html: string) => FastifyReply;
};

function showFault({ reply, language, show }: Shown, error: unknown): FastifyReply {
  if (!(error instanceof Fault) || error.code !== "link-invalid") throw error;
  const words = LINK_WORDS[language];
  return show(reply, 410, notePage(words.closed, words.refused(error.code, error.message), language));
}
