import { Fault } from "../../fault.ts";
import type { Accounts } from "../../platform/auth/accounts.ts";
import {
  createOrganization,
  findOrganization,
  type Organization,
  renameOrganization,
} from "../../platform/auth/organizations.ts";
import { chooseOrganization } from "../../platform/auth/people.ts";
import {
  KEY_PERMISSIONS,
  PERMISSIONS,
  PERMISSIONS_OF,
  type Principal,
  ROLES,
} from "../../platform/auth/permission.ts";
import type { PersonSession } from "../../platform/auth/principal.ts";
import { PROVIDER_ID } from "../../platform/auth/sign-in.ts";
import type { Routes } from "../../platform/http/routes.ts";
import { callerOf } from "./caller.ts";
import {
  OrganizationChoice,
  OrganizationMessage,
  OrganizationNaming,
  RolesMessage,
  SessionMessage,
  SignInWaysMessage,
} from "./messages.ts";

const tags = ["Accounts"];

const organizationMessage = ({ id, name, demo, story, createdAt }: Organization) => ({
  id,
  name,
  demo,
  story,
  createdAt: createdAt.toISOString(),
});

function personOnly(session: PersonSession | null): PersonSession {
  if (session !== null) return session;
  throw new Fault({
    code: "rule-broken",
    rule: "people-only",
    reason: "this is for people who are signed in, not for keys",
  });
}

async function sessionMessage(
  accounts: Accounts,
  principal: Principal | null,
  session: PersonSession | null,
) {
  if (principal === null) {
    const reason = "you belong to no organisation; ask somebody for an invitation";
    throw new Fault({ code: "rule-broken", rule: "no-organization", reason });
  }
  const organization =
    session?.membership ?? (await findOrganization(accounts.database, principal.organizationId));
  return {
    kind: principal.kind,
    id: principal.id,
    name: principal.name,
    email: session?.email ?? null,
    secondFactor: session?.secondFactor ?? null,
    role: session === null ? null : principal.role,
    permissions: PERMISSIONS.filter((permission) => principal.permissions.has(permission)),
    organization: organizationMessage(organization),
    organizations: (session?.memberships ?? []).map((membership) => ({
      ...organizationMessage(membership),
      role: membership.role,
    })),
  };
}

/** The session and the organisations that it can work in. */
export function sessionRoutes(accounts: Accounts): Routes {
  return (api) => {
    api.route({
      method: "GET",
      url: "/api/v1/sign-in-ways",
      schema: { summary: "How one can sign in here", tags, response: { 200: SignInWaysMessage } },
      config: { permission: "public" },
      handler: () => ({
        password: true as const,
        passkey: true as const,
        identityProvider:
          accounts.identityProvider === null ? null : { id: PROVIDER_ID, name: accounts.identityProvider },
      }),
    });
    api.route({
      method: "GET",
      url: "/api/v1/session",
      schema: {
        summary: "Who is signed in, where, and what they may do",
        tags,
        response: { 200: SessionMessage },
      },
      config: { permission: "signed-in" },
      handler: (request) => sessionMessage(accounts, request.principal, request.personSession),
    });
    api.route({
      method: "PUT",
      url: "/api/v1/session/organization",
      schema: {
        summary: "Work in another of one's organisations from now on",
        tags,
        body: OrganizationChoice,
        response: { 200: OrganizationMessage },
      },
      config: { permission: "signed-in" },
      handler: async (request) => {
        const { sessionId, userId, memberships } = personOnly(request.personSession);
        const { organizationId } = request.body;
        const chosen = memberships.find(({ id }) => id === organizationId);
        const facts = { sessionId, userId, organizationId };
        if (chosen === undefined || !(await chooseOrganization(accounts.database, facts))) {
          throw new Fault({ code: "not-found", what: "organization", id: organizationId });
        }
        return organizationMessage(chosen);
      },
    });
    api.route({
      method: "GET",
      url: "/api/v1/roles",
      schema: { summary: "The roles, and what each and a key may do", tags, response: { 200: RolesMessage } },
      config: { permission: "signed-in" },
      handler: () => ({
        roles: ROLES.map((role) => ({ role, permissions: [...PERMISSIONS_OF[role]] })),
        keyPermissions: [...KEY_PERMISSIONS],
      }),
    });
    organizationRoutes(accounts)(api);
  };
}

function organizationRoutes(accounts: Accounts) {
  return (api: Parameters<Routes>[0]): void => {
    api.route({
      method: "POST",
      url: "/api/v1/organizations",
      schema: {
        summary: "Make another organisation, as its owner",
        tags,
        body: OrganizationNaming,
        response: { 201: OrganizationMessage },
      },
      config: { permission: "signed-in" },
      handler: async (request, reply) => {
        const { userId, memberships } = personOnly(request.personSession);
        if (!memberships.some(({ role, demo }) => role === "owner" && !demo)) {
          const reason = "only the owner of an organisation makes another";
          throw new Fault({ code: "rule-broken", rule: "owner-only", reason });
        }
        const { name } = request.body;
        const made = await createOrganization(accounts.database, {
          name,
          ownerId: userId,
          at: accounts.now(),
        });
        return reply.code(201).send(organizationMessage(made));
      },
    });
    api.route({
      method: "GET",
      url: "/api/v1/organization",
      schema: { summary: "The organisation", tags, response: { 200: OrganizationMessage } },
      config: { permission: "organization.read" },
      handler: async (request) =>
        organizationMessage(await findOrganization(accounts.database, callerOf(request).organizationId)),
    });
    api.route({
      method: "PATCH",
      url: "/api/v1/organization",
      schema: {
        summary: "Give the organisation another name",
        tags,
        body: OrganizationNaming,
        response: { 200: OrganizationMessage },
      },
      config: { permission: "organization.manage" },
      handler: async (request) => {
        const { organizationId } = callerOf(request);
        return organizationMessage(
          await renameOrganization(accounts.database, organizationId, request.body.name),
        );
      },
    });
  };
}
