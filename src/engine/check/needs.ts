import { check } from "../check.ts";
import type { Transaction } from "../transaction.ts";
import type { Citation, Verdict } from "../verdict.ts";
import { type AnnexLine, type ApplicationFile, EMPTY_APPLICATION } from "../waivers/application.ts";
import { bundledForms } from "../waivers/bundled-forms.ts";
import type { WaiverTemplate } from "../waivers/template.ts";
import { goesTo, type World } from "./world.ts";

/** Facts that only the one who asks knows. */
export type NeedFacts = {
  /** A non-governmental organisation that US rules bind asks. */
  readonly usNgo: boolean;
  /** Money of the Inter-Korean Cooperation Fund pays for it. */
  readonly fundMoney: boolean;
};

/** An approval that a transaction needs, and why. */
export type Need = {
  readonly template: WaiverTemplate;
  /** A sentence each: the prohibition that it lifts, or the fact from which it follows. */
  readonly because: readonly string[];
  /** Lines of the transaction that it is needed for; all of them where it follows from a fact. */
  readonly lines: readonly string[];
  readonly measures: readonly string[];
  /** The paragraphs that stand in the way. */
  readonly provisions: readonly string[];
  /** True where waivers held cover every one of its prohibitions. */
  readonly isHeld: boolean;
};

/** What one would need: the approvals, what no approval can help, and the file that an application begins with. */
export type Needs = {
  readonly verdict: Verdict;
  readonly needs: readonly Need[];
  /** Prohibitions that no authority waives here, and doubts that come first. */
  readonly first: readonly string[];
  readonly file: ApplicationFile;
};

/** Places on the way by land over the Military Demarcation Line, as routes name them. */
const MDL_PLACES = /dorasan|kaesong|kaes[oŏ]ng|panmunj|jejin|goseong|kos[oŏ]ng|개성|도라산|판문점|고성/i;

type Prohibited = {
  readonly measure: Extract<Citation, { readonly kind: "measure" }>;
  readonly line: string | null;
  readonly words: string;
  readonly isHeld: boolean;
};

/**
 * What would be needed to send this? The transaction is checked as it stands; each prohibition, whether a waiver held covers it
 * or not, leads to the approvals that lift it, and facts lead to those that no measure asks for.
 */
export function needsOf(
  world: World,
  transaction: Transaction,
  at: string,
  facts: NeedFacts = { usNgo: false, fundMoney: false },
): Needs {
  const verdict = check(world, transaction, at);
  const prohibited = prohibitionsIn(verdict, transaction);
  const stated = statedFacts(transaction, facts);
  const needs = bundledForms().templates.flatMap((template): Need[] => {
    const own = prohibited.filter(
      ({ measure }) =>
        template.needed.measures.some((prefix) => measure.id.startsWith(prefix)) &&
        authoritiesOf(world, measure.id).includes(template.authority ?? ""),
    );
    const because = template.needed.facts.flatMap((fact) => stated.get(fact) ?? []);
    if (own.length === 0 && because.length === 0) return [];
    return [
      {
        template,
        because: [...new Set([...own.map(({ words }) => words), ...because])],
        lines: [
          ...new Set(
            own.length === 0
              ? transaction.goods.map(({ line }) => line)
              : own.flatMap(({ line }) => (line === null ? [] : [line])),
          ),
        ],
        measures: [...new Set(own.map(({ measure }) => measure.id))],
        provisions: [...new Set(own.map(({ measure }) => sayProvision(measure)))],
        isHeld: own.length > 0 && own.every(({ isHeld }) => isHeld),
      },
    ];
  });
  const lifted = new Set(needs.flatMap(({ measures }) => measures));
  const first = [
    ...prohibited.filter(({ measure }) => !lifted.has(measure.id)).map(({ words }) => words),
    ...verdict.findings.filter(({ effect }) => effect === "refers").map(({ words }) => words),
  ];
  return { verdict, needs, first: [...new Set(first)], file: beginFile(transaction, needs) };
}

