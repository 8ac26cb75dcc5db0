import { useEffect, useRef } from "react";

/** An event as the service tells it: what kind, and the id of what it is about (docs/events.md). */
export type LiveEvent = { readonly kind: string; readonly subject: string; readonly at: string };

type Listener = { readonly kinds: ReadonlySet<string>; readonly hear: (event: LiveEvent | null) => void };

/** One stream for the whole page, open while anybody listens. */
class Stream {
  readonly #listeners = new Set<Listener>();
  #source: EventSource | null = null;
  #kinds = "";

  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#open();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#close();
    };
  }

  #open(): void {
    const kinds = [...new Set([...this.#listeners].flatMap((one) => [...one.kinds]))].sort();
    const wanted = kinds.join(",");
    // Whoever hears more than is needed loses nothing; the stream is opened anew only where a kind is missing.
    if (this.#source !== null && kinds.every((kind) => this.#kinds.split(",").includes(kind))) return;
    this.#close();
    this.#kinds = wanted;
    const source = new EventSource(`/api/v1/events?kinds=${encodeURIComponent(wanted)}`);
    for (const kind of kinds)
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        const event = JSON.parse(data) as LiveEvent;
        for (const one of this.#listeners) if (one.kinds.has(event.kind)) one.hear(event);
      });
    // Some were missed: whoever listens reads anew.
    source.addEventListener("reset", () => {
      for (const one of this.#listeners) one.hear(null);
    });
    this.#source = source;
  }

  #close(): void {
    this.#source?.close();
    this.#source = null;
    this.#kinds = "";
  }
}

const stream = new Stream();

/** Hears of what happens in the organisation while the component stands; `null` says that something was missed. */
export function useLive(kinds: readonly string[], hear: (event: LiveEvent | null) => void, on = true): void {
  const latest = useRef(hear);
  latest.current = hear;
  const key = kinds.join(",");
  useEffect(() => {
    if (!on) return;
    return stream.add({ kinds: new Set(key.split(",")), hear: (event) => latest.current(event) });
  }, [key, on]);
}
