import type { Database } from "../../platform/database/database.ts";
import type { Routes } from "../../platform/http/routes.ts";
import type { JobHandler } from "../../platform/jobs/job-handler.ts";
import type { JobQueue } from "../../platform/jobs/jobs.ts";
import { programVersion } from "../lists/store.ts";
import { activityRoutes } from "./activity/routes.ts";
import { alertRoutes } from "./alerts/routes.ts";
import { batchRoutes } from "./batches/routes.ts";
import { ownFacts } from "./checks/own-facts.ts";
import { checkRoutes } from "./checks/routes.ts";
import type { DeskParts } from "./desk.ts";
import { exportRoutes } from "./export-routes.ts";
import { frontRoutes } from "./fronts/routes.ts";
import type { Gate } from "./gate.ts";
import { deskJobs, enqueueRescreens } from "./jobs.ts";
import { networkRoutes } from "./network/routes.ts";
import type { PayoutDesk } from "./payout-desk.ts";
import { policyRoutes } from "./policy/routes.ts";
import { reportRoutes } from "./reports/routes.ts";
import { openKeptSnapshot } from "./rescreen/rescreen-run.ts";
import { rescreenRoutes } from "./rescreen/routes.ts";
import { screenRoutes } from "./screen-routes.ts";
import { subjectRoutes } from "./subjects/routes.ts";
import { suppressionRoutes } from "./suppressions/routes.ts";
import { tuningRoutes } from "./tuning/routes.ts";
import { viewRoutes } from "./views/routes.ts";

/** The screening desk, ready to be mounted. */
export type ScreeningDesk = {
  readonly handlers: readonly JobHandler[];
  readonly routes: (jobs: JobQueue) => readonly Routes[];
  /** To be called when other lists have come into force. */
  readonly listsChanged: (jobs: JobQueue) => Promise<void>;
};

/** Opens the desk over a database and a gate. `home` is the folder of snapshots, null for the usual one. */
export function screeningDesk(given: {
  readonly database: Database;
  readonly gate: Gate;
  readonly now: () => Date;
  readonly version: string;
  readonly home: string | null;
  readonly payouts?: PayoutDesk;
}): ScreeningDesk {
  const { home, ...rest } = given;
  const openSnapshot: DeskParts["openSnapshot"] = (hash) => openKeptSnapshot(home, hash);
  const base: DeskParts = { ...rest, engine: programVersion(), openSnapshot };
  const parts: DeskParts = { ...base, ownFacts: ownFacts(base) };
  return {
    handlers: deskJobs(parts),
    routes: (jobs) => [
      activityRoutes(parts),
      alertRoutes(parts),
      batchRoutes(parts, jobs),
      checkRoutes(parts),
      exportRoutes(parts),
      frontRoutes(parts),
      networkRoutes(parts),
      policyRoutes(parts, jobs),
      reportRoutes(parts),
      rescreenRoutes(parts, jobs),
      screenRoutes(parts),
      subjectRoutes(parts, jobs),
      suppressionRoutes(parts),
      tuningRoutes(parts),
      viewRoutes(parts),
    ],
    listsChanged: (jobs) => enqueueRescreens(parts, jobs),
  };
}
