import { useCallback } from "react";
import type { Alert } from "../api/shapes.ts";
import { tellDone } from "../shell/done-bar.tsx";
import { useLanguage } from "../words/language.tsx";
import { forEach, undo } from "./deciding.ts";

/** A decision that waits for its second person can be taken back until then; the bar offers it for so long. */
const OFFERED_MS = 10 * 60_000;

/** Tells of decisions that were just made, with the way back for all of them. */
export function useTellDecided(): (words: string, alerts: readonly Alert[]) => void {
  const { t } = useLanguage();
  return useCallback(
    (words, alerts) => {
      const reason = t("alert.undo.reason");
      const held = new Map(alerts.map((alert) => [alert.id, alert]));
      const finals = alerts.flatMap(({ finalAt }) => (finalAt === null ? [] : [finalAt]));
      const offered = new Date(Date.now() + OFFERED_MS).toISOString();
      tellDone({
        words,
        until: finals.sort()[0] ?? offered,
        undo: () =>
          forEach(
            [...held.keys()],
            (id) => undo(held.get(id) ?? { id, version: "" }, reason),
            () => undefined,
          ),
      });
    },
    [t],
  );
}
