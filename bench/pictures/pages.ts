import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { peersTable } from "../peers/table.ts";
import { drawLatency, drawRecall, drawReliability } from "./drawings.ts";
import { type Frozen, type FrozenRow, readFrozen } from "./frozen.ts";

const ROOT = join(import.meta.dirname, "../..");
const PAGE = "docs/matching.md";

/** A file that is made from the frozen results, by its path in the repository. */
export type MadeFile = { readonly path: string; readonly content: string };

/** Figures of the summary: id, row, what it is called there. */
const SUMMARY: readonly (readonly [id: string, row: string, words: string])[] = [
  ["recall-with-facts", "all", "found at ≤ 1 hit in 1,000 clean customers, with facts"],
  ["recall-with-facts", "persons", "… persons"],
  ["recall-with-facts", "organizations", "… organizations"],
  ["recall-name-alone", "all", "found at ≤ 1 in 1,000, by the name alone"],
  ["recall-hard-negatives", "all", "found at ≤ 10 hits in 1,000 hard negatives"],
  ["default-policy-recall", "with facts", "found at the default threshold, with facts"],
  ["default-policy-hits", "clean customers, with facts", "hits in 1,000 clean customers there"],
  ["default-policy-hits", "clean customers, name alone", "… by the name alone"],
  ["name-pairs", "default threshold, undisputed", "F1 of labelled pairs, default threshold, undisputed"],
  ["name-pairs", "default threshold, all labels", "… all labels"],
  ["calibration-screening", "expected error, scores of 0.1 and more", "mean distance of score and truth"],
  ["candidate-loss", "right party lost", "right party lost by the index"],
];

function shown(row: FrozenRow, unit: string): string {
  const digits = unit === "share" || unit === "F1" ? 3 : unit === "percent" ? 1 : 2;
  const [low, high] = row.interval;
  const interval =
    low === null || high === null ? "" : ` (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
  return `${row.value.toFixed(digits)}${unit === "percent" ? " %" : ""}${interval}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

function summaryOf(frozen: Frozen): string {
  const rows = SUMMARY.map(([id, name, words]) => {
    const row = frozen.figure(id)[name];
    if (row === undefined) throw new Error(`bug: ${id} has no row "${name}"`);
    return [
      words,
      shown(row, frozen.unit(id)),
      row.reach === undefined ? "" : String(row.reach),
      row.n.toLocaleString("en-US"),
    ];
  });
  return table(["", "measured (95 % interval)", "to reach", "cases"], rows);
}

function weakestOf(frozen: Frozen): string {
  const rows = Object.entries(frozen.figure("recall-name-alone"))
    .filter(([name]) => /^(?:person|organization): /.test(name))
    .sort(([, one], [, other]) => one.value - other.value)
    .slice(0, 8)
    .map(([name, row]) => [name, shown(row, "percent"), row.n.toLocaleString("en-US")]);
  return table(["class of writing, by the name alone", "found at ≤ 1 in 1,000", "cases"], rows);
}

function curveTable({ curves }: Frozen): string {
  const wanted = [0.1, 0.5, 1, 2, 5, 10, 20, 50];
  const at = (which: keyof Frozen["curves"], perThousand: number) =>
    curves[which].find((point) => point.perThousand === perThousand);
  const rows = wanted.map((perThousand) => {
    const [facts, alone] = [at("with-facts", perThousand), at("name-alone", perThousand)];
    const cells = [facts, alone].flatMap((point) =>
      point === undefined
        ? ["", "", ""]
        : [
            point.threshold.toFixed(4),
            `${point.persons.toFixed(1)} %`,
            `${point.organizations.toFixed(1)} %`,
          ],
    );
    return [`≤ ${perThousand}`, ...cells];
  });
  const head = [
    "hits in 1,000",
    "threshold, with facts",
    "persons",
    "organizations",
    "threshold, name alone",
    "persons",
    "organizations",
  ];
  return table(head, rows);
}

function peersOf({ peers }: Frozen): string {
  if (peers === null) return "Not measured here yet: `npm run bench:peers`.";
  const { list, parties, machine, load, rows, agreement, skipped } = peers;
  const busy = `The machine had a load of ${load.before} before and ${load.after} after, with other work beside. Screenings a second are therefore counted over the processor's own time, which other work changes little; p50 and p99 are wall time and the worse for it.`;
  return [
    `${parties.toLocaleString("en-US")} parties of ${list}; ${machine}. ${busy}`,
    peersTable(rows),
    ...rows.map(({ program, work }) => `- **${program}.** ${work}`),
    ...agreement.map(
      ({ algorithm, pairs, meanDifference, withinOneHundredth }) =>
        `- \`--algorithm ${algorithm}\` gave the score of nomenklatura's own to within 0.01 on ${(withinOneHundredth * 100).toFixed(1)} % of ${pairs} pairs (mean difference ${meanDifference.toFixed(4)}).`,
    ),
    ...skipped.map(({ program, why }) => `- ${program} was left out: ${why}`),
  ]
    .join("\n\n")
    .replaceAll("\n\n- ", "\n- ")
    .replace("|\n- ", "|\n\n- ");
}

const PARTS: Readonly<Record<string, (frozen: Frozen) => string>> = {
  summary: summaryOf,
  weakest: weakestOf,
  curve: curveTable,
  peers: peersOf,
  over: ({ over }) => `Over ${over}.`,
};

/** The page with every part between `<!-- made: NAME -->` and `<!-- end -->` made anew. */
export function fillPage(page: string, frozen: Frozen): string {
  return page.replace(
    /(<!-- made: ([a-z]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_all, begin: string, name: string, end: string) => {
      const make = PARTS[name];
      if (make === undefined) throw new Error(`bug: ${PAGE} asks for a part "${name}" that nobody makes`);
      return `${begin}\n${make(frozen)}\n\n${end}`;
    },
  );
}

/** The pictures and the page about matching, as the frozen results make them. */
export function matchingFiles(): readonly MadeFile[] {
  const frozen = readFrozen();
  const latency = drawLatency(frozen);
  return [
    { path: "docs/pictures/matching-recall.svg", content: drawRecall(frozen) },
    { path: "docs/pictures/matching-reliability.svg", content: drawReliability(frozen) },
    ...(latency === null ? [] : [{ path: "docs/pictures/matching-latency.svg", content: latency }]),
    { path: PAGE, content: fillPage(readFileSync(join(ROOT, PAGE), "utf8"), frozen) },
  ];
}

/** Writes them. */
export function writeMatchingFiles(): readonly string[] {
  return matchingFiles().map(({ path, content }) => {
    mkdirSync(join(ROOT, path, ".."), { recursive: true });
    writeFileSync(join(ROOT, path), content);
    return path;
  });
}
