import { z } from "zod";
import { askGoods } from "../../engine/check/ask-goods.ts";
import { daySchema } from "../../engine/day.ts";
import { bundledMeasures } from "../../engine/goods/bundled-measures.ts";
import { bundledEverydayWords, bundledNomenclature } from "../../engine/goods/bundled-nomenclature.ts";
import { type CodeFinder, createCodeFinder, FIND_LIMITS } from "../../engine/goods/find-codes.ts";
import type { Measures } from "../../engine/goods/measure.ts";
import type { Nomenclature } from "../../engine/goods/nomenclature.ts";
import { moneySchema } from "../../engine/transaction.ts";
import type { Routes } from "../../platform/http/routes.ts";

const Country = z.string().regex(/^[A-Z]{2}$/, "two capital letters (ISO 3166-1), such as KP");

const GoodsAsk = z
  .object({
    hs: z.string().min(2).max(20).describe("An HS code of 2 to 10 digits"),
    direction: z.enum(["to", "from"]),
    country: Country,
    at: daySchema.optional().describe("YYYY-MM-DD; today (UTC) where it is left out"),
    jurisdictions: z
      .array(z.string().regex(/^[a-z]{2}$/))
      .max(10)
      .default([]),
    underEar: z
      .boolean()
      .nullable()
      .default(null)
      .describe("Subject to US export control, or null where not known"),
    itemValue: moneySchema.nullable().default(null),
  })
  .meta({ id: "GoodsAsk" });

const Part = z.object({ code: z.string(), english: z.string(), korean: z.string().nullable() });

const Placed = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("current"), code: z.string(), path: z.array(Part) }),
    z.object({
      kind: z.literal("former"),
      code: z.string(),
      edition: z.union([z.literal(2012), z.literal(2017)]),
      now: z.array(z.string()),
      elsewhere: z.array(z.string()),
    }),
    z.object({ kind: z.literal("unknown"), code: z.string() }),
  ])
  .meta({ id: "PlacedCode" });

const GoodsFinding = z
  .object({
    finding: z.string(),
    effect: z.enum(["prohibits", "refers", "permits", "note"]),
    words: z.string(),
    citations: z.array(
      z.object({
        id: z.string(),
        instrument: z.string(),
        paragraph: z.string(),
        inForceFrom: z.string(),
        inForceUntil: z.string().nullable(),
        basis: z.enum(["read", "background"]),
        source: z.string(),
      }),
    ),
    wouldChange: z.array(z.string()),
  })
  .meta({ id: "GoodsFinding" });

const GoodsAnswer = z
  .object({
    answer: z.enum(["clear", "refer", "prohibited"]),
    at: z.string(),
    placed: Placed,
    findings: z.array(GoodsFinding),
    measures: z.string().describe("SHA-256 of the measures"),
  })
  .meta({ id: "GoodsAnswer" });

const CodesAsk = z
  .object({
    words: z.string().min(1).max(FIND_LIMITS.queryCharsMax),
    limit: z.int().min(1).max(FIND_LIMITS.suggestionsMax).default(10),
  })
  .meta({ id: "CodesAsk" });

const Codes = z
  .object({
    suggestions: z.array(
      z.object({
        code: z.string(),
        english: z.string(),
        korean: z.string().nullable(),
        reasons: z.array(z.string()),
        asks: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "CodeSuggestions" });

type Tables = {
  readonly measures: Measures;
  readonly nomenclature: () => Nomenclature;
  readonly find: CodeFinder;
};

function readTables(): Tables {
  const nomenclature = bundledNomenclature();
  return {
    measures: bundledMeasures(),
    nomenclature: () => nomenclature,
    find: createCodeFinder(nomenclature, bundledEverydayWords()),
  };
}

/** What the measures say of goods, by code; and which codes goods may have, by words. */
export function goodsRoutes({ now }: { readonly now: () => Date }): Routes {
  // Read when first asked for: a third of a second that nobody should wait for at the start.
  let tables: Tables | null = null;
  const opened = (): Tables => {
    tables ??= readTables();
    return tables;
  };
  const tags = ["Goods"];
  const config = { permission: "lists.read" } as const;
  return (api) => {
    api.post(
      "/api/v1/goods/ask",
      {
        schema: {
          summary: "What the measures say of goods on a way on a day",
          tags,
          body: GoodsAsk,
          response: { 200: GoodsAnswer },
        },
        config,
      },
      async ({ body }) => {
        const at = body.at ?? now().toISOString().slice(0, 10);
        const world = opened();
        const { hs, direction, country, jurisdictions, underEar, itemValue } = body;
        const said = askGoods(world, {
          hs,
          description: "goods",
          way: { direction, country },
          at,
          jurisdictions,
          underEar,
          itemValue,
        });
        return {
          answer: said.answer,
          at,
          placed: placedMessage(said.placed),
          findings: said.findings.map(({ finding, effect, words, citations, wouldChange }) => ({
            finding,
            effect,
            words,
            citations: citations.flatMap((citation) => (citation.kind === "measure" ? [citation] : [])),
            wouldChange: [...wouldChange],
          })),
          measures: world.measures.hash,
        };
      },
    );
    api.post(
      "/api/v1/goods/codes",
      {
        schema: {
          summary: "Codes that goods described in words may have",
          tags,
          body: CodesAsk,
          response: { 200: Codes },
        },
        config,
      },
      async ({ body: { words, limit } }) => ({
        suggestions: opened()
          .find(words, limit)
          .map((suggestion) => ({ ...suggestion, reasons: [...suggestion.reasons] })),
      }),
    );
  };
}

function placedMessage(placed: ReturnType<typeof askGoods>["placed"]): z.input<typeof Placed> {
  switch (placed.kind) {
    case "current":
      return { ...placed, path: [...placed.path] };
    case "former":
      return { ...placed, now: [...placed.now], elsewhere: [...placed.elsewhere] };
    case "unknown":
      return placed;
  }
}
