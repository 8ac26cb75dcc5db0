import type { ReactNode } from "react";

/** On its way. */
export function SubjectPage(): ReactNode {
  return null;
}
