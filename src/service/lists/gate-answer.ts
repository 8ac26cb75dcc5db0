import { createWorld, type World } from "../../engine/check/world.ts";
import { checkWithHits } from "../../engine/check.ts";
import { screen } from "../../engine/screen.ts";
import type { Snapshot } from "../../engine/snapshot/snapshot.ts";
import { Fault } from "../../fault.ts";
import { answerYente } from "../screening/yente/answer.ts";
import type { OpenRelease } from "../screening/yente/release.ts";
import type { GateResult, GateTask } from "./gate-work.ts";

/** What answers from one release; what is built of it for checks is built once. */
export type GateAnswerer = (task: GateTask) => GateResult[GateTask["kind"]];

/** Answers tasks from a release, in whatever thread this runs. */
export function gateAnswerer({ catalogue, snapshot }: OpenRelease): GateAnswerer {
  let base: World | null = null;
  const lists = (): Snapshot => {
    if (snapshot !== null) return snapshot;
    const reason = "this service serves datasets of its own and no lists";
    throw new Fault({ code: "edition-unavailable", list: "all lists", reason });
  };
  return (task) => {
    switch (task.kind) {
      case "yente": {
        const answer = answerYente(catalogue, task.request);
        return { ...answer, body: new TextEncoder().encode(answer.body) };
      }
      case "screen":
        return screen(lists(), task.subject, task.policy, task.at);
      case "check": {
        base ??= createWorld(lists());
        const { waivers, policy, suppressions } = task.world;
        return checkWithHits({ ...base, waivers, policy, suppressions }, task.transaction, task.at);
      }
    }
  };
}
