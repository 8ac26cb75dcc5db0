import type { Subject } from "../../src/engine/match/subject.ts";

/** What a worker is to do: screen on the snapshot, or hold its index to the exhaustive reference. */
export type Job = {
  readonly kind: "screen" | "reference";
  readonly file: string;
  readonly subjects: readonly Subject[];
  readonly limit: number;
};

/** One match of a subject. */
export type Found = { readonly id: string; readonly score: number; readonly listed: string | null };

/** Matches of a subject, best first. For the `reference` job those of both. */
export type Screened = { readonly matches: readonly Found[]; readonly reference: readonly Found[] };
