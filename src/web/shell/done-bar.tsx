import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useSyncExternalStore } from "react";
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

/** What is told now. It is no query: whatever is read anew, this stands until it is over or something else is told. */
let told: Told | null = null;
const watchers = new Set<() => void>();

function say(next: Told | null): void {
  told = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Tells nothing any more. */
export const clearTold = (): void => say(null);

/** Tells the person what was done, with the way back. */
export const tellDone = (done: Done): void => say({ kind: "done", ...done });

/** Tells that something is being sent while the person has gone on already. */
export const tellSending = (words: string): void => say({ kind: "sending", words });

/** Tells that something was not done after all, with the address where it can be. */
export const tellFailed = (words: string, see: string): void => say({ kind: "failed", words, see });

/** The bar with what was done last, at the foot of the page. */
export function DoneBar(): ReactNode {
  const queries = useQueryClient();
  const done = useSyncExternalStore(watch, () => told);
  const undo = useMutation({
    mutationFn: (one: Done) => one.undo(),
    onSettled: async () => {
      clearTold();
      await queries.invalidateQueries();
    },
  });
  if (done === null) return null;
  if (done.kind === "sending") return <NoteBar words={done.words} />;
  if (done.kind === "failed") return <NoteBar words={done.words} see={done.see} onGone={clearTold} />;
  return (
    <UndoBar
      key={done.until}
      words={done.words}
      until={done.until}
      busy={undo.isPending}
      onUndo={() => undo.mutate(done)}
      onGone={clearTold}
    />
  );
}
