import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { type Problem, ProblemError, problemIn } from "../api/problem.ts";
import { useDraft } from "../components/use-draft.ts";
import type { Application, ApplicationFile } from "../waivers/shapes.ts";

/** What was typed is sent after so long without another key. */
const SAVE_MS = 2_000;

type Pending = Partial<ApplicationFile>;

/** How saving stands. */
export type Saving =
  | { readonly kind: "saved" | "waiting" | "saving" }
  | { readonly kind: "conflict" | "failed"; readonly problem: Problem };

function pendingOf(kept: string): Pending {
  if (kept === "") return {};
  try {
    return JSON.parse(kept) as Pending;
  } catch {
    return {};
  }
}

/**
 * The file of an application as it is being written: saved two seconds after the last key and when the page is left, and kept
 * by the browser until the service has it. Somebody else's change is told, and mine is kept.
 */
export function useFile(application: Application) {
  const queries = useQueryClient();
  const [kept, keep] = useDraft(`sluice.apply.${application.id}`);
  const pending = useMemo(() => pendingOf(kept), [kept]);
  const file = useMemo<ApplicationFile>(() => ({ ...application.file, ...pending }), [application, pending]);
  const [saving, setSaving] = useState<Saving>({ kind: kept === "" ? "saved" : "waiting" });
  const latest = useRef({ pending, version: application.version });
  latest.current = { pending, version: Math.max(latest.current.version, application.version) };
  const running = useRef<Promise<Application | null> | null>(null);

  const send = useCallback(
    async (over: boolean): Promise<Application | null> => {
      const sent = latest.current.pending;
      if (Object.keys(sent).length === 0) return null;
      setSaving({ kind: "saving" });
      try {
        const saved = await answerOf(
          api.PATCH("/api/v1/waiver-applications/{id}", {
            params: { path: { id: application.id } },
            headers: over ? {} : { "If-Match": `"${latest.current.version}"` },
            body: { file: sent as Record<string, unknown> },
          }),
        );
        const left = Object.fromEntries(
          Object.entries(latest.current.pending).filter(
            ([member, value]) => JSON.stringify(value) !== JSON.stringify(sent[member as keyof Pending]),
          ),
        );
        latest.current = { pending: left as Pending, version: saved.version };
        keep(Object.keys(left).length === 0 ? "" : JSON.stringify(left));
        queries.setQueryData(["application", application.id], saved);
        setSaving({ kind: Object.keys(left).length === 0 ? "saved" : "waiting" });
        return saved;
      } catch (error) {
        const problem = problemIn(error);
        const isConflict = problem.status === 412 || problem.code === "changed-meanwhile";
        setSaving({ kind: isConflict ? "conflict" : "failed", problem });
        throw error instanceof ProblemError ? error : new ProblemError(problem);
      }
    },
    [application.id, keep, queries],
  );

  /** Sends what waits; resolves to the application as it is then. Throws what the service refused. */
  const save = useCallback(
    async (over = false): Promise<Application | null> => {
      // One after the other: each answer carries the version that the next must name.
      await running.current?.catch(() => null);
      const own = send(over);
      running.current = own;
      return own;
    },
    [send],
  );

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const change = useCallback(
    (part: Pending): void => {
      const next = { ...latest.current.pending, ...part };
      latest.current = { ...latest.current, pending: next };
      keep(JSON.stringify(next));
      setSaving({ kind: "waiting" });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save().catch(() => undefined), SAVE_MS);
    },
    [keep, save],
  );
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      void save().catch(() => undefined);
    },
    [save],
  );
  return { file, change, save, saving };
}

export type FileInHand = ReturnType<typeof useFile>;
