import { z } from "zod";
import { askGoods, type GoodsSay, sayOtherDay } from "../../engine/check/ask-goods.ts";
import { daySchema } from "../../engine/day.ts";
import { countryCode } from "../../engine/entity/country.ts";
import { bundledMeasures } from "../../engine/goods/bundled-measures.ts";
import { bundledEverydayWords, bundledNomenclature } from "../../engine/goods/bundled-nomenclature.ts";
import { type CodeFinder, createCodeFinder } from "../../engine/goods/find-codes.ts";
import type { Nomenclature } from "../../engine/goods/nomenclature.ts";
import { Fault } from "../../fault.ts";
import type { Routes } from "../../platform/http/routes.ts";

const CODES_MAX = 20;

const CodesBody = z
  .object({ words: z.string().min(1).max(500), limit: z.int().min(1).max(CODES_MAX).optional() })
  .meta({ id: "CodesRequest" });
const Loose = z.record(z.string(), z.unknown());
const CodesAnswer = z.object({ codes: z.array(Loose) }).meta({ id: "CodesAnswer" });

const Country = z.string().min(2).max(60).describe("A code or a name in any usual language");
const AskBody = z
  .object({
    hs: z
      .string()
      .min(2)
      .max(20)
      .describe("Harmonized System code: 2, 4, 6, 8 or 10 digits, with or without dots"),
    to: Country.optional(),
    from: Country.optional(),
    at: daySchema,
    jurisdictions: z
      .array(z.string().regex(/^[a-z]{2}$/))
      .max(30)
      .default([])
      .describe("us, eu, gb …; those of the United Nations always bind"),
    underEar: z
      .boolean()
      .nullable()
      .default(null)
      .describe("Of US origin or content above the threshold; null where that is not known"),
    itemValue: z
      .object({
        currency: z.string().regex(/^[A-Z]{3}$/),
        amount: z.string().max(40),
        scale: z.int().min(0).max(9),
      })
      .nullable()
      .default(null),
  })
  .refine(({ to, from }) => (to === undefined) !== (from === undefined), "names either `to` or `from`")
  .meta({ id: "GoodsRequest" });

const GoodsAnswer = z
  .object({
    answer: z
      .enum(["clear", "refer", "prohibited"])
      .describe("What the measures say of the goods alone: no party, purpose or waiver is looked at"),
    placed: Loose,
    findings: z.array(Loose),
    otherDays: z.array(z.object({ state: z.enum(["ended", "to-come"]), words: z.string(), measure: Loose })),
    unasked: z.array(z.string()).describe("Rules that would bind if their jurisdiction were asked for"),
  })
  .meta({ id: "GoodsAnswer" });

function codeOf(country: string, where: string): string {
  const code = countryCode(country)?.toUpperCase();
  if (code !== undefined) return code;
  throw new Fault({ code: "input-invalid", file: "request", where, reason: `names no country: ${country}` });
}

function answerOf({ answer, placed, findings, otherDays, unasked }: GoodsSay): z.input<typeof GoodsAnswer> {
  return {
    answer,
    placed: { ...placed },
    findings: findings.map((finding) => ({ ...finding })),
    otherDays: otherDays.map((other) => ({
      state: other.state,
      words: sayOtherDay(other),
      measure: { ...other.measure },
    })),
    unasked: [...unasked],
  };
}

/** What goods are called by customs, and whether a measure is on them. */
export function goodsRoutes(): Routes {
  // Read when they are first asked for: most processes never are.
  let nomenclature: Nomenclature | null = null;
  let finder: CodeFinder | null = null;
  const codes = (): Nomenclature => {
    nomenclature ??= bundledNomenclature();
    return nomenclature;
  };
  return (api) => {
    const tags = ["Goods"];
    api.post(
      "/api/v1/goods/codes",
      {
        schema: {
          summary: "Codes that goods described in words may have; a person classifies",
          tags,
          body: CodesBody,
          response: { 200: CodesAnswer },
        },
        config: { permission: "checks.create" },
      },
      async ({ body: { words, limit } }) => {
        finder ??= createCodeFinder(codes(), bundledEverydayWords());
        return { codes: finder(words, limit ?? CODES_MAX).map((code) => ({ ...code })) };
      },
    );
    api.post(
      "/api/v1/goods/ask",
      {
        schema: {
          summary: "What the measures say of goods on a way on a day",
          tags,
          body: AskBody,
          response: { 200: GoodsAnswer },
        },
        config: { permission: "checks.create" },
      },
      async ({ body: { hs, to, from, at, jurisdictions, underEar, itemValue } }) => {
        const way =
          to === undefined
            ? { direction: "from" as const, country: codeOf(from ?? "", "from") }
            : { direction: "to" as const, country: codeOf(to, "to") };
        const world = { measures: bundledMeasures(), nomenclature: codes };
        return answerOf(
          askGoods(world, { hs, description: "goods", way, at, jurisdictions, underEar, itemValue }),
        );
      },
    );
  };
}
