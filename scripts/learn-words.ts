/**
 * Learns which Latin words the lists use for words in other scripts (министерство and ministry, شركة and company), from
 * parties that are listed under both, and writes `data/names/words.json`. Parties whose names the evaluation asks for,
 * and all that share such a name, are left out. Usage: npx node scripts/learn-words.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bagOf, isLatin } from "../bench/eval/fold.ts";
import { type Party, partiesOf } from "../bench/eval/parties.ts";
import { isOtherScript } from "../bench/eval/positives.ts";
import { isTestOriginal } from "../bench/eval/script-split.ts";
import { withoutForm } from "../src/engine/names/legal-form.ts";
import { cleanText, splitWords } from "../src/engine/names/normalize.ts";
import { wordKey } from "../src/engine/names/words.ts";
import { openSnapshot } from "../src/service/lists/store.ts";

const ROUNDS = 6;
/** Pairs expected less often than this are chance. */
const COUNT_MIN = 1.8;
const CHANCE_MIN = 0.08;
/** Share of the two words' uses that are together: keeps out words that stand in every name. */
const TOGETHER_MIN = 0.08;
const WORDS_MAX = 5;
const LATIN_NAMES_MAX = 4;
const LATIN_LETTERS_MIN = 3;
/** What stands for a word without a counterpart. */
const NOTHING = "";

type Pair = { readonly local: readonly string[]; readonly latin: readonly string[] };

function localWords(text: string, organization: boolean): string[] {
  const all = splitWords(cleanText(text, new Set()), new Set());
  const words = organization ? withoutForm(all).words : all;
  return [
    ...new Set(
      words.flatMap(({ text: word, script }) => (script === "latin" ? [] : [wordKey(word, script)])),
    ),
  ].filter((word) => word.length > 1);
}

function latinWords(text: string, organization: boolean): string[] {
  const all = splitWords(cleanText(text, new Set()), new Set());
  const words = organization ? withoutForm(all).words : all;
  return [...new Set(words.map(({ text: word }) => word))].filter(
    (word) => /^[a-z]+$/.test(word) && word.length >= LATIN_LETTERS_MIN,
  );
}

function pairsOf(parties: readonly Party[], tested: ReadonlySet<string>): Pair[] {
  return parties.flatMap((party): Pair[] => {
    const organization = party.kind === "organization";
    const names = party.names.filter(({ kind }) => kind !== "weakAlias").map(({ text }) => text);
    const local = names.filter(isOtherScript);
    if (local.length === 0 || local.some((name) => tested.has(bagOf(name)))) return [];
    const latin = names.filter(isLatin).slice(0, LATIN_NAMES_MAX);
    return local
      .flatMap((one) =>
        latin.map((other) => ({
          local: localWords(one, organization),
          latin: latinWords(other, organization),
        })),
      )
      .filter((pair) => pair.local.length > 0 && pair.latin.length > 0);
  });
}

type Table = Map<string, Map<string, number>>;

function add(table: Table, one: string, other: string, value: number): void {
  const row = table.get(one) ?? new Map<string, number>();
  row.set(other, (row.get(other) ?? 0) + value);
  table.set(one, row);
}

/** Chances of a Latin word given a local one (IBM's first model), and how often each pair is expected. */
function expectPairs(pairs: readonly Pair[]): Table {
  let chances: Table | null = null;
  let expected: Table = new Map();
  for (let round = 0; round < ROUNDS; round += 1) {
    expected = new Map();
    for (const { local, latin } of pairs) {
      const sources = [NOTHING, ...local];
      for (const word of latin) {
        const shares = sources.map((source) => chances?.get(source)?.get(word) ?? (chances === null ? 1 : 0));
        const all = shares.reduce((sum, share) => sum + share, 0);
        if (all === 0) continue;
        for (const [at, source] of sources.entries()) add(expected, source, word, (shares[at] ?? 0) / all);
      }
    }
    chances = new Map();
    for (const [source, row] of expected) {
      const total = [...row.values()].reduce((sum, value) => sum + value, 0);
      for (const [word, value] of row) if (value / total > 1e-5) add(chances, source, word, value / total);
    }
  }
  return expected;
}

function usesOf(pairs: readonly Pair[], side: "local" | "latin"): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const pair of pairs) for (const word of pair[side]) uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
}

const { snapshot } = await openSnapshot({ bundledOnly: true });
const { all } = partiesOf(snapshot);
const tested = new Set(
  all
    .flatMap(({ names }) => names.map(({ text }) => text).filter(isOtherScript))
    .filter(isTestOriginal)
    .map(bagOf),
);
const pairs = pairsOf(all, tested);
const [uses, latinUses] = [usesOf(pairs, "local"), usesOf(pairs, "latin")];
const table: Record<string, string> = {};
for (const [word, row] of [...expectPairs(pairs)].sort(([one], [other]) => (one < other ? -1 : 1))) {
  if (word === NOTHING) continue;
  const total = [...row.values()].reduce((sum, value) => sum + value, 0);
  const found = [...row]
    .filter(([latin, value]) => {
      const together = (2 * value) / ((uses.get(word) ?? 0) + (latinUses.get(latin) ?? 0));
      return value >= COUNT_MIN && value / total >= CHANCE_MIN && together >= TOGETHER_MIN;
    })
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .slice(0, WORDS_MAX);
  if (found.length > 0) table[word] = found.map(([latin]) => latin).join(" ");
}
const rows = Object.entries(table).map(
  ([word, latin]) => `${JSON.stringify(word)}: ${JSON.stringify(latin)}`,
);
writeFileSync(join(import.meta.dirname, "../data/names/words.json"), `{\n${rows.join(",\n")}\n}\n`);
console.log(`${pairs.length} pairs of names, ${rows.length} words`);
