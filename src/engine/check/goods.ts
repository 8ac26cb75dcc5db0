import { sayDay } from "../day.ts";
import { capPeriodOn, capState } from "../goods/cap.ts";
import { compareHs, readHsCode, sayHs } from "../goods/hs-code.ts";
import { type Cap, inForceOn, type Measure, type Measures } from "../goods/measure.ts";
import { type Nomenclature, type Placed, placeCode } from "../goods/nomenclature.ts";
import type { GoodsLine, Transaction } from "../transaction.ts";
import type { Finding } from "../verdict.ts";
import { compareMoney, sayMoney, sayQuantity } from "../waivers/amount.ts";
import { citeMeasure } from "./cite.ts";
import { comesFrom, goesTo, type Question } from "./world.ts";

/** A prohibition met by a goods line (or by something else, where `line` is null), before waivers are asked. */
export type Prohibition = {
  readonly finding: Finding;
  readonly measure: Measure;
  readonly line: GoodsLine | null;
};

/** What measures say: prohibitions, which a waiver may still lift, and findings that refer or note. */
export type MeasureResult = {
  readonly prohibitions: readonly Prohibition[];
  readonly findings: readonly Finding[];
};

/** What a question on goods needs of a check: no list of parties. */
export type GoodsQuestion = Pick<Question, "transaction" | "day" | "bound"> & {
  readonly world: { readonly measures: Measures; readonly nomenclature: () => Nomenclature };
};

/** One goods line under one measure. */
type Meeting = {
  readonly question: GoodsQuestion;
  readonly measure: Measure;
  readonly line: GoodsLine;
  readonly about: string;
  /** Digits of the line's HS code, or null where it has no valid one. */
  readonly code: string | null;
  /** The codes of HS 2022 that it may be today; only itself where it is one of them. */
  readonly today: readonly string[];
};

/** Asks every measure in force about every goods line. */
export function goodsFindings(question: GoodsQuestion): MeasureResult {
  const prohibitions: Prohibition[] = [];
  const findings: Finding[] = missingPlaces(question.transaction);
  const noted = new Set<Measure>();
  question.transaction.goods.forEach((line, index) => {
    const about = `goods:${index + 1}`;
    const read = line.hs === null ? null : readHsCode(line.hs);
    const code = read?.kind === "code" ? read.digits : null;
    const placed = code === null ? null : placeCode(question.world.nomenclature(), code);
    const today = code === null ? [] : codesToday(code, placed);
    const asked = goodsMeasures(question, line);
    const met: Finding[] = [];
    const unread = asked.filter(
      ({ scope, effect }) => effect !== "notes" && scope.kind === "goods" && scope.hs !== null,
    );
    if (code === null && unread.length > 0)
      met.push(codeMissing(line, about, read?.kind === "invalid" ? read.reason : null, unread));
    if (placed?.kind === "unknown" && unread.length > 0) met.push(codeUnknown(line, about, unread));
    for (const measure of asked) {
      if (measure.effect === "notes") noted.add(measure);
      else {
        const finding = meetGoods({ question, measure, line, about, code, today });
        if (finding?.effect === "prohibits") prohibitions.push({ finding, measure, line });
        if (finding !== null) met.push(finding);
      }
    }
    findings.push(...met.filter(({ effect }) => effect !== "prohibits"));
    if (met.length === 0 && code !== null)
      findings.push(...laterNotes({ question, line, about, code, today }));
  });
  return { prohibitions, findings: [...findings, ...[...noted].map(stateNote)] };
}

/** Measures on goods that are in force, bind, and are for goods on this way. */
function goodsMeasures(question: GoodsQuestion, line: GoodsLine): readonly Measure[] {
  return question.world.measures.all.filter(
    (measure) => inForceOn(measure, question.day) && isOnTheWay(question, measure, line),
  );
}

