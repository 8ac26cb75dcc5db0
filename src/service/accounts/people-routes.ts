import { z } from "zod";
import type { Accounts } from "../../platform/auth/accounts.ts";
import { invite, issuePasswordLink, listInvitations, withdrawInvitation } from "../../platform/auth/links.ts";
import { changeRole, listMembers, removeMember } from "../../platform/auth/organizations.ts";
import { decodeCursor, PageQuery, pageOf, pageSchema } from "../../platform/http/page.ts";
import type { Api, Routes } from "../../platform/http/routes.ts";
import { callerOf } from "./caller.ts";
import { linkUrl } from "./link-page.ts";
import {
  ById,
  InvitationMessage,
  InvitationRequest,
  IssuedLinkMessage,
  PersonChange,
  PersonMessage,
} from "./messages.ts";

const tags = ["People"];
const Id = z.string().max(64);
const Nothing = z.null().describe("nothing");

const afterOf = (cursor: string | undefined): string | null =>
  cursor === undefined ? null : decodeCursor(cursor, Id);

/** Who belongs to the organisation, and as what. */
export function peopleRoutes(accounts: Accounts): Routes {
  return (api) => {
    const { database, now } = accounts;
    api.route({
      method: "GET",
      url: "/api/v1/people",
      schema: {
        summary: "The people of the organisation",
        tags,
        querystring: PageQuery,
        response: { 200: pageSchema(PersonMessage) },
      },
      config: { permission: "people.read" },
      handler: async (request) => {
        const { limit, cursor } = request.query;
        const page = { limit: limit + 1, after: afterOf(cursor) };
        const members = await listMembers(database, callerOf(request).organizationId, page);
        const { items, next } = pageOf(members, limit, ({ id }) => id);
        return {
          items: items.map((member) => ({ ...member, joinedAt: member.joinedAt.toISOString() })),
          next,
        };
      },
    });
    api.route({
      method: "PATCH",
      url: "/api/v1/people/:id",
      schema: {
        summary: "Give a person another role",
        tags,
        params: ById,
        body: PersonChange,
        response: { 204: Nothing },
      },
      config: { permission: "people.manage" },
      handler: async (request, reply) => {
        const by = callerOf(request);
        const { role } = request.body;
        await changeRole(database, {
          organizationId: by.organizationId,
          userId: request.params.id,
          role,
          by,
        });
        return reply.code(204).send(null);
      },
    });
    api.route({
      method: "DELETE",
      url: "/api/v1/people/:id",
      schema: {
        summary: "Take a person out of the organisation",
        tags,
        params: ById,
        response: { 204: Nothing },
      },
      config: { permission: "people.manage" },
      handler: async (request, reply) => {
        const by = callerOf(request);
        await removeMember(database, { organizationId: by.organizationId, userId: request.params.id, by });
        return reply.code(204).send(null);
      },
    });
    api.route({
      method: "POST",
      url: "/api/v1/people/:id/password-link",
      schema: {
        summary: "A link by which a person sets a new password",
        tags,
        params: ById,
        response: { 201: IssuedLinkMessage },
      },
      config: { permission: "people.manage" },
      handler: async (request, reply) => {
        const by = callerOf(request);
        const { organizationId } = by;
        const link = await issuePasswordLink(database, {
          organizationId,
          userId: request.params.id,
          by,
          at: now(),
        });
        return reply.code(201).send(issued(accounts, link));
      },
    });
    invitationRoutes(api, accounts);
  };
}

function issued(
  accounts: Accounts,
  link: { readonly id: string; readonly token: string; readonly expiresAt: Date },
) {
  return {
    id: link.id,
    url: linkUrl(accounts.publicUrl, link.token),
    expiresAt: link.expiresAt.toISOString(),
  };
}

function invitationRoutes(api: Api, accounts: Accounts): void {
  const { database, now } = accounts;
  api.route({
    method: "GET",
    url: "/api/v1/invitations",
    schema: {
      summary: "Invitations that are open",
      tags,
      querystring: PageQuery,
      response: { 200: pageSchema(InvitationMessage) },
    },
    config: { permission: "people.manage" },
    handler: async (request) => {
      const { limit, cursor } = request.query;
      const page = { at: now(), limit: limit + 1, after: afterOf(cursor) };
      const open = await listInvitations(database, callerOf(request).organizationId, page);
      const { items, next } = pageOf(open, limit, ({ id }) => id);
      return {
        items: items.map((one) => ({
          ...one,
          createdAt: one.createdAt.toISOString(),
          expiresAt: one.expiresAt.toISOString(),
        })),
        next,
      };
    },
  });
  api.route({
    method: "POST",
    url: "/api/v1/invitations",
    schema: {
      summary: "Invite somebody; the answer holds the link to hand over",
      tags,
      body: InvitationRequest,
      response: { 201: IssuedLinkMessage },
    },
    config: { permission: "people.manage" },
    handler: async (request, reply) => {
      const by = callerOf(request);
      const link = await invite(database, {
        organizationId: by.organizationId,
        ...request.body,
        by,
        at: now(),
      });
      return reply.code(201).send(issued(accounts, link));
    },
  });
  api.route({
    method: "DELETE",
    url: "/api/v1/invitations/:id",
    schema: { summary: "Withdraw an invitation", tags, params: ById, response: { 204: Nothing } },
    config: { permission: "people.manage" },
    handler: async (request, reply) => {
      const { organizationId } = callerOf(request);
      await withdrawInvitation(database, { organizationId, id: request.params.id, at: now() });
      return reply.code(204).send(null);
    },
  });
}
