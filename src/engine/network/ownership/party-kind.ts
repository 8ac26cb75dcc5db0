import { isA } from "../../entity/model.ts";
import type { PartyKind } from "./graph.ts";

/** What a FollowTheMoney schema is to the rules on ownership. */
export function kindOfSchema(schema: string): PartyKind {
  if (schema === "Person") return "person";
  if (isA(schema, "PublicBody")) return "state";
  if (isA(schema, "LegalEntity")) return "company";
  return isA(schema, "Thing") && !isA(schema, "Organization") ? "asset" : "company";
}