function isOnTheWay({ bound, transaction }: GoodsQuestion, measure: Measure, line: GoodsLine): boolean {
  const { scope, country, direction } = measure;
  if (scope.kind !== "goods" || country === null) return false;
  // Export control follows the goods: a shipper under another law is bound by it as well.
  if (scope.control === undefined && !bound.has(measure.binds)) return false;
  if (scope.suppliedFrom !== undefined && !comesFrom(transaction, scope.suppliedFrom, "goods")) return false;
  if (scope.deliveredTo !== undefined && !goesTo(transaction, scope.deliveredTo, "goods")) return false;
  const to = direction !== "from" && goesTo(transaction, country, "goods");
  return to || (direction !== "to" && (line.origin === country || comesFrom(transaction, country, "goods")));
}

const sayLine = ({ line, description, hs, quantity }: GoodsLine) =>
  `Line ${line}, ${description} (${hs === null ? "" : `HS ${hs}, `}${sayQuantity(quantity)})`;

/** `UNSCR 2397 (2017), paragraph 7`. */
export const sayMeasure = ({ instrument, paragraph }: Measure) =>
  paragraph === "" ? instrument : `${instrument}, paragraph ${paragraph}`;

function meetGoods(meeting: Meeting): Finding | null {
  const { measure, line, today, about, question } = meeting;
  const { scope } = measure;
  if (scope.kind !== "goods") return null;
  const within = withinScope(meeting, scope.hs);
  if (within === "outside") return null;
  const name = sayLine(line);
  const refers = (finding: string, words: string, missing: string) =>
    goodsFinding(meeting, { finding, effect: "refers", words: `${name}${words}`, wouldChange: [missing] });

  const control = scope.control === undefined ? "under" : controlOf(line);
  if (control === "free") return null;
  if (control === "unknown") {
    return refers(
      "us-content-unknown",
      ": whether it is subject to the US Export Administration Regulations is not stated.",
      `A statement of the US origin or content of line ${line.line} (the threshold for North Korea is 10 %).`,
    );
  }
  if (within === "wider") {
    return refers(
      "goods-code-too-short",
      ` may be forbidden by ${sayMeasure(measure)}: the code is too short to tell.`,
      `An HS code of at least six digits for line ${line.line}.`,
    );
  }
  const value = scope.itemValueAbove;
  if (value !== undefined) {
    const order = line.unitValue === undefined ? null : compareMoney(line.unitValue, value);
    if (order !== null && order <= 0) return null;
    if (order === null)
      return refers(
        "goods-value-unknown",
        ` is forbidden by ${sayMeasure(measure)} above ${sayMoney(value)} each: its value in that currency is not stated.`,
        `The value in ${value.currency} of one item of line ${line.line}.`,
      );
  }
  const claim = claimFor(question, measure, about);
  if (claim !== undefined) {
    return refers(
      "exception-claimed",
      ` is forbidden by ${sayMeasure(measure)}, unless the claimed exception (${claim.exception}) holds; a person must verify it.`,
      `Proof of the exception ${claim.exception}: ${claim.evidence}`,
    );
  }
  if (scope.except?.some((one) => today.some((code) => compareHs(code, one) !== "outside")) === true) {
    return refers(
      "exception-possible",
      ` may fall under an exception of ${sayMeasure(measure)}; a person must decide. ${measure.question ?? ""}`.trimEnd(),
      `A classification of line ${line.line} under that exception.`,
    );
  }
  const capped = measure.cap === undefined ? null : meetCap(meeting, measure.cap);
  if (capped !== null) return capped;
  if (measure.effect === "refers") {
    const asks = measure.question ?? "Does the paragraph reach this?";
    return refers(
      "measure-asks",
      `: ${sayMeasure(measure)} forbids ${measure.forbids} only on conditions. ${asks}`,
      asks,
    );
  }
  return goodsFinding(meeting, {
    finding: "goods-prohibited",
    effect: "prohibits",
    words: `${name} is forbidden by ${sayMeasure(measure)}: ${measure.forbids}.`,
    wouldChange: [],
  });
}

