import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson } from "../../src/engine/json.ts";
import { type Figure, type Row, tableOf } from "./figure.ts";

/** Digits kept: enough to see a change, too few to show rounding. */
const DIGITS = 4;

const rounded = (value: number | null): number | null =>
  value === null ? null : Number(value.toFixed(DIGITS));

function frozenRow({ n, value, low, high, reach, more }: Row) {
  const kept = { n, value: rounded(value), interval: [rounded(low), rounded(high)], ...more };
  return reach === undefined ? kept : { ...kept, reach };
}

/** What was measured, on what. */
type About = { readonly run: "quick" | "full"; readonly over: string };

/** Keys sorted, numbers rounded, no times, and one line per number, so that a change shows in the diff. */
function frozen(figures: readonly Figure[], { run, over }: About): string {
  const blocks = figures
    .map(({ id, unit, rows }) => {
      const lines = rows.map((row) => `      ${JSON.stringify(row.name)}: ${canonicalJson(frozenRow(row))}`);
      return `    ${JSON.stringify(id)}: {\n${[...lines, `      "unit": ${JSON.stringify(unit)}`].sort().join(",\n")}\n    }`;
    })
    .sort();
  return `{\n  "figures": {\n${blocks.join(",\n")}\n  },\n  "over": ${JSON.stringify(over)},\n  "run": ${JSON.stringify(run)}\n}\n`;
}

const ROOT = join(import.meta.dirname, "../..");
const DOCUMENT = join(ROOT, "docs/matching-evaluation.md");
const BEGIN = "<!-- tables of npm run eval -->";

/** Writes the frozen run; a quick one also replaces the tables at the end of the document. */
export function writeResults(figures: readonly Figure[], about: About): void {
  const folder = join(ROOT, "bench/results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, about.run === "full" ? "eval-full.json" : "eval.json"), frozen(figures, about));
  if (about.run === "full") return;
  const [before = ""] = readFileSync(DOCUMENT, "utf8").split(BEGIN);
  const tables = figures.map(tableOf).join("\n\n");
  writeFileSync(DOCUMENT, `${before}${BEGIN}\n\nOver ${about.over}.\n\n${tables}\n`);
}
