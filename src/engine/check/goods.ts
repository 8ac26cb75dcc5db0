import { sayDay } from "../day.ts";
import { compareHs, readHsCode, sayHs } from "../goods/hs-code.ts";
import { inForceOn, type Measure } from "../goods/measure.ts";
import type { GoodsLine, Transaction } from "../transaction.ts";
import type { Finding } from "../verdict.ts";
import { sayQuantity } from "../waivers/amount.ts";
import { citeMeasure } from "./cite.ts";
import type { Question } from "./world.ts";

/** A prohibition met by a goods line (or by the transaction, where `line` is null), before waivers are asked. */
export type Prohibition = {
  readonly finding: Finding;
  readonly measure: Measure;
  readonly line: GoodsLine | null;
};

/** What the measures say of goods, services and workers: prohibitions, and findings that refer or note. */
export type MeasureResult = {
  readonly prohibitions: readonly Prohibition[];
  readonly findings: readonly Finding[];
};

/** True where the transaction goes to the country, or comes from it, by its countries, its route or its recipients. */
export function touches(
  transaction: Transaction,
  country: string,
  direction: Measure["direction"],
  line?: GoodsLine,
): boolean {
  const low = country.toLowerCase();
  const at = (place: string | undefined) =>
    place?.toUpperCase().startsWith(country) === true && /^[A-Z]{5}$/i.test(place);
  const to =
    transaction.to === country ||
    transaction.route.slice(1).some(at) ||
    transaction.parties.some(
      ({ role, properties }) =>
        (role === "consignee" || role === "end-user") &&
        ["country", "nationality", "jurisdiction"].some((property) =>
          properties[property]?.some((value) => value.toLowerCase() === low),
        ),
    );
  const from = transaction.from === country || line?.origin === country || at(transaction.route[0]);
  return direction === "to" ? to : direction === "from" ? from : to || from;
}

/** Asks every measure in force about every goods line, service and worker. */
export function measureFindings(question: Question): MeasureResult {
  const { world, day, bound, transaction } = question;
  const measures = world.measures.all.filter(
    (measure) => bound.has(measure.binds) && inForceOn(measure, day),
  );
  const prohibitions: Prohibition[] = [];
  const findings: Finding[] = [];
  transaction.goods.forEach((line, index) => {
    const about = `goods:${index + 1}`;
    const asked = measures.filter(
      ({ scope, country, direction }) =>
        scope.kind === "goods" && country !== null && touches(transaction, country, direction, line),
    );
    if (asked.length === 0) {
      findings.push(...laterNotes(question, line, about));
      return;
    }
    const code = line.hs === null ? null : readHsCode(line.hs);
    if (code === null || code.kind === "invalid") {
      findings.push(codeMissing(line, about, code?.reason ?? null, asked));
      return;
    }
    const before = prohibitions.length + findings.length;
    for (const measure of asked) {
      const met = meetGoods(measure, line, about, code.digits, transaction);
      if (met === null) continue;
      if (met.effect === "prohibits") prohibitions.push({ finding: met, measure, line });
      else findings.push(met);
    }
    if (prohibitions.length + findings.length === before) findings.push(...laterNotes(question, line, about));
  });
  for (const measure of measures) {
    const met = meetWork(measure, transaction);
    if (met?.effect === "prohibits") prohibitions.push({ finding: met, measure, line: null });
    else if (met !== null) findings.push(met);
  }
  return { prohibitions, findings };
}

const sayLine = (line: GoodsLine, code: string) =>
  `Line ${line.line}, ${line.description} (HS ${sayHs(code)}, ${sayQuantity(line.quantity)})`;
const sayMeasure = ({ instrument, paragraph }: Measure) =>
  paragraph === "" ? instrument : `${instrument}, paragraph ${paragraph}`;

