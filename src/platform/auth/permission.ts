/** Everything that a route can ask for; a person has those of the role, an API key those that it was given. */
export const PERMISSIONS = [
  "match.use",
  "checks.create",
  "checks.read",
  "subjects.read",
  "subjects.write",
  "alerts.read",
  "alerts.assign",
  "alerts.decide",
  "alerts.second",
  "suppressions.read",
  "suppressions.write",
  "reports.read",
  "reports.write",
  "lists.read",
  "lists.update",
  "receipts.read",
  "audit.read",
  "jobs.read",
  "jobs.manage",
  "export.read",
  "policy.read",
  "policy.write",
  "policy.approve",
  "retention.manage",
  "webhooks.manage",
  "keys.manage",
  "people.read",
  "people.manage",
  "organization.read",
  "organization.manage",
  "waivers.read",
  "waivers.write",
  "waivers.decide",
  "workers.read",
  "workers.write",
  "workers.decide",
  "liaison.read",
  "liaison.write",
  "reunions.read",
  "reunions.write",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** The roles of an organisation, the widest first. */
export const ROLES = ["owner", "admin", "analyst", "second-reviewer", "auditor", "developer"] as const;

export type Role = (typeof ROLES)[number];

const READS = [
  "checks.read",
  "subjects.read",
  "alerts.read",
  "suppressions.read",
  "reports.read",
  "lists.read",
  "receipts.read",
  "jobs.read",
  "policy.read",
  "organization.read",
  "people.read",
  "waivers.read",
  "workers.read",
  "liaison.read",
  "reunions.read",
] as const satisfies readonly Permission[];

const ANALYST = [
  ...READS,
  "match.use",
  "checks.create",
  "subjects.write",
  "alerts.assign",
  "alerts.decide",
  "suppressions.write",
  "reports.write",
  "export.read",
  "waivers.write",
  "workers.write",
  "workers.decide",
  "liaison.write",
  "reunions.write",
] as const satisfies readonly Permission[];

/** An administrator runs the house and does not decide in it: who sets the rules of the gate is not who works it. */
const ADMIN = [
  ...READS,
  "match.use",
  "checks.create",
  "subjects.write",
  "alerts.assign",
  "lists.update",
  "audit.read",
  "jobs.manage",
  "export.read",
  "policy.write",
  "retention.manage",
  "webhooks.manage",
  "keys.manage",
  "people.manage",
  "organization.manage",
] as const satisfies readonly Permission[];

/** What each role may do. The owner may do everything; separation of two persons is a matter of persons, not of roles. */
export const PERMISSIONS_OF: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  owner: new Set(PERMISSIONS),
  admin: new Set(ADMIN),
  analyst: new Set(ANALYST),
  // The second pair of eyes sees what the analyst sees, confirms or sends back, approves policy and waivers.
  "second-reviewer": new Set([
    ...READS,
    "match.use",
    "checks.create",
    "alerts.second",
    "export.read",
    "policy.approve",
    "audit.read",
    "waivers.decide",
  ]),
  auditor: new Set([...READS, "audit.read", "export.read"]),
  // A developer wires systems to the gate and sees no person's case.
  developer: new Set([
    "match.use",
    "checks.create",
    "checks.read",
    "lists.read",
    "jobs.read",
    "organization.read",
    "keys.manage",
    "webhooks.manage",
  ]),
};

/** What only a person does: a decision, a second pair of eyes, and who gets in. */
const OF_PERSONS: ReadonlySet<Permission> = new Set([
  "alerts.decide",
  "alerts.second",
  "waivers.decide",
  "workers.decide",
  "policy.approve",
  "people.manage",
  "organization.manage",
  "retention.manage",
  "keys.manage",
]);

/** What an API key can be given. */
export const KEY_PERMISSIONS: readonly Permission[] = PERMISSIONS.filter((name) => !OF_PERSONS.has(name));

/** True where the text names a permission. */
export function isPermission(text: string): text is Permission {
  return (PERMISSIONS as readonly string[]).includes(text);
}

/**
 * Who asks: a signed-in person in the organisation chosen for the session, or an API key of an organisation.
 * `permissions` are those of the role, and for a key no more than it was given.
 */
export type Principal = {
  readonly kind: "person" | "key";
  /** `user` id of the person, or `key` id. */
  readonly id: string;
  /** Name to show in histories: the person's name or the key's. */
  readonly name: string;
  readonly organizationId: string;
  readonly role: Role;
  readonly permissions: ReadonlySet<Permission>;
};

/** What a route declares in its `config.permission`: a permission, any signed-in caller, or everyone. */
export type RouteAccess = Permission | "signed-in" | "public";
