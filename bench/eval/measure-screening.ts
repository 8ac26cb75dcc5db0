import { DEFAULT_POLICY } from "../../src/engine/match/policy.ts";
import { type Budget, budgetOf, recallAt, type Share, shareOf } from "../../src/service/evaluation/curve.ts";
import type { Figure, Row } from "./figure.ts";
import type { Negative } from "./negatives.ts";
import type { Positive } from "./positives.ts";
import type { Screened } from "./screening-messages.ts";

/** A positive with what was found, by name and facts and by the name alone. */
export type Asked = {
  readonly positive: Positive;
  readonly withFacts: Screened;
  readonly alone: Screened;
};

/** A negative with what was found. */
export type Left = { readonly negative: Negative; readonly withFacts: Screened; readonly alone: Screened };

/** All that was screened for the figures of screening. */
export type Screenings = {
  readonly positives: readonly Asked[];
  readonly clean: readonly Left[];
  readonly hard: readonly Left[];
  readonly near: readonly Left[];
  /** Listed parties under names of the further classes. */
  readonly further: readonly Asked[];
};

type By = "withFacts" | "alone";

/** Score of the right party, 0 where it is not among the matches. */
export function rightScore(asked: Asked, by: By): number {
  return asked[by].matches.find(({ id }) => asked.positive.right.includes(id))?.score ?? 0;
}

const topScore = (left: Left, by: By): number => left[by].matches[0]?.score ?? 0;

function percentRow(name: string, share: Share, reach?: number, more?: Row["more"]): Row {
  return {
    name,
    n: share.n,
    value: share.value * 100,
    low: share.low * 100,
    high: share.high * 100,
    ...(reach === undefined ? {} : { reach }),
    ...(more === undefined ? {} : { more }),
  };
}

type Reaches = { readonly all?: number; readonly person?: number; readonly organization?: number };

function recallRows(positives: readonly Asked[], by: By, budget: Budget, reaches: Reaches): readonly Row[] {
  const row = (name: string, wanted: (asked: Asked) => boolean, reach?: number): Row =>
    percentRow(
      name,
      recallAt(
        positives.filter(wanted).map((asked) => rightScore(asked, by)),
        budget,
      ),
      reach,
    );
  const classRows = (["person", "organization"] as const).flatMap((kind) => {
    const own = positives.filter(({ positive }) => positive.kind === kind);
    const classes = [...new Set(own.map(({ positive }) => positive.nameClass))];
    return classes.map((nameClass) =>
      row(
        `${kind}: ${nameClass}`,
        ({ positive }) => positive.kind === kind && positive.nameClass === nameClass,
      ),
    );
  });
  return [
    row("all", () => true, reaches.all),
    row("persons", ({ positive }) => positive.kind === "person", reaches.person),
    row("organizations", ({ positive }) => positive.kind === "organization", reaches.organization),
    ...classRows,
  ];
}

function dateRows(positives: readonly Asked[], budget: Budget): readonly Row[] {
  const persons = positives.filter(({ positive }) => positive.kind === "person");
  const classes = [...new Set(persons.map(({ positive }) => positive.dateClass))].sort();
  return classes.map((dateClass) =>
    percentRow(
      `birth date ${dateClass}`,
      recallAt(
        persons
          .filter(({ positive }) => positive.dateClass === dateClass)
          .map((asked) => rightScore(asked, "withFacts")),
        budget,
      ),
    ),
  );
}

const shown = (threshold: number): string => threshold.toFixed(4);

function cleanFigures({ positives, clean }: Screenings): readonly Figure[] {
  const facts = budgetOf(
    clean.map((left) => topScore(left, "withFacts")),
    1,
  );
  const alone = budgetOf(
    clean.map((left) => topScore(left, "alone")),
    1,
  );
  return [
    {
      id: "recall-with-facts",
      title:
        "Names written otherwise, with date and nationality: recall at ≤ 1 hit per 1,000 clean customers",
      about: `Listed names of OFAC and the UN, each written otherwise, with the birth date (right, vague, missing or slightly wrong) and nationality or country as far as listed, against all bundled lists. The score that 1 in 1,000 of ${clean.length} clean customers passes is ${shown(facts.threshold)}. Clean organizations are not at hand: the threshold is the persons'.`,
      unit: "percent",
      rows: [
        ...recallRows(positives, "withFacts", facts, { all: 99.5, person: 99.8 }),
        ...dateRows(positives, facts),
      ],
    },
    {
      id: "recall-name-alone",
      title: "The name alone: recall at ≤ 1 hit per 1,000 clean customers",
      about: `The same names without any other fact; the clean customers by their names alone. The score that 1 in 1,000 passes is ${shown(alone.threshold)}.`,
      unit: "percent",
      rows: recallRows(positives, "alone", alone, { all: 97 }),
    },
  ];
}

