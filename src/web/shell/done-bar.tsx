import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback } from "react";
import { NoteBar, UndoBar } from "../components/undo-bar.tsx";

/** Something that was done and can be taken back for a while, on whatever page the person is by then. */
export type Done = {
  readonly words: string;
  /** The instant at which it is final, as ISO 8601. */
  readonly until: string;
  readonly undo: () => Promise<unknown>;
};

/** What the bar tells: something done, something that is being sent, or something that was not done, and where to see why. */
type Told =
  | ({ readonly kind: "done" } & Done)
  | { readonly kind: "sending"; readonly words: string }
  | { readonly kind: "failed"; readonly words: string; readonly see: string };

const KEY = ["done"] as const;

/** Tells the person what was done, with the way back. */
export function useTellDone(): (done: Done) => void {
  const queries = useQueryClient();
  return useCallback((done) => void queries.setQueryData<Told>(KEY, { kind: "done", ...done }), [queries]);
}

/** Tells that something is being sent while the person has gone on already. */
export function useTellSending(): (words: string) => void {
  const queries = useQueryClient();
  return useCallback((words) => void queries.setQueryData<Told>(KEY, { kind: "sending", words }), [queries]);
}

/** Tells that something was not done after all, with the address where it can be. */
export function useTellFailed(): (words: string, see: string) => void {
  const queries = useQueryClient();
  return useCallback(
    (words, see) => {
      const told: Told = { kind: "failed", words, see };
      queries.setQueryData<Told>(KEY, told);
    },
    [queries],
  );
}

/** The bar with what was done last, at the foot of the page. */
export function DoneBar(): ReactNode {
  const queries = useQueryClient();
  const { data: done } = useQuery<Told | null>({
    queryKey: KEY,
    queryFn: () => null,
    // Whatever is read anew, this is told until it is gone.
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const clear = useCallback(() => void queries.setQueryData(KEY, null), [queries]);
  const undo = useMutation({
    mutationFn: (one: Done) => one.undo(),
    onSettled: async () => {
      clear();
      await queries.invalidateQueries();
    },
  });
  if (done === null || done === undefined) return null;
  if (done.kind === "sending") return <NoteBar words={done.words} />;
  if (done.kind === "failed") return <NoteBar words={done.words} see={done.see} onGone={clear} />;
  return (
    <UndoBar
      key={done.until}
      words={done.words}
      until={done.until}
      busy={undo.isPending}
      onUndo={() => undo.mutate(done)}
      onGone={clear}
    />
  );
}
