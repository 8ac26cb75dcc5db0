import type { RawBuilder } from "kysely";

/**
 * Parts of one statement that several folders write together, where each trip to the database would be time under a lock:
 * what stands in its `with`, and the `select` that ends it.
 */
export type StatementParts = { readonly writes: RawBuilder<unknown>; readonly end: RawBuilder<unknown> };
