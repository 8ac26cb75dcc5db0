import type { paths } from "../../client/schema.ts";

type NewKey = paths["/api/v1/keys"]["post"]["requestBody"]["content"]["application/json"];
/** Something that a key can be let do. */
export type Scope = NewKey["permissions"][number];

/** What keys can be let do, by what it concerns; the words of each group are `keys.group.…`. */
export const SCOPE_GROUPS = {
  asking: ["match.use", "checks.create", "checks.read"],
  subjects: ["subjects.read", "subjects.write"],
  review: ["alerts.read", "alerts.assign", "suppressions.read", "suppressions.write"],
  records: ["receipts.read", "reports.read", "reports.write", "audit.read", "export.read"],
  lists: ["lists.read", "lists.update"],
  workers: ["workers.read", "workers.write"],
  waivers: ["waivers.read", "waivers.write"],
  channel: ["liaison.read", "liaison.write", "reunions.read", "reunions.write"],
  house: [
    "organization.read",
    "people.read",
    "policy.read",
    "policy.write",
    "webhooks.manage",
    "jobs.read",
    "jobs.manage",
  ],
} as const satisfies Readonly<Record<string, readonly Scope[]>>;

/** What keys are commonly for, and what each needs and no more; the words are `keys.for.…`. */
export const KEY_PURPOSES = {
  gate: ["checks.create", "checks.read", "lists.read"],
  customers: ["subjects.write", "subjects.read", "alerts.read", "lists.read", "jobs.read"],
  yente: ["match.use", "lists.read"],
  workers: ["workers.write", "workers.read", "checks.create", "checks.read"],
  waivers: ["waivers.read", "waivers.write", "checks.create", "checks.read"],
  figures: ["reports.read", "receipts.read", "audit.read", "export.read", "alerts.read", "checks.read"],
} as const satisfies Readonly<Record<string, readonly Scope[]>>;

export type KeyPurpose = keyof typeof KEY_PURPOSES;

const PURPOSES = Object.keys(KEY_PURPOSES) as readonly KeyPurpose[];

/** The purposes all of whose needs somebody may give away. */
export function purposesWithin(offered: readonly string[]): readonly KeyPurpose[] {
  return PURPOSES.filter((purpose) => KEY_PURPOSES[purpose].every((scope) => offered.includes(scope)));
}

/** The purpose that is let do exactly this; null where none is. */
export function purposeOf(scopes: readonly string[]): KeyPurpose | null {
  const asked = new Set(scopes);
  return (
    PURPOSES.find(
      (purpose) =>
        KEY_PURPOSES[purpose].length === asked.size &&
        KEY_PURPOSES[purpose].every((scope) => asked.has(scope)),
    ) ?? null
  );
}
