import type { Subject } from "../../src/engine/match/subject.ts";

/** A subject, and the ids of the parties that it is, where these are to be compared with it by every name. */
export type Asked = { readonly subject: Subject; readonly right?: readonly string[] };

/** What a worker is to do: screen on the snapshot, or hold its index to what comparing every name of the right parties gives. */
export type Job = {
  readonly kind: "screen" | "reference";
  readonly file: string;
  readonly asked: readonly Asked[];
  readonly limit: number;
};

/** One match of a subject. */
export type Found = { readonly id: string; readonly score: number; readonly listed: string | null };

/** Matches of a subject, best first; for the `reference` job also the right parties by every one of their names. */
export type Screened = { readonly matches: readonly Found[]; readonly reference: readonly Found[] };
