import { must } from "../../src/fault.ts";
import { shareOf } from "../../src/service/evaluation/curve.ts";
import { indexOf } from "./built-index.ts";
import { readData } from "./data-file.ts";
import type { Figure, Row } from "./figure.ts";
import { shuffled } from "./fold.ts";
import { isKoreanName, SCRIPTS, type ScriptName } from "./script-split.ts";

const REACH: Readonly<Record<ScriptName, readonly [first: number, five: number]>> = {
  korean: [85, 93],
  russian: [85, 95],
  arabic: [72, 88],
  japanese: [62, 82],
  chinese: [50, 72],
};
const FIRST = 5;
/** A right name that does not stand among so many is one that no reading of the local name leads to. */
const REACHED = 200;

type Names = { readonly latin: readonly string[]; readonly rightOf: ReadonlyMap<string, readonly number[]> };

function namesOf(script: ScriptName): Names {
  const latin: string[] = [];
  const rightOf = new Map<string, number[]>();
  for (const line of readData(`scripts/${script}.tsv`).trimEnd().split("\n")) {
    const [name = "", ...locals] = line.split("\t");
    for (const local of locals) rightOf.set(local, [...(rightOf.get(local) ?? []), latin.length]);
    latin.push(name);
  }
  return { latin, rightOf };
}

/** A name in local script with the first five found; `rank` is the place of the first right one, or -1. */
type Ranked = {
  readonly local: string;
  readonly right: readonly string[];
  readonly found: readonly string[];
  readonly rank: number;
  /** The right one stands among the first `REACHED`: what better order alone could bring to the front. */
  readonly reached: boolean;
};

/** Looks names in local script up among Latin ones. */
function rankScript(script: ScriptName, count: number): readonly Ranked[] {
  const { latin, rightOf } = namesOf(script);
  const index = indexOf(
    latin.map((text) => ({
      schema: "Person",
      names: [{ text, kind: "name" }],
      identifiers: [],
      birthDates: [],
      countries: [],
      genders: [],
    })),
    (place) => ({ id: String(place), schema: "Person", properties: { name: [latin[place] ?? ""] } }),
  );
  const find = (local: string, limit: number): readonly number[] =>
    index
      .match(
        { schema: "Person", properties: { name: [local] } },
        { name: "eval", threshold: 0, limit, lists: null },
      )
      .map(({ id }) => Number(id));
  return shuffled([...rightOf.keys()], "asked", (local) => local)
    .slice(0, count)
    .map((local) => {
      const right = must(rightOf.get(local), "every name asked for has its right ones");
      const found = find(local, FIRST);
      const rank = found.findIndex((place) => right.includes(place));
      return {
        local,
        right: right.map((place) => latin[place] ?? ""),
        found: found.map((place) => latin[place] ?? ""),
        rank,
        reached: rank >= 0 || find(local, REACHED).some((place) => right.includes(place)),
      };
    });
}

const isKorean = ({ local, right }: Ranked): boolean => right.some((latin) => isKoreanName(local, latin));

/** The right Latin name first, and among the first five, for names in local script. */
export function scriptsFigure(count: number): Figure {
  const rows = SCRIPTS.flatMap((script): Row[] => {
    const ranked = rankScript(script, count);
    const rowsOf = (name: string, own: readonly Ranked[], reach: readonly (number | undefined)[]): Row[] =>
      ([1, FIRST] as const).map((within, at) => {
        const share = shareOf(own, ({ rank }) => rank >= 0 && rank < within);
        const wanted = reach[at];
        return {
          name: `${name}, ${within === 1 ? "first" : "first five"}`,
          n: share.n,
          value: share.value * 100,
          low: share.low * 100,
          high: share.high * 100,
          ...(wanted === undefined ? {} : { reach: wanted }),
        };
      });
    if (script !== "korean") return rowsOf(script, ranked, REACH[script]);
    const own = ranked.filter(isKorean);
    const reached = shareOf(own, (one) => one.reached);
    return [
      ...rowsOf("korean, Korean names", own, REACH[script]),
      {
        name: `korean, Korean names, among the first ${REACHED}: the ceiling of any order`,
        n: reached.n,
        value: reached.value * 100,
        low: reached.low * 100,
        high: reached.high * 100,
      },
      ...rowsOf(
        "korean, foreigners in Hangul",
        ranked.filter((one) => !isKorean(one)),
        [],
      ),
    ];
  });
  return {
    id: "scripts",
    title: "Across scripts: the right name of 50,000",
    about:
      "A name in local script looked up among Latin names (Korean and Chinese: 49,143 and 48,573, all there are). Names in Hangul are whole, most of the source's are foreigners' and are counted apart; the others are single words of names. Part of the source's pairs are wrong, so 100 % cannot be reached. The names asked for are kept out of what tables may be learnt from.",
    unit: "percent",
    rows,
  };
}
