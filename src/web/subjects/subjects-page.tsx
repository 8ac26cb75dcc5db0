import type { ReactNode } from "react";

/** On its way. */
export function SubjectsPage(): ReactNode {
  return null;
}
