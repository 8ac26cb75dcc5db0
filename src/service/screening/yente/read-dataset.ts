import { createHmac } from "node:crypto";
import { propertyOf } from "../../../engine/entity/model.ts";
import { flatten, readDatum } from "../../../engine/lists/ftm-jsonl/datum.ts";
import { readJsonLines } from "../../../engine/lists/ftm-jsonl/lines.ts";
import type { SourceFile } from "../../../engine/lists/reader.ts";
import { Fault } from "../../../fault.ts";
import type { DatasetEntity } from "./book-file.ts";
import { type Envelope, wireMoment } from "./wire-entity.ts";

/** What a dataset's file held. */
export type ReadDataset = {
  readonly entities: readonly DatasetEntity[];
  /** Lines that are no entity, with the reason; at most so many are kept as are told. */
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
};

/** A file in which more lines than this share are no entities is refused: it is another kind of file, or damaged. */
const REJECTED_SHARE_MAX = 0.05;

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

function envelopeOf(value: Readonly<Record<string, unknown>>, datasets: readonly string[]): Envelope {
  return {
    caption: typeof value.caption === "string" ? value.caption : null,
    datasets,
    referents: texts(value.referents),
    firstSeen: wireMoment(value.first_seen),
    lastSeen: wireMoment(value.last_seen),
    lastChange: wireMoment(value.last_change),
  };
}

/** Ids that are signed by a dataset's name cannot collide with another's, as FollowTheMoney's namespaces do it. */
function signerOf(name: string): (id: string) => string {
  return (id) => {
    const plain = id.replace(/\.[0-9a-f]{40}$/, "");
    return `${plain}.${createHmac("sha1", name).update(plain).digest("hex")}`;
  };
}

function entitiesOf(
  value: unknown,
  names: ReadonlySet<string>,
  fallback: string,
): readonly DatasetEntity[] | string {
  const datum = readDatum(value);
  if (typeof datum === "string") return datum;
  // The shape was checked: it is an object.
  const fields = value as Readonly<Record<string, unknown>>;
  const stated = texts(fields.datasets).filter((name) => names.has(name));
  const datasets = stated.length > 0 ? stated : [fallback];
  return flatten(datum).map((part, at) => {
    const properties = Object.entries(part.values).flatMap(([name, values]) => {
      const known = propertyOf(part.schema, name) !== null;
      return known ? [[name, [...new Set(values)]] as const] : [];
    });
    const own =
      at === 0
        ? fields
        : {
            caption: part.caption,
            first_seen: fields.first_seen,
            last_seen: fields.last_seen,
            last_change: fields.last_change,
          };
    return {
      entity: { id: part.id, schema: part.schema, properties: Object.fromEntries(properties) },
      envelope: envelopeOf(own, datasets),
    };
  });
}

function signed({ entity, envelope }: DatasetEntity, sign: (id: string) => string): DatasetEntity {
  const properties = Object.entries(entity.properties).map(([name, values]) => [
    name,
    propertyOf(entity.schema, name)?.type === "entity" ? values.map(sign) : values,
  ]);
  return {
    entity: {
      ...entity,
      id: sign(entity.id),
      properties: Object.fromEntries(properties) as typeof entity.properties,
    },
    envelope: { ...envelope, referents: envelope.referents.map(sign) },
  };
}

/**
 * Reads FollowTheMoney lines as they are: ids, datasets, referents and moments stay. `names` are the datasets that the
 * file may speak of; an entity that names none of them belongs to `name`. Throws `list-unreadable`, `list-refused` and
 * `limit-exceeded`.
 */
export function readDataset(
  file: SourceFile,
  options: { readonly name: string; readonly names: ReadonlySet<string>; readonly namespace: boolean },
): ReadDataset {
  if (file.bytes.length === 0) return { entities: [], rejected: [] };
  const entities: DatasetEntity[] = [];
  const rejected: { line: number; reason: string }[] = [];
  let lines = 0;
  for (const { line, parsed } of readJsonLines(file, "ftm-jsonl")) {
    lines += 1;
    const found =
      "problem" in parsed ? parsed.problem : entitiesOf(parsed.value, options.names, options.name);
    if (typeof found === "string") rejected.push({ line, reason: found });
    else entities.push(...found);
  }
  const [first] = rejected;
  if (first !== undefined && rejected.length > lines * REJECTED_SHARE_MAX) {
    const reason = `${rejected.length} of ${lines} lines are no entities; line ${first.line}: ${first.reason}`;
    throw new Fault({ code: "list-refused", list: options.name, file: file.name, reason });
  }
  const sign = signerOf(options.name);
  return { entities: options.namespace ? entities.map((one) => signed(one, sign)) : entities, rejected };
}