function meetGoods(
  measure: Measure,
  line: GoodsLine,
  about: string,
  code: string,
  transaction: Transaction,
): Finding | null {
  const { scope } = measure;
  if (scope.kind !== "goods") return null;
  const within = scope.hs === null ? "within" : closest(scope.hs.map((one) => compareHs(code, one)));
  if (within === "outside") return null;
  const base = { about, citations: [citeMeasure(measure)], step: "measures" as const };
  const evidence = [
    {
      fact: "hs-code",
      query: sayHs(code),
      listed: scope.hs === null ? "all goods" : scope.hs.map(sayHs).join(", "),
      weight: null,
    },
  ];
  const refers = (finding: string, words: string, wouldChange: readonly string[]): Finding => ({
    ...base,
    finding,
    effect: "refers",
    words,
    evidence,
    wouldChange,
  });
  const name = sayLine(line, code);
  if (scope.control === "ear" && line.origin !== "US" && !line.controls?.includes("ear")) {
    if (line.controls !== undefined) return null;
    return refers(
      "us-content-unknown",
      `${name}: whether it is subject to the US Export Administration Regulations is not stated.`,
      [
        `A statement of the US origin or content of line ${line.line} (the threshold for North Korea is 10 %).`,
      ],
    );
  }
  if (within === "wider") {
    return refers(
      "goods-code-too-short",
      `${name} may be forbidden by ${sayMeasure(measure)}: the code is too short to tell.`,
      [`An HS code of at least six digits for line ${line.line}.`],
    );
  }
  const claim = transaction.claims.find(
    (made) =>
      (made.about === about || made.about === "transaction") && measure.exceptions.includes(made.exception),
  );
  if (claim !== undefined) {
    return refers(
      "exception-claimed",
      `${name} is forbidden by ${sayMeasure(measure)}, unless the claimed exception (${claim.exception}) holds; a person must verify it.`,
      [`Proof of the exception ${claim.exception}: ${claim.evidence}`],
    );
  }
  if (scope.except?.some((one) => compareHs(code, one) !== "outside") === true) {
    return refers(
      "exception-possible",
      `${name} may fall under an exception of ${sayMeasure(measure)} (food or medicine); a person must decide.`,
      [`A classification of line ${line.line} as food, medicine or neither.`],
    );
  }
  if (measure.effect === "refers")
    return refers(
      "measure-asks",
      `${name}: ${sayMeasure(measure)} forbids ${measure.forbids} only on conditions. ${measure.question ?? ""}`.trim(),
      [measure.question ?? ""],
    );
  return {
    ...base,
    finding: "goods-prohibited",
    effect: "prohibits",
    words: `${name} is forbidden by ${sayMeasure(measure)}: ${measure.forbids}.`,
    evidence,
    wouldChange: [],
  };
}

function closest(comparisons: readonly ("within" | "wider" | "outside")[]): "within" | "wider" | "outside" {
  if (comparisons.includes("within")) return "within";
  return comparisons.includes("wider") ? "wider" : "outside";
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
        ? `Line ${line.line}, ${line.description}, has no HS code, so no goods measure can be excluded.`
        : `Line ${line.line}, ${line.description}: ${reason}.`,
    citations: asked.map(citeMeasure),
    evidence: [{ fact: "hs-code", query: line.hs, listed: null, weight: null }],
    wouldChange: [`The HS code of line ${line.line}.`],
    step: "measures",
  };
}

/** Measures that will forbid the line on a later day: why the same shipment has another answer then. */
function laterNotes({ world, transaction, bound, day }: Question, line: GoodsLine, about: string): Finding[] {
  const code = line.hs === null ? null : readHsCode(line.hs);
  if (code === null || code.kind === "invalid") return [];
  const later = world.measures.all.filter(
    (measure) =>
      measure.from > day &&
      bound.has(measure.binds) &&
      measure.country !== null &&
      touches(transaction, measure.country, measure.direction, line) &&
      measure.scope.kind === "goods" &&
      measure.scope.hs?.some((one) => compareHs(code.digits, one) === "within") === true,
  );
  return later.map((measure) => ({
    finding: "goods-prohibited-later",
    effect: "note",
    about,
    words: `${sayLine(line, code.digits)} is forbidden by ${sayMeasure(measure)} only from ${sayDay(measure.from)}.`,
    citations: [citeMeasure(measure)],
    evidence: [],
    wouldChange: [`A day from ${sayDay(measure.from)} on.`],
    step: "measures",
  }));
}

/** Services to or from the country, and work by its nationals. */
function meetWork(measure: Measure, transaction: Transaction): Finding | null {
  const { scope, country } = measure;
  if (country === null) return null;
  const national = country.toLowerCase();
  const workers = transaction.parties.flatMap(({ role, properties }, index) => {
    const works =
      role === "worker" ||
      (role === "payee" && transaction.services.length > 0) ||
      (role === "employer" && transaction.kind === "hire");
    const from = ["nationality", "citizenship", "country", "jurisdiction"].some((property) =>
      properties[property]?.some((value) => value.toLowerCase() === national),
    );
    return works && from ? [`party:${index + 1}`] : [];
  });
  const service =
    scope.kind === "services"
      ? transaction.services.findIndex(({ kind }) => scope.services.includes(kind))
      : -1;
  const about =
    scope.kind === "workers"
      ? workers[0]
      : service >= 0 && touches(transaction, country, measure.direction)
        ? `service:${service + 1}`
        : undefined;
  const cash =
    scope.kind === "services" &&
    scope.services.includes("financial") &&
    transaction.funds !== null &&
    touches(transaction, country, measure.direction)
      ? "transaction"
      : undefined;
  const where = about ?? cash;
  if (where === undefined) return null;
  const prohibits = measure.effect === "prohibits";
  return {
    finding: scope.kind === "workers" ? "worker-prohibited" : "service-prohibited",
    effect: measure.effect,
    about: where,
    words: `${sayMeasure(measure)} forbids ${measure.forbids}.${prohibits || measure.question === undefined ? "" : ` ${measure.question}`}`,
    citations: [citeMeasure(measure)],
    evidence: [],
    wouldChange: prohibits ? [] : [measure.question ?? ""],
    step: "measures",
  };
}
