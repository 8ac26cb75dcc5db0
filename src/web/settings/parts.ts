import type { Session } from "../api/shapes.ts";

/** The parts of the settings, in their order, each with a permission that opens it; null for everybody. */
export const PARTS = [
  { part: "own", opens: null },
  { part: "organization", opens: "organization.read" },
  { part: "people", opens: "people.read" },
  { part: "keys", opens: "keys.manage" },
  { part: "webhooks", opens: "webhooks.manage" },
  { part: "policy", opens: "policy.read" },
  { part: "sign-in", opens: "organization.read" },
  { part: "retention", opens: "policy.read" },
] as const satisfies readonly {
  readonly part: string;
  readonly opens: Session["permissions"][number] | null;
}[];

export type PartName = (typeof PARTS)[number]["part"];

/** The parts that a person may open. */
export function partsFor({ permissions }: Session): readonly PartName[] {
  return PARTS.filter(({ opens }) => opens === null || permissions.includes(opens)).map(({ part }) => part);
}
