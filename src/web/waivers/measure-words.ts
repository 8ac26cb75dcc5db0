import listedParties from "../../../data/measures/listed-parties.json" with { type: "json" };
import northKorea from "../../../data/measures/north-korea.json" with { type: "json" };
import russia from "../../../data/measures/russia.json" with { type: "json" };
import { actIn } from "../../korean/acts.ts";
import { sayForbidden } from "../../korean/measure-sentences.ts";
import type { Language } from "../words/words.ts";

const MEASURES = new Map(
  [listedParties, northKorea, russia].flatMap(({ measures }) =>
    measures.map((one) => [one.id, one] as const),
  ),
);

/** A measure of the bundled data by the act and paragraph that it stands in, with what it forbids; any other by its id. */
export function sayMeasure(language: Language, id: string): string {
  const measure = MEASURES.get(id);
  if (measure === undefined) return id;
  const { forbids } = measure;
  return `${actIn(language, measure)}: ${language === "ko" ? (sayForbidden(forbids) ?? forbids) : forbids}`;
}
