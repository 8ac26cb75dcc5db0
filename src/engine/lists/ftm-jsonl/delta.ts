import type { SourceFile } from "../reader.ts";
import { type Datum, readDatum } from "./datum.ts";
import { readJsonLines } from "./lines.ts";

/** One change that OpenSanctions' delta files state; `DEL` needs no more than the id. */
export type DeltaOperation<E extends { readonly id: string }> =
  | { readonly op: "ADD" | "MOD"; readonly entity: E }
  | { readonly op: "DEL"; readonly entity: { readonly id: string } };

/** The entities after a delta, in their order, new ones last; and what in it did not fit them. */
export type DeltaResult<E> = {
  readonly entities: readonly E[];
  /** `MOD x`, `DEL x` where no x stood, `ADD x` where one did (the newer statement holds). */
  readonly unmatched: readonly string[];
};

/** Applies the changes in their order. */
export function applyDelta<E extends { readonly id: string }>(
  entities: readonly E[],
  delta: readonly DeltaOperation<E>[],
): DeltaResult<E> {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const unmatched: string[] = [];
  for (const change of delta) {
    const stood = byId.has(change.entity.id);
    if (stood === (change.op === "ADD")) unmatched.push(`${change.op} ${change.entity.id}`);
    if (change.op === "DEL") byId.delete(change.entity.id);
    else byId.set(change.entity.id, change.entity);
  }
  return { entities: [...byId.values()], unmatched };
}

/** The change that a line states, or why it states none; null where the line is a bare entity. */
export function readOperation(value: unknown): DeltaOperation<Datum> | string | null {
  if (typeof value !== "object" || value === null || !("op" in value)) return null;
  const { op } = value;
  const entity = "entity" in value ? value.entity : null;
  if (op === "DEL") {
    const id = typeof entity === "object" && entity !== null && "id" in entity ? entity.id : null;
    return typeof id === "string" && id.trim() !== ""
      ? { op, entity: { id: id.trim() } }
      : "DEL without the entity's id";
  }
  if (op !== "ADD" && op !== "MOD") return `unknown operation ${String(op).slice(0, 40)}`;
  const datum = readDatum(entity);
  return typeof datum === "string" ? datum : { op, entity: datum };
}

/** Reads a delta file by itself: its changes, and the lines that state none. */
export function readDelta(file: SourceFile): {
  readonly operations: readonly DeltaOperation<Datum>[];
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
} {
  const operations: DeltaOperation<Datum>[] = [];
  const rejected: { readonly line: number; readonly reason: string }[] = [];
  for (const { line, parsed } of readJsonLines(file, "ftm-jsonl")) {
    const found = "problem" in parsed ? parsed.problem : (readOperation(parsed.value) ?? "no operation");
    if (typeof found === "string") rejected.push({ line, reason: found });
    else operations.push(found);
  }
  return { operations, rejected };
}
