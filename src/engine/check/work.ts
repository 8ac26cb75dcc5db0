import { inForceOn, type Measure } from "../goods/measure.ts";
import type { Party } from "../transaction.ts";
import type { Finding } from "../verdict.ts";
import { citeMeasure } from "./cite.ts";
import { type MeasureResult, type Prohibition, sayMeasure } from "./goods.ts";
import { sayParty } from "./parties.ts";
import { comesFrom, goesTo, isOfCountry, type Question, type World } from "./world.ts";

/** What of a question measures on work are asked with. */
type WorkQuestion = Pick<Question, "transaction" | "day" | "bound"> & {
  readonly world: Pick<World, "measures">;
};

/** What a measure met: where, and in what words. */
type Met = { readonly about: string; readonly words: string; readonly certain: boolean };

/** Asks every measure in force about services, money, work and projects. */
export function workFindings(question: WorkQuestion): MeasureResult {
  const prohibitions: Prohibition[] = [];
  const findings: Finding[] = [];
  const { world, day, bound } = question;
  for (const measure of world.measures.all) {
    if (!bound.has(measure.binds) || !inForceOn(measure, day)) continue;
    for (const met of meetings(question, measure)) {
      const finding = workFinding(measure, met);
      if (finding.effect === "prohibits") prohibitions.push({ finding, measure, line: null });
      else findings.push(finding);
    }
  }
  // Where work is forbidden outright, what an earlier paragraph would have asked about it no longer matters.
  const settled = new Set(
    prohibitions
      .filter(({ measure }) => measure.scope.kind === "workers")
      .map(({ finding }) => finding.about),
  );
  return {
    prohibitions,
    findings: findings.filter(
      ({ finding, about }) => finding !== "worker-asked-about" || !settled.has(about),
    ),
  };
}

function meetings(question: WorkQuestion, measure: Measure): readonly Met[] {
  const { transaction } = question;
  const { scope, country, direction } = measure;
  if (country === null) return [];
  const touches = (what: "goods" | "money") =>
    (direction !== "from" && goesTo(transaction, country, what)) ||
    (direction !== "to" && comesFrom(transaction, country, what));
  switch (scope.kind) {
    case "services": {
      const services = transaction.services.flatMap(({ kind, line, description }, index) =>
        scope.services.includes(kind) && touches("goods")
          ? [{ about: `service:${index + 1}`, words: `Service ${line}, ${description}`, certain: true }]
          : [],
      );
      const funds = transaction.funds !== null && scope.services.includes("financial") && touches("money");
      return funds ? [...services, { about: "transaction", words: "The payment", certain: true }] : services;
    }
    case "workers":
      return workersOf(question, country);
    case "projects":
      return transaction.kind === "project" &&
        (touches("goods") || transaction.parties.some((party) => isOfCountry(party, country)))
        ? [{ about: "transaction", words: "The project", certain: true }]
        : [];
    default:
      return [];
  }
}

/**
 * Parties of the country that are paid for work. The criterion is the resolution's own, nationality, as the papers state
 * it. A company of the country may send workers; whether it does is a question.
 */
function workersOf({ transaction }: WorkQuestion, country: string): readonly Met[] {
  const isWork = transaction.kind === "hire" || transaction.services.length > 0;
  return transaction.parties.flatMap((party, index) => {
    const works =
      party.role === "worker" || (isWork && (party.role === "payee" || party.role === "employer"));
    if (!works || !isOfCountry(party, country)) return [];
    return [{ about: `party:${index + 1}`, words: sayParty(party), certain: isPerson(party) }];
  });
}

const isPerson = ({ schema, role }: Party) => schema === "Person" || role === "worker";

function workFinding(measure: Measure, { about, words, certain }: Met): Finding {
  const worker = measure.scope.kind === "workers";
  const prohibits = measure.effect === "prohibits" && certain;
  const asks = measure.question ?? "Do nationals of that country earn the income abroad?";
  return {
    finding: `${worker ? "worker" : measure.scope.kind === "projects" ? "project" : "service"}-${prohibits ? "prohibited" : "asked-about"}`,
    effect: prohibits ? "prohibits" : "refers",
    about,
    words: `${words}: ${sayMeasure(measure)} forbids ${measure.forbids}.${prohibits ? "" : ` ${asks}`}`,
    citations: [citeMeasure(measure)],
    evidence: [],
    wouldChange: prohibits ? [] : [asks],
    step: "measures",
  };
}
