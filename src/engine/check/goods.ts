import { sayDay } from "../day.ts";
import { compareHs, readHsCode, sayHs } from "../goods/hs-code.ts";
import { inForceOn, type Measure } from "../goods/measure.ts";
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

/** One goods line under one measure. */
type Meeting = {
  readonly question: Question;
  readonly measure: Measure;
  readonly line: GoodsLine;
  readonly about: string;
  /** Digits of the line's HS code, or null where it has no valid one. */
  readonly code: string | null;
};

/** Asks every measure in force about every goods line. */
export function goodsFindings(question: Question): MeasureResult {
  const prohibitions: Prohibition[] = [];
  const findings: Finding[] = missingPlaces(question.transaction);
  const noted = new Set<Measure>();
  question.transaction.goods.forEach((line, index) => {
    const about = `goods:${index + 1}`;
    const read = line.hs === null ? null : readHsCode(line.hs);
    const code = read?.kind === "code" ? read.digits : null;
    const asked = goodsMeasures(question, line);
    const met: Finding[] = [];
    const unread = asked.filter(
      ({ scope, effect }) => effect !== "notes" && scope.kind === "goods" && scope.hs !== null,
    );
    if (code === null && unread.length > 0)
      met.push(codeMissing(line, about, read?.kind === "invalid" ? read.reason : null, unread));
    for (const measure of asked) {
      if (measure.effect === "notes") noted.add(measure);
      else {
        const finding = meetGoods({ question, measure, line, about, code });
        if (finding?.effect === "prohibits") prohibitions.push({ finding, measure, line });
        if (finding !== null) met.push(finding);
      }
    }
    findings.push(...met.filter(({ effect }) => effect !== "prohibits"));
    if (met.length === 0 && code !== null) findings.push(...laterNotes(question, line, about, code));
  });
  return { prohibitions, findings: [...findings, ...[...noted].map(stateNote)] };
}

/** Measures on goods that are in force, bind, and are for goods on this way. */
function goodsMeasures(question: Question, line: GoodsLine): readonly Measure[] {
  return question.world.measures.all.filter(
    (measure) => inForceOn(measure, question.day) && isOnTheWay(question, measure, line),
  );
}

function isOnTheWay({ bound, transaction }: Question, measure: Measure, line: GoodsLine): boolean {
  const { scope, country, direction } = measure;
  if (scope.kind !== "goods" || country === null) return false;
  // Export control follows the goods: a shipper under another law is bound by it as well.
  if (scope.control === undefined && !bound.has(measure.binds)) return false;
  const to = direction !== "from" && goesTo(transaction, country, "goods");
  return to || (direction !== "to" && (line.origin === country || comesFrom(transaction, country, "goods")));
}

const sayLine = ({ line, description, hs, quantity }: GoodsLine) =>
  `Line ${line}, ${description} (${hs === null ? "" : `HS ${hs}, `}${sayQuantity(quantity)})`;

/** `UNSCR 2397 (2017), paragraph 7`. */
export const sayMeasure = ({ instrument, paragraph }: Measure) =>
  paragraph === "" ? instrument : `${instrument}, paragraph ${paragraph}`;

function meetGoods(meeting: Meeting): Finding | null {
  const { measure, line, code, about, question } = meeting;
  const { scope } = measure;
  if (scope.kind !== "goods") return null;
  const within = withinScope(code, scope.hs);
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
  if (code !== null && scope.except?.some((one) => compareHs(code, one) !== "outside") === true) {
    return refers(
      "exception-possible",
      ` may fall under an exception of ${sayMeasure(measure)}; a person must decide. ${measure.question ?? ""}`.trimEnd(),
      `A classification of line ${line.line} under that exception.`,
    );
  }
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

/** A line without a code is outside every measure on codes: that it has none is a finding of its own. */
function withinScope(code: string | null, scope: readonly string[] | null): "within" | "wider" | "outside" {
  if (scope === null) return "within";
  if (code === null) return "outside";
  const comparisons = scope.map((one) => compareHs(code, one));
  if (comparisons.includes("within")) return "within";
  return comparisons.includes("wider") ? "wider" : "outside";
}

/** Whether US export control follows the line: by origin, by statement, or not known. */
function controlOf({ origin, controls }: GoodsLine): "under" | "free" | "unknown" {
  if (origin === "US" || controls?.includes("ear") === true) return "under";
  return controls === undefined ? "unknown" : "free";
}

/** A claim to an exception that the measure makes on that day. */
export function claimFor(
  { transaction, day }: Question,
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
function laterNotes(question: Question, line: GoodsLine, about: string, code: string): Finding[] {
  const later = question.world.measures.all.filter(
    (measure) =>
      measure.from > question.day &&
      measure.effect === "prohibits" &&
      measure.scope.kind === "goods" &&
      measure.scope.hs !== null &&
      isOnTheWay(question, measure, line) &&
      withinScope(code, measure.scope.hs) === "within",
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
