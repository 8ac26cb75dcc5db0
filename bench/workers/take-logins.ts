/**
 * What one process of `bench-workers.ts` does, with its parent's words: takes files of sign-ins into the states of a
 * folder, or judges all that is there. It tells the processor time that it used as it goes, since it may be killed.
 * Usage: fork with the folder and the most events held in memory.
 */
import { bundledRules } from "../../src/engine/redflags/rule.ts";
import { runEventFiles, takeEventFiles } from "../../src/service/workers/files/run-files.ts";

/** What the parent asks for. */
export type Asked = { readonly take: string } | { readonly judge: true };
/** What it is told: what is used so far, and what came of it. */
export type Told =
  | { readonly used: number; readonly mbMax: number }
  | { readonly taken: number; readonly rejected: number }
  | { readonly accounts: number; readonly flagged: number; readonly cases: number };

const [, , folder = "", eventsPerSegment] = process.argv;
const run = {
  book: bundledRules(),
  day: "2025-07-01",
  mapping: null,
  kind: null,
  now: Date.UTC(2025, 6, 1),
  folder,
  eventsPerSegment: Number(eventsPerSegment),
};
const began = process.cpuUsage();
const tell = (told: Told): void => void process.send?.(told);
const tellUsed = (): void => {
  const { user, system } = process.cpuUsage(began);
  tell({ used: (user + system) / 1e6, mbMax: process.resourceUsage().maxRSS / 1e3 });
};
setInterval(tellUsed, 100).unref();

process.on("message", async (asked: Asked) => {
  if ("take" in asked) {
    const { events, rejected } = await takeEventFiles({ ...run, paths: [asked.take] });
    tellUsed();
    tell({ taken: events, rejected });
  } else {
    const { accounts, flagged, cases } = await runEventFiles({ ...run, paths: [] }, async () => {});
    tellUsed();
    tell({ accounts, flagged, cases: cases.length });
  }
});
