import { z } from "zod";
import type { Routes } from "../../platform/http/routes.ts";
import { type JobHandler, jobHandler } from "../../platform/jobs/job-handler.ts";
import type { JobQueue } from "../../platform/jobs/jobs.ts";
import type { PayoutDesk } from "../screening/payout-desk.ts";
import { judgeTouched } from "./cases/judge.ts";
import { replyRoutes } from "./cases/reply-routes.ts";
import { caseRoutes } from "./cases/routes.ts";
import type { WorkersParts } from "./desk.ts";
import { JUDGE_JOB } from "./events/accept-events.ts";
import { eventFileRoutes } from "./events/file-routes.ts";
import { eventRoutes } from "./events/routes.ts";
import { holdRoutes } from "./holds/routes.ts";
import { payoutDesk } from "./payouts.ts";

/** The workers desk, ready to be mounted. */
export type WorkersDesk = {
  readonly handlers: readonly JobHandler[];
  readonly routes: (jobs: JobQueue) => readonly Routes[];
  readonly payouts: PayoutDesk;
};

/** An organisation's backlog of a night of events. */
const JUDGE_SECONDS_MAX = 6 * 3_600;

/** Opens the desk over a database. */
export function workersDesk(parts: WorkersParts): WorkersDesk {
  const judge = jobHandler({
    name: JUDGE_JOB,
    schema: z.object({}),
    secondsMax: JUDGE_SECONDS_MAX,
    run: async (_, { organizationId, signal }) => ({
      judged: await judgeTouched(parts, organizationId, signal),
    }),
  });
  return {
    handlers: [judge],
    routes: (jobs) => [
      eventRoutes(parts, jobs),
      eventFileRoutes(parts, jobs),
      caseRoutes(parts, jobs),
      holdRoutes(parts),
      replyRoutes(parts),
    ],
    payouts: payoutDesk(parts),
  };
}