const authoritiesOf = (world: World, id: string): readonly string[] =>
  world.measures.all.find((measure) => measure.id === id)?.authorities ?? [];

function prohibitionsIn({ findings }: Verdict, { goods }: Transaction): readonly Prohibited[] {
  return findings.flatMap(({ effect, about, words, citations }) => {
    const isHeld = effect === "permits";
    if (effect !== "prohibits" && !isHeld) return [];
    const [kind, number] = about.split(":");
    const line = kind === "goods" ? (goods[Number(number) - 1]?.line ?? null) : null;
    return citations.flatMap((measure) =>
      measure.kind === "measure"
        ? [{ measure, line, words: words.split(" No waiver of ")[0] ?? words, isHeld }]
        : [],
    );
  });
}

const sayProvision = ({ instrument, paragraph }: Prohibited["measure"]): string =>
  paragraph === "" ? instrument : `${instrument}, paragraph ${paragraph}`;

type FactName = WaiverTemplate["needed"]["facts"][number];

function statedFacts(transaction: Transaction, facts: NeedFacts): ReadonlyMap<FactName, string> {
  const found = new Map<FactName, string>();
  const toNorth = goesTo(transaction, "KP", "goods");
  const { route, from } = transaction;
  if (toNorth && transaction.goods.length > 0)
    found.set("into-kp", "The goods go to North Korea, where somebody must be ready to receive them.");
  if (toNorth && from === "KR")
    found.set("from-kr-to-kp", "The goods leave the Republic of Korea for the North.");
  if (toNorth && route.some((place) => MDL_PLACES.test(place)))
    found.set("crosses-mdl", `The route ${route.join(" – ")} crosses the Military Demarcation Line.`);
  if (facts.usNgo || transaction.claims.some(({ exception }) => exception === "us-ngo-activities"))
    found.set(
      "us-ngo",
      "A non-governmental organisation relies on the general licence of 31 CFR 510.512, which asks for notice.",
    );
  if (facts.fundMoney) found.set("fund-money", "Money of the Inter-Korean Cooperation Fund pays for it.");
  return found;
}

const ROLES = new Set([
  "supplier",
  "manufacturer",
  "carrier",
  "forwarder",
  "consignee",
  "end-user",
  "applicant",
]);

/** The form begun: everything that the transaction says already stands in it. */
function beginFile(transaction: Transaction, needs: readonly Need[]): ApplicationFile {
  const lines = new Set(needs.flatMap((need) => need.lines));
  const supplier = transaction.parties.find(({ role }) => role === "supplier")?.properties.name?.[0] ?? "";
  const provisions = needs.flatMap((need) => need.provisions);
  return {
    ...EMPTY_APPLICATION,
    approvals: needs.filter(({ isHeld }) => !isHeld).map(({ template }) => template.id),
    description: transaction.purpose,
    provisions: [...new Set(provisions)].slice(0, 100),
    goingFrom: transaction.from,
    goingTo: transaction.to,
    transfers:
      transaction.route.length === 0
        ? []
        : [
            {
              from: null,
              until: null,
              route: transaction.route,
              method: "",
              departure: transaction.route[0] ?? "",
              entry: "",
            },
          ],
    parties: transaction.parties.map(({ role, schema, properties }) => ({
      role: ROLES.has(role) ? (role as "supplier") : role.endsWith("bank") ? "bank" : "other",
      schema,
      properties,
    })),
    lines: transaction.goods
      .filter(({ line }) => lines.has(line))
      .map(
        ({ line, description, hs, quantity, unitValue, origin }): AnnexLine => ({
          line,
          item: description.slice(0, 400),
          hs,
          quantity,
          unitValue: unitValue ?? null,
          origin: origin ?? null,
          maker: "",
          specification: "",
          supplier: supplier.slice(0, 400),
          shipment: transaction.route.length === 0 ? null : 1,
          shipOn: null,
          controlNumber: null,
        }),
      ),
  };
}
