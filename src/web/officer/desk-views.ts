import { OPEN_PHASES, SECOND_PHASES, standsIn } from "../waivers/phases.ts";
import type { Course } from "../waivers/shapes.ts";

/** Which phases each part of the desk shows. */
const VIEWS = {
  open: OPEN_PHASES,
  second: SECOND_PHASES,
  decided: ["approved", "refused", "further-review", "objected", "withdrawn"],
} as const satisfies Readonly<Record<string, readonly Course["phase"][]>>;

type View = keyof typeof VIEWS;

/** The parts of the desk in their order. */
export const DESK_VIEWS = Object.keys(VIEWS) as readonly View[];

type Row = { readonly courses: readonly { readonly phase: Course["phase"] }[] };

/** Whether something of an application belongs in a part of the desk. */
export const isIn = (view: View, row: Row): boolean => standsIn(row, VIEWS[view]);

/** The part that is asked for; of none that there is, the first that has something in it. */
export const viewOf = (asked: string | undefined, rows: readonly Row[]): View =>
  DESK_VIEWS.find((name) => name === asked) ??
  DESK_VIEWS.find((name) => rows.some((row) => isIn(name, row))) ??
  "open";
