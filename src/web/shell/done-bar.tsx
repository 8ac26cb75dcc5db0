import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback } from "react";
import { UndoBar } from "../components/undo-bar.tsx";

/** Something that was done and can be taken back for a while, on whatever page the person is by then. */
export type Done = {
  readonly words: string;
  /** The instant at which it is final, as ISO 8601. */
  readonly until: string;
  readonly undo: () => Promise<unknown>;
};

const KEY = ["done"] as const;

/** Tells the person what was done, with the way back. */
export function useTellDone(): (done: Done) => void {
  const queries = useQueryClient();
  return useCallback((done) => void queries.setQueryData(KEY, done), [queries]);
}

/** The bar with what was done last, at the foot of the page. */
export function DoneBar(): ReactNode {
  const queries = useQueryClient();
  const { data: done } = useQuery<Done | null>({
    queryKey: KEY,
    queryFn: () => null,
    staleTime: Number.POSITIVE_INFINITY,
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
