import { type Entity, valuesOf } from "../entity/entity.ts";
import { isA } from "../entity/model.ts";
import type { EditionContent } from "../lists/reader.ts";
import { isReference } from "./entity-store.ts";

/**
 * An edition without the listings whose Sanction names one of `programmes`, and without what hung on them alone: for a
 * compilation of lists of which some are held from their own publisher.
 */
export function leaveOut(content: EditionContent, programmes: readonly string[]): EditionContent {
  if (programmes.length === 0) return content;
  const dropped = new Set<string>();
  const kept = new Set<string>();
  const listed = new Set<string>();
  for (const entity of content.entities) {
    if (!isA(entity.schema, "Sanction")) continue;
    const out = valuesOf(entity, "program").some((programme) => programmes.includes(programme));
    if (out) dropped.add(entity.id);
    for (const target of valuesOf(entity, "entity")) {
      listed.add(target);
      if (!out) kept.add(target);
    }
  }
  for (const target of listed) if (!kept.has(target)) dropped.add(target);
  const entities = content.entities.filter((entity) => !dropped.has(entity.id));
  const targets = entities.filter(({ id }) => kept.has(id)).length;
  return { ...content, entities: withoutOrphans(entities, dropped), report: { ...content.report, targets } };
}

/** Drops what refers to a dropped entity (documents, edges), and what nothing but dropped entities referred to (addresses). */
function withoutOrphans(entities: readonly Entity[], dropped: ReadonlySet<string>): readonly Entity[] {
  const standing = entities.filter(
    (entity) => !referencesOf(entity).some((id) => dropped.has(id)) || !isAttached(entity),
  );
  const referred = new Set(standing.flatMap(referencesOf));
  return standing.filter((entity) => !isA(entity.schema, "Address") || referred.has(entity.id));
}

/** True for entities that say something of others and are nobody themselves: documents, edges. */
function isAttached({ schema }: Entity): boolean {
  return isA(schema, "Interval");
}

function referencesOf(entity: Entity): readonly string[] {
  return Object.entries(entity.properties).flatMap(([property, values]) =>
    isReference(entity.schema, property) ? values : [],
  );
}
