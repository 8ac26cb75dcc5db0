import type { ReactNode } from "react";

/** On its way. */
export function CheckPage(): ReactNode {
  return null;
}
