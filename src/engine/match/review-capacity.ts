import curves from "../../../data/matching/operating-curve.json" with { type: "json" };
import { Fault } from "../../fault.ts";
import type { Subject } from "./subject.ts";

/** One measured point: the threshold that so many in a thousand clean customers pass, and the recall there in percent. */
export type CurvePoint = {
  readonly perThousand: number;
  readonly threshold: number;
  readonly persons: number;
  readonly organizations: number;
};

/** What is known of those screened: `with-facts` a birth date and nationality, `name-alone` nothing but names. */
export type CurveName = "with-facts" | "name-alone";

/** What a review capacity means. */
export type CapacityPoint = CurvePoint & {
  /** What was asked for, which may lie between two measured points: the one with fewer hits is taken. */
  readonly asked: number;
  readonly curve: CurveName;
  /** True where fewer hits are asked for than the measured sample can tell. */
  readonly beyondMeasure: boolean;
};

const CURVES: Readonly<Record<CurveName, readonly CurvePoint[]>> = curves.curves;

/**
 * The threshold at which about `capacity` of every `per` customers become hits, by the curve that `npm run eval` measured
 * on clean customers and on listed names written otherwise. Throws `usage` where the capacity is none.
 */
export function capacityPoint(capacity: number, per: number, curve: CurveName): CapacityPoint {
  if (!(capacity > 0) || !(per >= capacity)) {
    const reason = `a capacity of ${capacity} in ${per}: give how many hits can be reviewed (more than 0), of how many screened`;
    throw new Fault({ code: "usage", reason });
  }
  const asked = (capacity / per) * 1_000;
  const points = CURVES[curve];
  const within = points.filter(({ perThousand }) => perThousand <= asked);
  const point = within.at(-1) ?? points[0];
  if (point === undefined) throw new Error("bug: an empty operating curve");
  return { ...point, asked, curve, beyondMeasure: within.length === 0 };
}

/** The curve for a single subject: facts count where there is a birth date. */
export function curveOfSubject(subject: Subject): CurveName {
  return subject.properties.birthDate === undefined ? "name-alone" : "with-facts";
}
