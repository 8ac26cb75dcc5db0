import { type Bounds, hull, readBounds, UNKNOWN_SHARE } from "./bounds.ts";
import type { GraphBuilder } from "./graph.ts";
import { type Period, readPeriod } from "./period.ts";

/** Where a value stands, for the problem that is told of it, and the party whose ownership it touches. */
export type Place = { readonly where: string; readonly asset: string };

/** Shares read before, by their text: a register has a few hundred. */
export class ShareReader {
  readonly #builder: GraphBuilder;
  readonly #read = new Map<string, Bounds | string>();
  readonly #periods = new Map<string, Period>();

  constructor(builder: GraphBuilder) {
    this.#builder = builder;
  }

  /**
   * The share that texts state; null where there is none. What cannot be read, is negative or over 100 % becomes an
   * unknown share and is told: an owner is never lost for a misprint.
   */
  share(texts: readonly string[], place: Place): Bounds | null {
    const stated = texts.map((text) => text.trim()).filter((text) => text !== "");
    if (stated.length === 0) return null;
    return stated.map((text) => this.#one(text, place)).reduce(hull);
  }

  /** The period between dates; contradictions are told. */
  period(starts: readonly string[], ends: readonly string[], place: Place): Period {
    const key = `${starts.join("|")} ${ends.join("|")}`;
    const known = this.#periods.get(key);
    const period = known ?? readPeriod(starts, ends);
    if (known === undefined && this.#periods.size < TEXTS_MAX) this.#periods.set(key, period);
    if (period.contradicts) {
      this.#builder.problem({
        problem: "dates-contradict",
        where: place.where,
        words: `the dates “${[...starts, ...ends].join(", ").slice(0, 60)}” end before they start or cannot be read; the stake is kept as one that may hold`,
        party: place.asset,
      });
    }
    return period;
  }

  #one(text: string, place: Place): Bounds {
    const known = this.#read.get(text);
    const read = known ?? readBounds(text);
    if (known === undefined && this.#read.size < TEXTS_MAX) this.#read.set(text, read);
    if (typeof read !== "string") return read;
    this.#builder.problem({
      problem: /negative/u.test(read)
        ? "share-negative"
        : /over/u.test(read)
          ? "share-over-whole"
          : "share-unreadable",
      where: place.where,
      words: `“${text.slice(0, 60)}” is ${read}; the stake is kept with an unknown share`,
      party: place.asset,
    });
    return UNKNOWN_SHARE;
  }
}

/** Distinct texts remembered. */
const TEXTS_MAX = 100_000;
