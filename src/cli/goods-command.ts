import { askGoods, type GoodsAsk, type GoodsSay, sayOtherDay } from "../engine/check/ask-goods.ts";
import { sayDay } from "../engine/day.ts";
import { countryCode, countryName } from "../engine/entity/country.ts";
import { bundledMeasures } from "../engine/goods/bundled-measures.ts";
import { bundledEverydayWords, bundledNomenclature } from "../engine/goods/bundled-nomenclature.ts";
import { type CodeSuggestion, createCodeFinder } from "../engine/goods/find-codes.ts";
import { readHsCode, sayHs } from "../engine/goods/hs-code.ts";
import type { Measures } from "../engine/goods/measure.ts";
import { type Nomenclature, type Placed, placeCode } from "../engine/goods/nomenclature.ts";
import { Fault } from "../fault.ts";
import { type Command, type Context, type Given, usageFault } from "./command.ts";
import { dayOf, todayOf } from "./days.ts";
import { jsonLine } from "./documents.ts";
import { EXIT, exitOfAnswer } from "./exit-code.ts";
import { ANSWERS, printFindings, section } from "./print-verdict.ts";
import { paint, paragraph, type Terminal } from "./terminal.ts";

/** Suggestions shown: who does not find the goods among them should use other words. */
const SUGGESTIONS = 8;

type Way = GoodsAsk["way"];
type World = { readonly measures: Measures; readonly nomenclature: () => Nomenclature };

function countryOf(flag: string, typed: string): string {
  const code = countryCode(typed)?.slice(0, 2).toUpperCase();
  if (code === undefined) throw usageFault(`${flag} ${typed}: no country; ISO 3166 codes and names are read`);
  return code;
}

/** The ways asked about; where none is given, every way that a measure on goods speaks of. */
function waysOf(given: Given, measures: Measures): readonly Way[] {
  const to = given.value("to");
  const from = given.value("from");
  const asked: Way[] = [
    ...(to === null ? [] : [{ direction: "to" as const, country: countryOf("--to", to) }]),
    ...(from === null ? [] : [{ direction: "from" as const, country: countryOf("--from", from) }]),
  ];
  if (asked.length > 0) return asked;
  const countries = new Set(
    measures.all.flatMap(({ scope, country }) =>
      scope.kind === "goods" && country !== null ? [country] : [],
    ),
  );
  return [...countries].sort().flatMap((country) => [
    { direction: "to" as const, country },
    { direction: "from" as const, country },
  ]);
}

/** `EUR 350` or `2,000.50 USD`. */
function itemValueOf(typed: string | null): GoodsAsk["itemValue"] {
  if (typed === null) return null;
  const [, before = "", number = "", after = ""] =
    /^([A-Za-z]{3})?\s*([\d,]+(?:\.\d{1,4})?)\s*([A-Za-z]{3})?$/.exec(typed.trim()) ?? [];
  const currency = (before || after).toUpperCase();
  if (number === "" || currency === "" || (before !== "" && after !== ""))
    throw usageFault(`--item-value ${typed}: an amount with its currency, such as "EUR 350"`);
  const [whole = "0", cents = ""] = number.replaceAll(",", "").split(".");
  return { amount: `${whole}${cents}`.replace(/^0+(?=\d)/, ""), scale: cents.length, currency };
}

function askOf(context: Context, given: Given, hs: string, way: Way, description: string): GoodsAsk {
  const content = given.value("us-content");
  if (content !== null && content !== "yes" && content !== "no")
    throw usageFault(`--us-content ${content}: yes or no`);
  const jurisdictions = given.values("jurisdiction").map((value) => value.toLowerCase());
  const wrong = jurisdictions.find((value) => !/^[a-z]{2}$/.test(value));
  if (wrong !== undefined) throw usageFault(`--jurisdiction ${wrong}: us, eu, gb or another two letters`);
  return {
    hs,
    description,
    way,
    at: dayOf("--at", given.value("at")) ?? todayOf(context.terminal.now()),
    jurisdictions,
    underEar: content === null ? null : content === "yes",
    itemValue: itemValueOf(given.value("item-value")),
  };
}

