import type { Application, Course } from "./shapes.ts";

type Phase = Course["phase"];

/** Phases in which something of an application lies with who decides first. */
export const OPEN_PHASES = [
  "submitted",
  "forwarded",
  "circulated",
  "on-hold",
  "no-objection",
  "notice-running",
  "may-proceed",
  "appealed",
] as const satisfies readonly Phase[];

/** Phases in which it waits for the second person. */
export const SECOND_PHASES = ["proposed"] as const satisfies readonly Phase[];

/** True where one of these courses stands in one of these phases. */
export const standsIn = (
  { courses }: { readonly courses: readonly { readonly phase: Phase }[] },
  phases: readonly Phase[],
): boolean => courses.some(({ phase }) => phases.includes(phase));

/** True while some authority has the file before it: it cannot be changed. */
export function isWithAuthority(application: Pick<Application, "courses">): boolean {
  return standsIn(application, [...OPEN_PHASES, ...SECOND_PHASES]);
}
