import { DEFAULT_POLICY } from "../../src/engine/match/policy.ts";
import { type IndexTarget, indexTargetOf } from "../../src/engine/match/target.ts";
import type { Snapshot } from "../../src/engine/snapshot/snapshot.ts";
import { Random } from "../../src/service/evaluation/random.ts";
import { indexOf } from "../eval/built-index.ts";

const TIMES = 10;
const QUERIES = 2_000;
const WARM_UP = 500;
/** The same names are asked for this often and the least time taken: another program's turn is not the list's growth. */
const REPEATS = 3;
const CANDIDATES = 100;

/** Parties like the listed ones: each name's first words with another name's last word of the same kind of party. */
function synthetic(targets: readonly IndexTarget[], random: Random): IndexTarget[] {
  const bySchema = Map.groupBy(targets, ({ schema }) => schema);
  return targets.map((target) => {
    const alike = bySchema.get(target.schema) ?? targets;
    const names = target.names.map(({ text, kind }) => {
      const other = alike[random.below(alike.length)]?.names[0]?.text.split(" ").at(-1) ?? "";
      return { text: [...text.split(" ").slice(0, -1), other].join(" "), kind };
    });
    return { ...target, names, identifiers: [] };
  });
}

function quantile(times: readonly number[], share: number): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length * share)] ?? Number.NaN;
}

/** The same mistyped names among the listed parties and among ten times as many: time, and whether the right one is among the candidates. */
export function measureGrowth(snapshot: Snapshot): readonly (readonly string[])[] {
  const random = new Random(20_190_314);
  const own = Array.from({ length: snapshot.targets }, (_, at) => indexTargetOf(snapshot.entity(at)));
  const more = Array.from({ length: TIMES - 1 }, () => synthetic(own, random)).flat();
  const asked = Array.from({ length: QUERIES }, () => {
    const place = random.below(own.length);
    const text = own[place]?.names[0]?.text ?? "";
    const at = random.below(Math.max(1, text.length - 1));
    const name = text.slice(0, at) + text.slice(at + 1);
    return { place, subject: { schema: own[place]?.schema ?? "Thing", properties: { name: [name] } } };
  });
  const rows = [own, [...own, ...more]].map((targets) => {
    const index = indexOf(targets, (place) => snapshot.entity(place % own.length));
    for (const { subject } of asked.slice(0, WARM_UP)) index.match(subject, DEFAULT_POLICY);
    const times = asked.map(({ subject }) => {
      const runs = Array.from({ length: REPEATS }, () => {
        const start = performance.now();
        index.match(subject, DEFAULT_POLICY);
        return performance.now() - start;
      });
      return Math.min(...runs);
    });
    const found = asked.filter(({ place, subject }) => index.candidates(subject, CANDIDATES).includes(place));
    return {
      parties: targets.length,
      p50: quantile(times, 0.5),
      p99: quantile(times, 0.99),
      found: found.length,
    };
  });
  const first = rows[0]?.p50 ?? Number.NaN;
  return [
    ["growth", "p50", "p99", "p50 against the first", `right one of ${CANDIDATES}`],
    ...rows.map(({ parties, p50, p99, found }) => [
      `${parties} parties`,
      `${p50.toFixed(3)} ms`,
      `${p99.toFixed(2)} ms`,
      (p50 / first).toFixed(2),
      `${((100 * found) / asked.length).toFixed(2)} %`,
    ]),
  ];
}
