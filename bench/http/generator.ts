/** The generator of the load, in a process of its own: `bench-http.ts` starts it and tells it what to send. */
import { closedLoad, type LoadResult, openLoad, type Shot } from "./load.ts";

/** A run that is asked of the generator. */
export type Order = {
  readonly origin: string;
  readonly shots: readonly Shot[];
  readonly seconds: number;
  /** So many callers who wait for their answers, or so many questions a second that wait for nothing. */
  readonly load:
    | { readonly kind: "closed"; readonly callers: number }
    | { readonly kind: "open"; readonly rate: number };
};

process.on("message", async ({ origin, shots, seconds, load }: Order) => {
  const result: LoadResult =
    load.kind === "closed"
      ? await closedLoad(origin, shots, load.callers, seconds)
      : await openLoad(origin, shots, load.rate, seconds);
  process.send?.(result);
});
process.on("disconnect", () => process.exit(0));