function goodsFinding(
  { measure, line, about }: Meeting,
  said: Pick<Finding, "finding" | "effect" | "words" | "wouldChange">,
): Finding {
  const codes = measure.scope.kind === "goods" ? measure.scope.hs : null;
  const listed = codes === null ? "all goods" : codes.map(sayHs).join(", ");
  return {
    ...said,
    about,
    citations: [citeMeasure(measure)],
    evidence: [{ fact: "hs-code", query: line.hs, listed, weight: null }],
    step: "measures",
  };
}

const CHAPTER_DIGITS = 2;

/**
 * A line without a code is outside every measure on codes: that it has none is a finding of its own. A code of an
 * earlier edition is within where all codes that took its place are.
 */
function withinScope(
  { code, today }: Pick<Meeting, "code" | "today">,
  scope: readonly string[] | null,
): "within" | "wider" | "outside" {
  if (scope === null) return "within";
  // What was in a chapter when it was shipped was forbidden with the chapter, wherever a later edition moved it.
  if (scope.some((one) => one.length === CHAPTER_DIGITS && code?.startsWith(one))) return "within";
  const each = today.map((code) => {
    const comparisons = scope.map((one) => compareHs(code, one));
    return comparisons.includes("within") ? "within" : comparisons.includes("wider") ? "wider" : "outside";
  });
  if (each.every((one) => one === "outside")) return "outside";
  return each.every((one) => one === "within") ? "within" : "wider";
}

/**
 * Measures are written in codes of HS 2022; one that 2022 replaced is read as those of its heading that took its place,
 * or, where the heading went as well, as those of others.
 */
function codesToday(code: string, placed: Placed | null): readonly string[] {
  if (placed?.kind !== "former") return [code];
  return placed.now.length > 0 ? placed.now : placed.elsewhere;
}

/** Where the cap's use so far is stated, what the line would bring it to; null where it is not. */
function meetCap(meeting: Meeting, cap: Cap): Finding | null {
  const { measure, line, question } = meeting;
  const period = capPeriodOn(cap, measure.from, question.day);
  const use = question.transaction.capUses?.find(
    (one) => one.measure === measure.id && one.period === period.from,
  );
  const until = `The amount supplied in the period from ${sayDay(period.from)}, as published, in ${cap.limits.map(({ unit }) => unit).join(" or ")}.`;
  const state = use === undefined ? null : capState(cap, use.used, line.quantity);
  if (use === undefined || state === null) {
    return goodsFinding(meeting, {
      finding: "cap-use-unknown",
      effect: "refers",
      words:
        `${sayLine(line)}: ${sayMeasure(measure)} forbids ${measure.forbids}; how much of the cap is used is not stated${use === undefined ? "" : " in the unit of the line"}. ${measure.question ?? ""}`.trimEnd(),
      wouldChange: [until],
    });
  }
  const reached = `the total from ${sayDay(period.from)} to ${sayQuantity(state.used)} of ${sayQuantity(state.limit)} (${state.percent} %; so far by ${use.source})`;
  if (state.over) {
    return goodsFinding(meeting, {
      finding: "cap-exceeded",
      effect: "prohibits",
      words: `${sayLine(line)} is forbidden by ${sayMeasure(measure)}: it would bring ${reached}.`,
      wouldChange: [],
    });
  }
  const notice = state.notice === null ? "" : ` The notice at ${state.notice} % is due.`;
  return goodsFinding(meeting, {
    finding: "cap-not-reached",
    effect: "refers",
    words:
      `${sayLine(line)} would bring ${reached}, which ${sayMeasure(measure)} allows on conditions.${notice} ${measure.question ?? ""}`.trimEnd(),
    wouldChange: measure.question === undefined ? [] : [measure.question],
  });
}

