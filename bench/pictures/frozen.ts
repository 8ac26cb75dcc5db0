import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CurveName, CurvePoint } from "../../src/engine/match/review-capacity.ts";
import type { PeerRow } from "../peers/table.ts";

/** One number of `bench/results/eval.json`. */
export type FrozenRow = {
  readonly n: number;
  readonly value: number;
  readonly interval: readonly [number | null, number | null];
  readonly reach?: number;
  readonly "mean score"?: number;
};
type FrozenFigure = Readonly<Record<string, FrozenRow | string>>;

/** The frozen results that pictures and tables are drawn from. */
export type Frozen = {
  readonly figure: (id: string) => Readonly<Record<string, FrozenRow>>;
  readonly unit: (id: string) => string;
  readonly over: string;
  readonly curves: Readonly<Record<CurveName, readonly CurvePoint[]>>;
  /** Null where the peers have not been measured. */
  readonly peers: {
    readonly list: string;
    readonly parties: number;
    readonly machine: string;
    readonly load: { readonly before: number; readonly after: number };
    readonly rows: readonly PeerRow[];
    readonly agreement: readonly {
      readonly algorithm: string;
      readonly pairs: number;
      readonly meanDifference: number;
      readonly withinOneHundredth: number;
    }[];
    readonly skipped: readonly { readonly program: string; readonly why: string }[];
  } | null;
};

const ROOT = join(import.meta.dirname, "../..");

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), "utf8"));
}

/** Reads the frozen results of `bench/results` and the operating curve. */
export function readFrozen(): Frozen {
  const results = json("bench/results/eval.json") as {
    readonly figures: Readonly<Record<string, FrozenFigure>>;
    readonly over: string;
  };
  const { curves } = json("data/matching/operating-curve.json") as Pick<Frozen, "curves">;
  const peers = existsSync(join(ROOT, "bench/results/peers.json"))
    ? (json("bench/results/peers.json") as Frozen["peers"])
    : null;
  const figureOf = (id: string): FrozenFigure => {
    const figure = results.figures[id];
    if (figure === undefined) throw new Error(`bug: bench/results/eval.json has no figure ${id}`);
    return figure;
  };
  return {
    figure: (id) =>
      Object.fromEntries(
        Object.entries(figureOf(id)).filter(
          (entry): entry is [string, FrozenRow] => typeof entry[1] === "object",
        ),
      ),
    unit: (id) => String(figureOf(id).unit ?? ""),
    over: results.over,
    curves,
    peers,
  };
}
