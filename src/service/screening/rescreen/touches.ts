import { changesBetween, entryOf, type KindChange } from "../../../engine/snapshot/entry-facts.ts";
import { listingStateOn } from "../../../engine/snapshot/listing-state.ts";
import type { Snapshot } from "../../../engine/snapshot/snapshot.ts";
import type { DeskTransaction, NearMatch } from "../tables.ts";
import type { ListingDelta } from "./listing-delta.ts";

/** A listed party that came, changed or went, for a subject that is or was its hit. */
export type Touch = {
  readonly subjectId: string;
  readonly entityId: string;
  readonly caption: string;
  readonly lists: readonly string[];
  readonly change: "listed" | "changed" | "delisted";
  /** What is said of the party now and was not, or no longer; empty where it came or went whole. */
  readonly changes: readonly KindChange[];
  /** Null where the two were not met at all. */
  readonly scoreBefore: number | null;
  readonly scoreAfter: number | null;
};

/** Touches that a run keeps: as many as a team reads after an edition; the alerts have the rest. */
export const TOUCHES_MAX = 2_000;
/** What is kept of one change: a reason of a thousand words is read on the list's page. */
const CHANGE_LIMITS = { facts: 40, values: 20, chars: 500 } as const;
/** Rows written in one statement. */
const ROWS_MAX = 500;

/** A subject that was screened, and the score from which a match is its hit. */
export type TouchedSubject = { readonly id: string; readonly threshold: number };

/** Gathers, subject by subject, which of the changed parties are or were hits of theirs. */
export class TouchLog {
  readonly #before: Snapshot;
  readonly #after: Snapshot;
  readonly #delta: ListingDelta;
  readonly #touches: Touch[] = [];
  readonly #said = new Map<string, Omit<Touch, "subjectId" | "scoreBefore" | "scoreAfter">>();
  #count = 0;

  constructor(of: { before: Snapshot; after: Snapshot; delta: ListingDelta }) {
    this.#before = of.before;
    this.#after = of.after;
    this.#delta = of.delta;
  }

  /** All touches met, those beyond what is kept among them. */
  get count(): number {
    return this.#count;
  }

  get touches(): readonly Touch[] {
    return this.#touches;
  }

  /** Takes in what a subject's screening found before and finds now. */
  see(
    { id: subjectId, threshold }: TouchedSubject,
    before: readonly NearMatch[],
    after: readonly NearMatch[],
  ): void {
    const [was, is] = [new Map(before), new Map(after)];
    for (const entity of new Set([...was.keys(), ...is.keys()])) {
      if (!this.#delta.touched.has(entity)) continue;
      const [scoreBefore, scoreAfter] = [was.get(entity) ?? null, is.get(entity) ?? null];
      if (Math.max(scoreBefore ?? 0, scoreAfter ?? 0) < threshold) continue;
      this.#count += 1;
      if (this.#touches.length >= TOUCHES_MAX) continue;
      this.#touches.push({ subjectId, ...this.#changeOf(entity), scoreBefore, scoreAfter });
    }
  }

  #changeOf(entityId: string): Omit<Touch, "subjectId" | "scoreBefore" | "scoreAfter"> {
    const known = this.#said.get(entityId);
    if (known !== undefined) return known;
    const [old, now] = [placeOf(this.#before, entityId), placeOf(this.#after, entityId)];
    const [stood, stands] = [listsOf(this.#before, old), listsOf(this.#after, now)];
    const change = stands.length === 0 ? "delisted" : stood.length === 0 ? "listed" : "changed";
    const shown = now === null ? { of: this.#before, at: old ?? 0 } : { of: this.#after, at: now };
    const { properties } = shown.of.entity(shown.at);
    const changes =
      change === "changed" && old !== null && now !== null
        ? changesBetween(entryOf(this.#before, old), entryOf(this.#after, now))
        : [];
    const said = {
      entityId,
      caption: properties.name?.[0] ?? properties.alias?.[0] ?? entityId,
      lists: [...new Set([...stood, ...stands])].sort(),
      change,
      changes: changes.slice(0, CHANGE_LIMITS.facts).map(cut),
    } as const;
    this.#said.set(entityId, said);
    return said;
  }
}

function placeOf(snapshot: Snapshot, entity: string): number | null {
  const place = snapshot.find(entity);
  return place < 0 || place >= snapshot.targets ? null : place;
}

/** Lists on which the party stands today. */
function listsOf(snapshot: Snapshot, place: number | null): readonly string[] {
  if (place === null) return [];
  return snapshot.listings(place).flatMap((listing) => {
    const list = snapshot.lists.find(({ id }) => id === listing.list);
    return list !== undefined && listingStateOn(listing, list, null) === "listed" ? [listing.list] : [];
  });
}

function cut({ gained, lost, ...change }: KindChange): KindChange {
  const short = (values: readonly string[]) =>
    values
      .slice(0, CHANGE_LIMITS.values)
      .map((value) =>
        value.length <= CHANGE_LIMITS.chars ? value : `${value.slice(0, CHANGE_LIMITS.chars)} …`,
      );
  return { ...change, gained: short(gained), lost: short(lost) };
}

/** Writes what a run touched, after the run itself. */
export async function recordTouches(
  trx: DeskTransaction,
  run: { readonly organizationId: string; readonly id: string },
  touches: readonly Touch[],
): Promise<void> {
  for (let at = 0; at < touches.length; at += ROWS_MAX) {
    const rows = touches.slice(at, at + ROWS_MAX).map((touch, index) => ({
      organization_id: run.organizationId,
      run_id: run.id,
      number: at + index,
      subject_id: touch.subjectId,
      entity_id: touch.entityId,
      caption: touch.caption,
      lists: [...touch.lists],
      change: touch.change,
      changes: JSON.stringify(touch.changes),
      score_before: touch.scoreBefore,
      score_after: touch.scoreAfter,
    }));
    await trx.insertInto("rescreen_touches").values(rows).execute();
  }
}
