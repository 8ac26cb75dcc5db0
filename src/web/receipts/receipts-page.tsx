import type { ReactNode } from "react";

/** On its way. */
export function ReceiptsPage(): ReactNode {
  return null;
}
