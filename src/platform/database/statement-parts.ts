import type { RawBuilder } from "kysely";

/**
 * Parts of one statement that several folders write together, where each trip to the database would be time under a lock:
 * what stands in its `with`, and what the `select` that ends it asks for.
 */
export type StatementParts = {
  readonly writes: readonly RawBuilder<unknown>[];
  readonly results: readonly RawBuilder<unknown>[];
};
