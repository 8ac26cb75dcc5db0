import type { ReactNode } from "react";

/** On its way. */
export function ListPage(): ReactNode {
  return null;
}
