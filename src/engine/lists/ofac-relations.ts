import type { Draft } from "./draft.ts";
import type { EditionBuilder } from "./edition-builder.ts";

/** One typed relation as OFAC states it: `from` stands on the left of the words, `to` on the right. */
export type OfacRelation = {
  readonly from: Draft;
  readonly to: Draft;
  /** The words: `Owned or Controlled By`, `Acting for or on behalf of`. */
  readonly type: string;
  readonly former?: boolean;
  readonly remark?: string | null;
};

type Shape = { readonly schema: string; readonly reversed?: boolean };

/** Words to edges. Those that say neither who owns nor who leads stay an UnknownLink with the words as its role. */
const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ["owned or controlled by", { schema: "Ownership", reversed: true }],
  ["owns, controls, or operates", { schema: "Ownership" }],
  ["acting for or on behalf of", { schema: "Representation" }],
  ["leader or official of", { schema: "Directorship" }],
  ["principal executive officer", { schema: "Directorship" }],
  ["family member of", { schema: "Family" }],
  ["associate of", { schema: "Associate" }],
  ["providing support to", { schema: "UnknownLink" }],
  ["playing a significant role in", { schema: "UnknownLink" }],
  ["property in the interest of", { schema: "UnknownLink" }],
]);

/** Adds the edge of a relation; words that are not known become an UnknownLink and are counted. */
export function addRelation(edition: EditionBuilder, relation: OfacRelation): void {
  const shape = SHAPES.get(relation.type.trim().toLowerCase());
  if (shape === undefined) edition.unread(`relation ${relation.type.trim().slice(0, 60)}`);
  const [source, target] =
    shape?.reversed === true ? [relation.to, relation.from] : [relation.from, relation.to];
  const edge = edition.link(shape?.schema ?? "UnknownLink", { source, target, role: relation.type });
  if (relation.former === true) edge.add("summary", "former");
  edge.add("summary", relation.remark);
}
