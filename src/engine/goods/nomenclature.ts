import { z } from "zod";
import { parseData } from "../../parse.ts";

const code = z.string().regex(/^\d{2}(\d{2}){0,2}$/);
const words = z.record(code, z.string().min(1));
const replaced = z.record(
  z.string().regex(/^\d{6}$/),
  z
    .array(z.string().regex(/^\d{6}$/))
    .min(1)
    .readonly(),
);

const nomenclatureSchema = z.strictObject({
  edition: z.literal(2022),
  codes: words,
  former: z.strictObject({ "2012": replaced, "2017": replaced }),
  korean: words,
});

/** The Harmonized System in words: what a code means, and what became of codes of earlier editions. */
export type Nomenclature = {
  /** English words by code of 2, 4 or 6 digits (HS 2022). */
  readonly english: ReadonlyMap<string, string>;
  /** Korean titles by heading; “…” where the source cut them. */
  readonly korean: ReadonlyMap<string, string>;
  /** Codes that HS 2022 has no longer, with the newest edition that had them and the codes that took their place. */
  readonly former: ReadonlyMap<string, { readonly edition: 2012 | 2017; readonly now: readonly string[] }>;
};

/** A nomenclature as its file holds it. */
export type NomenclatureDocument = Pick<z.infer<typeof nomenclatureSchema>, "codes" | "korean" | "former">;

/** Validates a nomenclature's document and reads it. Throws `data-invalid` with the place and the reason. */
export function readNomenclature(value: unknown, file: string): Nomenclature {
  return nomenclatureOf(parseData(nomenclatureSchema, value, file));
}

/** The nomenclature of a document that is known to be sound. */
export function nomenclatureOf({ codes, korean, former }: NomenclatureDocument): Nomenclature {
  const of = (edition: 2012 | 2017) =>
    Object.entries(former[edition]).map(([old, now]) => [old, { edition, now }] as const);
  return {
    english: new Map(Object.entries(codes)),
    korean: new Map(Object.entries(korean)),
    former: new Map([...of(2012), ...of(2017)]),
  };
}

/** Where a code stands in the Harmonized System. National digits after the sixth are each country's own. */
export type Placed =
  | {
      readonly kind: "current";
      /** The code as far as the Harmonized System goes: at most six digits. */
      readonly code: string;
      /** From the chapter down to the code, each with its words. */
      readonly path: readonly {
        readonly code: string;
        readonly english: string;
        readonly korean: string | null;
      }[];
    }
  | {
      readonly kind: "former";
      readonly code: string;
      readonly edition: 2012 | 2017;
      /** Codes of the same heading, to which most goods went. */
      readonly now: readonly string[];
      /** Codes of other headings, to which some went. */
      readonly elsewhere: readonly string[];
    }
  | { readonly kind: "unknown"; readonly code: string };

/** Digits of the Harmonized System itself; further ones are a country's own. */
const HS_DIGITS = 6;

/** Finds a code of 2, 4, 6, 8 or 10 digits (without dots). */
export function placeCode(nomenclature: Nomenclature, digits: string): Placed {
  const own = digits.slice(0, HS_DIGITS);
  if (nomenclature.english.has(own)) {
    const path = [2, 4, HS_DIGITS]
      .filter((length) => length <= own.length)
      .map((length) => {
        const part = own.slice(0, length);
        return {
          code: part,
          english: nomenclature.english.get(part) ?? "",
          korean: nomenclature.korean.get(part) ?? null,
        };
      });
    return { kind: "current", code: own, path };
  }
  // A heading that is gone is known by the codes that stood under it.
  const gone = [...nomenclature.former].filter(([old]) => old.startsWith(own));
  if (own.length < 4 || gone.length === 0) return { kind: "unknown", code: own };
  const now = [...new Set(gone.flatMap(([, former]) => former.now))].sort();
  const heading = own.slice(0, 4);
  return {
    kind: "former",
    code: own,
    edition: gone.some(([, { edition }]) => edition === 2017) ? 2017 : 2012,
    now: now.filter((one) => one.startsWith(heading)),
    elsewhere: now.filter((one) => !one.startsWith(heading)),
  };
}