/** A code of no edition since 2012 is a slip or an older code: no measure on codes can be excluded by it. */
function codeUnknown(line: GoodsLine, about: string, asked: readonly Measure[]): Finding {
  return {
    finding: "goods-code-unknown",
    effect: "refers",
    about,
    words: `Line ${line.line}, ${line.description}: HS ${line.hs} is a code of no edition of the Harmonized System since 2012, so it may be a slip.`,
    citations: asked.map(citeMeasure),
    evidence: [{ fact: "hs-code", query: line.hs, listed: null, weight: null }],
    wouldChange: [`The code of HS 2022 for line ${line.line}.`],
    step: "measures",
  };
}

/** Whether US export control follows the line: by origin, by statement, or not known. */
function controlOf({ origin, controls }: GoodsLine): "under" | "free" | "unknown" {
  if (origin === "US" || controls?.includes("ear") === true) return "under";
  return controls === undefined ? "unknown" : "free";
}

/** A claim to an exception that the measure makes on that day. */
export function claimFor(
  { transaction, day }: Pick<Question, "transaction" | "day">,
  { exceptions }: Measure,
  about: string,
): Transaction["claims"][number] | undefined {
  return transaction.claims.find(
    (made) =>
      (made.about === about || made.about === "transaction") &&
      exceptions.some(({ exception, from }) => exception === made.exception && from <= day),
  );
}

function codeMissing(
  line: GoodsLine,
  about: string,
  reason: string | null,
  asked: readonly Measure[],
): Finding {
  return {
    finding: reason === null ? "goods-code-missing" : "goods-code-invalid",
    effect: "refers",
    about,
    words:
      reason === null
        ? `Line ${line.line}, ${line.description}, has no HS code: none of the ${asked.length} measures that go by code can be excluded.`
        : `Line ${line.line}, ${line.description}: ${reason}.`,
    citations: asked.map(citeMeasure),
    evidence: [{ fact: "hs-code", query: line.hs, listed: null, weight: null }],
    wouldChange: [`The HS code of line ${line.line}.`],
    step: "measures",
  };
}

/** Goods whose way is not stated may go anywhere. */
function missingPlaces(transaction: Transaction): Finding[] {
  if (transaction.goods.length === 0) return [];
  const missing = [
    ...(transaction.to === null ? (["destination"] as const) : []),
    ...(transaction.from === null ? (["origin"] as const) : []),
  ];
  return missing.map((place) => ({
    finding: `goods-${place}-missing`,
    effect: "refers",
    about: "transaction",
    words: `The ${place} of the goods is not stated, so no measure by country can be excluded.`,
    citations: [],
    evidence: [],
    wouldChange: [`The country of ${place} of the goods.`],
    step: "measures",
  }));
}

/** Measures that will forbid the line on a later day: why the same shipment has another answer then. */
function laterNotes({ question, line, about, code, today }: Omit<Meeting, "measure">): Finding[] {
  const later = question.world.measures.all.filter(
    (measure) =>
      measure.from > question.day &&
      measure.effect === "prohibits" &&
      measure.scope.kind === "goods" &&
      measure.scope.hs !== null &&
      isOnTheWay(question, measure, line) &&
      withinScope({ code, today }, measure.scope.hs) === "within",
  );
  return later.map((measure) => ({
    finding: "goods-prohibited-later",
    effect: "note",
    about,
    words: `${sayLine(line)} is forbidden by ${sayMeasure(measure)} only from ${sayDay(measure.from)} on.`,
    citations: [citeMeasure(measure)],
    evidence: [],
    wouldChange: [],
    step: "measures",
  }));
}

/** A measure that only a State can apply to these goods is said once, and decides nothing here. */
function stateNote(measure: Measure): Finding {
  return {
    finding: "measure-for-a-state",
    effect: "note",
    about: "transaction",
    words:
      `Not decided here: ${sayMeasure(measure)} forbids ${measure.forbids}. ${measure.question ?? ""}`.trimEnd(),
    citations: [citeMeasure(measure)],
    evidence: [],
    wouldChange: [],
    step: "measures",
  };
}