/** A description up to its first stop: “Monitors”, not the whole of it. */
const shortName = (english: string): string => english.split(/[;,(]/)[0]?.trim().toLowerCase() || "goods";

const sayWay = ({ direction, country }: Way) =>
  `${direction === "to" ? "To" : "From"} ${countryName(country.toLowerCase()) ?? country}`;

function printPlaced(terminal: Terminal, placed: Placed): string {
  switch (placed.kind) {
    case "current":
      return placed.path
        .map(({ code, english, korean }) =>
          paragraph(terminal, {
            mark: `${sayHs(code).padEnd(8)}`,
            text: korean === null ? english : `${english} · ${korean}`,
          }),
        )
        .join("");
    case "former": {
      const now = placed.now.length === 0 ? "" : ` Today ${placed.now.map(sayHs).join(", ")}.`;
      const elsewhere =
        placed.elsewhere.length === 0
          ? ""
          : ` Some of what it held went to ${[...new Set(placed.elsewhere.map((code) => code.slice(0, 4)))].join(", ")}.`;
      return paragraph(terminal, {
        mark: `${sayHs(placed.code).padEnd(8)}`,
        text: `A code of HS ${placed.edition}, which HS 2022 has no longer.${now}${elsewhere}`,
      });
    }
    case "unknown":
      return paragraph(terminal, {
        mark: `${sayHs(placed.code).padEnd(8)}`,
        text: "A code of no edition of the Harmonized System since 2012.",
      });
  }
}

function headline(terminal: Terminal, way: Way, say: GoodsSay, at: string): string {
  const { words, style } = ANSWERS[say.answer];
  const title = `${sayWay(way)}: ${paint(terminal, style, paint(terminal, "bold", words))}`;
  return `\n${title}  ${paint(terminal, "dim", `as of ${sayDay(at)}`)}\n`;
}

function printSay(terminal: Terminal, ask: GoodsAsk, say: GoodsSay): string {
  const names = say.unasked.map((one) => one.toUpperCase()).join(", ");
  return [
    headline(terminal, ask.way, say, ask.at),
    say.findings.length === 0 ? "No measure held forbids it.\n" : printFindings(terminal, say.findings),
    section(terminal, "On other days", say.otherDays.map(sayOtherDay)),
    section(
      terminal,
      "Not asked",
      say.unasked.length === 0
        ? []
        : [
            `Rules of ${names} reach these goods as well: --jurisdiction ${say.unasked[0]} asks for those who are bound by them.`,
          ],
    ),
  ].join("");
}

async function runCode(context: Context, given: Given, world: World, hs: string): Promise<number> {
  const { terminal } = context;
  const read = readHsCode(hs);
  if (read.kind === "invalid")
    throw new Fault({ code: "input-invalid", file: "goods", where: hs, reason: read.reason });
  const placed = placeCode(world.nomenclature(), read.digits);
  const description = placed.kind === "current" ? shortName(placed.path.at(-1)?.english ?? "") : "goods";
  const answers = waysOf(given, world.measures).map((way) => {
    const ask = askOf(context, given, hs, way, description);
    return { ask, say: askGoods(world, ask) };
  });
  if (given.has("json")) {
    const ways = answers.map(({ ask, say: { placed: _, ...said } }) => ({ ...ask.way, at: ask.at, ...said }));
    await terminal.write(jsonLine({ code: read.digits, placed, ways, measures: world.measures.hash }));
  } else {
    await terminal.write(printPlaced(terminal, placed));
    for (const { ask, say } of answers) await terminal.write(printSay(terminal, ask, say));
    await terminal.write(`\n${disclaimer(terminal)}`);
  }
  const codes = answers.map(({ say }) => exitOfAnswer(say.answer));
  if (codes.includes(EXIT.prohibited)) return EXIT.prohibited;
  return codes.includes(EXIT.refer) ? EXIT.refer : EXIT.clear;
}

function disclaimer(terminal: Terminal): string {
  const text =
    "Goods alone: no party, purpose or waiver was looked at. Lists of dual-use goods go by technical parameters that no code tells.";
  return paragraph(terminal, { mark: "", text, paint: (line) => paint(terminal, "dim", line) });
}

function printSuggestion(
  terminal: Terminal,
  suggestion: CodeSuggestion,
  said: readonly { readonly ask: GoodsAsk; readonly say: GoodsSay }[],
): string {
  const mark = `${paint(terminal, "bold", sayHs(suggestion.code).padEnd(8))}`;
  const { english, korean, reasons, asks } = suggestion;
  const under = (text: string) =>
    paragraph(terminal, { mark: "        ", text, paint: (line) => paint(terminal, "dim", line) });
  const answers = said.map(({ ask, say }) => `${sayWay(ask.way)}: ${ANSWERS[say.answer].words}.`);
  return [
    paragraph(terminal, { mark, text: korean === null ? english : `${english} · ${korean}` }),
    under([...reasons, ...(asks === null ? [] : [asks])].join(" ")),
    answers.length === 0 ? "" : paragraph(terminal, { mark: "        ", text: answers.join(" ") }),
    "\n",
  ].join("");
}

async function runWords(context: Context, given: Given, world: World, words: string): Promise<number> {
  const { terminal } = context;
  const find = createCodeFinder(world.nomenclature(), bundledEverydayWords());
  const asksWay = given.has("to") || given.has("from");
  const found = find(words, SUGGESTIONS).map((suggestion) => ({
    suggestion,
    said: !asksWay
      ? []
      : waysOf(given, world.measures).map((way) => {
          const ask = askOf(context, given, suggestion.code, way, words);
          return { ask, say: askGoods(world, ask) };
        }),
  }));
  if (given.has("json")) {
    const suggestions = found.map(({ suggestion, said }) => ({
      ...suggestion,
      ways: said.map(({ ask, say }) => ({ ...ask.way, at: ask.at, answer: say.answer })),
    }));
    await terminal.write(jsonLine({ words, suggestions, measures: world.measures.hash }));
    return EXIT.refer;
  }
  if (found.length === 0) {
    await terminal.write(
      paragraph(terminal, {
        mark: "",
        text: "No code has these words. Try the material, the use or a simpler word.",
      }),
    );
    return EXIT.refer;
  }
  await terminal.write(
    `${paragraph(terminal, { mark: "", text: `“${words}” may be one of these. A person classifies; ask again with the code:` })}\n`,
  );
  for (const { suggestion, said } of found) await terminal.write(printSuggestion(terminal, suggestion, said));
  return EXIT.refer;
}

async function run(context: Context, given: Given): Promise<number> {
  const typed = given.positionals.join(" ").trim();
  if (typed === "") throw usageFault("goods needs an HS CODE, or WORDS for the goods");
  const nomenclature = bundledNomenclature();
  const world: World = { measures: bundledMeasures(), nomenclature: () => nomenclature };
  return /^[\d.\s]+$/.test(typed)
    ? runCode(context, given, world, typed)
    : runWords(context, given, world, typed);
}

/** `sluice goods`: may goods of this kind pass? */
export const goodsCommand: Command = {
  name: "goods",
  summary: "which measures meet goods, by HS code or by words, without a party or a waiver",
  usage: [
    "sluice goods CODE [--to COUNTRY] [--from COUNTRY] [--at DAY]",
    "sluice goods WORDS … [--to COUNTRY]",
  ],
  about: [
    "CODE is a code of the Harmonized System of 2 to 10 digits, such as 8528.52; codes of HS 2012 and 2017 are read as what HS 2022 made of them. WORDS, in English or Korean, only suggest codes, with reasons: exit code 2.",
    "Without --to and --from, every way is asked that a measure on goods speaks of.",
  ],
  flags: {
    to: { value: "COUNTRY", words: "where the goods would go: KP, North Korea, 조선민주주의인민공화국 …" },
    from: { value: "COUNTRY", words: "where the goods would come from" },
    at: { value: "DAY", words: "the day, YYYY-MM-DD; today (UTC) where it is not given" },
    jurisdiction: {
      value: "CODE",
      words: "rules that bind beside the United Nations': us, eu, gb",
      many: true,
    },
    "item-value": { value: "AMOUNT", words: 'what one item is worth, such as "EUR 350"' },
    "us-content": {
      value: "yes|no",
      words: "whether the goods are subject to the US Export Administration Regulations",
    },
  },
  run,
};
