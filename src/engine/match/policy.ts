import type { ScreenPolicy } from "./subject.ts";

/** The policy used where none is given: every list, ten matches, and the threshold that `npm run eval` measures. */
export const DEFAULT_POLICY: ScreenPolicy = { name: "default", threshold: 0.55, limit: 10, lists: null };