function negativeFigures({ positives, hard, near }: Screenings): readonly Figure[] {
  const hardBudget = budgetOf(
    hard.map((left) => topScore(left, "withFacts")),
    10,
  );
  const organizations = positives.filter(({ positive }) => positive.kind === "organization");
  const nearRows = ([10, 50] as const).flatMap((perThousand) =>
    (["withFacts", "alone"] as const).map((by) => {
      const budget = budgetOf(
        near.map((left) => topScore(left, by)),
        perThousand,
      );
      const share = recallAt(
        organizations.map((asked) => rightScore(asked, by)),
        budget,
      );
      const reach = perThousand === 10 ? 95 : 98;
      return percentRow(
        `≤ ${perThousand} per 1,000, ${by === "withFacts" ? "name and country" : "name alone"}`,
        share,
        by === "withFacts" ? reach : undefined,
        { threshold: Number(shown(budget.threshold)) },
      );
    }),
  );
  return [
    {
      id: "recall-hard-negatives",
      title: "Recall at ≤ 10 hits per 1,000 hard negatives",
      about: `The positives with their facts, against ${hard.length} persons who bear a listed given name with another listed family name of the same country and were born in another year; none bears a listed name by accident. The threshold is ${shown(hardBudget.threshold)}.`,
      unit: "percent",
      rows: recallRows(positives, "withFacts", hardBudget, { all: 99 }).slice(0, 3),
    },
    {
      id: "recall-near-misses",
      title: "Organizations: recall at ≤ 10 and ≤ 50 hits per 1,000 near-miss organizations",
      about: `Organizations written otherwise, against ${near.length} invented ones: a listed name whose rarest word is another real word of like rarity, in the same country.`,
      unit: "percent",
      rows: nearRows,
    },
  ];
}

function perThousandRow(name: string, left: readonly Left[], by: By, reach?: number): Row {
  const share = shareOf(left, (one) => topScore(one, by) >= DEFAULT_POLICY.threshold);
  return {
    name,
    n: share.n,
    value: share.value * 1_000,
    low: share.low * 1_000,
    high: share.high * 1_000,
    ...(reach === undefined ? {} : { reach }),
  };
}

function policyFigures({ positives, clean, hard, near }: Screenings): readonly Figure[] {
  const { threshold } = DEFAULT_POLICY;
  const found = (name: string, by: By, kind: Positive["kind"] | null, reach?: number): Row =>
    percentRow(
      name,
      shareOf(
        positives.filter(({ positive }) => kind === null || positive.kind === kind),
        (asked) => rightScore(asked, by) >= threshold,
      ),
      reach,
    );
  return [
    {
      id: "default-policy-recall",
      title: "At the default policy: recall",
      about: `The policy that is used where none is given (threshold ${threshold}).`,
      unit: "percent",
      rows: [
        found("with facts", "withFacts", null, 99),
        found("with facts, persons", "withFacts", "person"),
        found("with facts, organizations", "withFacts", "organization"),
        found("name alone", "alone", null),
        found("name alone, persons", "alone", "person"),
        found("name alone, organizations", "alone", "organization"),
      ],
    },
    {
      id: "default-policy-hits",
      title: "At the default policy: subjects with a hit, per 1,000",
      about: "How many of those who are not listed would be stopped.",
      unit: "per thousand",
      smaller: true,
      rows: [
        perThousandRow("clean customers, with facts", clean, "withFacts", 1),
        perThousandRow("clean customers, name alone", clean, "alone"),
        perThousandRow("hard negatives, with facts", hard, "withFacts"),
        perThousandRow("near-miss organizations, name and country", near, "withFacts"),
        perThousandRow("near-miss organizations, name alone", near, "alone"),
      ],
    },
  ];
}

function furtherFigure({ further, clean }: Screenings): Figure {
  const rows = (["withFacts", "alone"] as const).flatMap((by) => {
    const budget = budgetOf(
      clean.map((left) => topScore(left, by)),
      1,
    );
    const known = by === "withFacts" ? "with facts" : "name alone";
    return recallRows(further, by, budget, {})
      .slice(3)
      .map((row): Row => ({ ...row, name: `${row.name}, ${known}` }));
  });
  return {
    id: "recall-further-classes",
    title: "Further ways of writing: recall at ≤ 1 hit per 1,000 clean customers",
    about:
      "Ways that the classes above leave out and that no figure above counts: a given name more, the name as Hebrew writes foreign names, a word like Group or a country behind a company's name, a long company's name cut at 35 letters as payment messages do.",
    unit: "percent",
    rows,
  };
}

/** The figures of whole screenings. */
export function screeningFigures(screenings: Screenings): readonly Figure[] {
  return [
    ...cleanFigures(screenings),
    furtherFigure(screenings),
    ...negativeFigures(screenings),
    ...policyFigures(screenings),
  ];
}
