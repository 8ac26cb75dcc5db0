import { sayDay } from "../day.ts";
import { readHsCode } from "../goods/hs-code.ts";
import { inForceOn, type Measure, type Measures } from "../goods/measure.ts";
import { type Nomenclature, type Placed, placeCode } from "../goods/nomenclature.ts";
import { type Money, parseTransaction } from "../transaction.ts";
import type { Answer, Finding } from "../verdict.ts";
import { goodsFindings, sayMeasure } from "./goods.ts";
import { boundJurisdictions } from "./world.ts";

/** One kind of goods on one way on one day. */
export type GoodsAsk = {
  readonly hs: string;
  readonly description: string;
  readonly way: { readonly direction: "to" | "from"; readonly country: string };
  /** YYYY-MM-DD. */
  readonly at: string;
  /** Jurisdictions that bind beside the United Nations': `us`, `eu`, `gb`. */
  readonly jurisdictions: readonly string[];
  /** True where the goods have no US origin or content above the threshold; null where that is not known. */
  readonly underEar: boolean | null;
  /** What one item is worth, where it is known: some measures begin at a value. */
  readonly itemValue: Money | null;
};

/** What the measures say of it, before any party or waiver is looked at. */
export type GoodsSay = {
  readonly answer: Exclude<Answer, "permitted">;
  readonly placed: Placed;
  /** In the order of their weight: what prohibits, what refers, what is noted. */
  readonly findings: readonly Finding[];
  /** Measures on these goods and this way that are no longer or not yet in force on the day. */
  readonly otherDays: readonly { readonly measure: Measure; readonly state: "ended" | "to-come" }[];
  /** Rules that would bind if the jurisdiction were one of those asked for. */
  readonly unasked: readonly string[];
};

const ORDER: Readonly<Record<Finding["effect"], number>> = { prohibits: 0, refers: 1, permits: 2, note: 3 };

/** Asks the measures about one line, as a check would. Throws `input-invalid` where the code is none. */
export function askGoods(
  world: { readonly measures: Measures; readonly nomenclature: () => Nomenclature },
  ask: GoodsAsk,
): GoodsSay {
  const { way, at } = ask;
  const read = readHsCode(ask.hs);
  const transaction = parseTransaction(
    {
      kind: "shipment",
      reference: "goods",
      purpose: "",
      parties: [],
      goods: [
        {
          line: "1",
          description: ask.description,
          hs: ask.hs,
          quantity: { amount: "1", scale: 0, unit: "item" },
          ...(way.direction === "from" ? { origin: way.country } : {}),
          ...(ask.itemValue === null ? {} : { unitValue: ask.itemValue }),
          ...(ask.underEar === null ? {} : { controls: ask.underEar ? ["ear"] : [] }),
        },
      ],
      [way.direction]: way.country,
      jurisdictions: [...ask.jurisdictions],
    },
    "goods",
  );
  const bound = boundJurisdictions(transaction);
  const { prohibitions, findings } = goodsFindings({ world, transaction, day: at, bound });
  // The other end of the way is not asked about here.
  const met = [...prohibitions.map(({ finding }) => finding), ...findings].filter(
    ({ finding }) => finding !== "goods-destination-missing" && finding !== "goods-origin-missing",
  );
  const digits = read.kind === "code" ? read.digits : "";
  return {
    answer: met.some(({ effect }) => effect === "prohibits")
      ? "prohibited"
      : met.some(({ effect }) => effect === "refers")
        ? "refer"
        : "clear",
    placed: placeCode(world.nomenclature(), digits),
    findings: met.toSorted((a, b) => ORDER[a.effect] - ORDER[b.effect]),
    ...elsewhere(world, ask, bound),
  };
}

/** The same question on other days and under other rules: what a reader would ask next. */
function elsewhere(
  world: Parameters<typeof askGoods>[0],
  ask: GoodsAsk,
  bound: ReadonlySet<string>,
): Pick<GoodsSay, "otherDays" | "unasked"> {
  const reaches = (measure: Measure): boolean => {
    if (measure.country !== ask.way.country || measure.scope.kind !== "goods" || measure.scope.hs === null)
      return false;
    if (measure.direction !== "any" && measure.direction !== ask.way.direction) return false;
    const code = ask.hs.replace(/[\s.]/g, "");
    return measure.scope.hs.some((one) => code.startsWith(one));
  };
  const all = world.measures.all.filter(reaches);
  return {
    otherDays: all.flatMap((measure) =>
      !bound.has(measure.binds) || inForceOn(measure, ask.at)
        ? []
        : [{ measure, state: measure.from > ask.at ? ("to-come" as const) : ("ended" as const) }],
    ),
    unasked: [
      ...new Set(
        all.filter((one) => !bound.has(one.binds) && inForceOn(one, ask.at)).map(({ binds }) => binds),
      ),
    ].sort(),
  };
}

/** A measure of another day in a sentence. */
export function sayOtherDay({ measure, state }: GoodsSay["otherDays"][number]): string {
  const name = sayMeasure(measure);
  return state === "to-come"
    ? `${name} forbids ${measure.forbids} from ${sayDay(measure.from)} on.`
    : `${name} forbade ${measure.forbids} until ${sayDay(measure.until ?? "")}.`;
}
