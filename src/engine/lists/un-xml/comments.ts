import { normalizeIdentifier } from "../../entity/identifier.ts";
import type { Draft } from "../draft.ts";

/** Measures that a comment names in the words `Listed pursuant to paragraphs … (Travel Ban, Asset Freeze)`. */
export function measuresIn(comment: string): readonly string[] {
  const found = /listed pursuant to[^()]*\([^()]*\)[^()]*\(([^()]*(?:ban|freeze)[^()]*)\)/iu.exec(
    comment.replace(/\s+/gu, " "),
  )?.[1];
  return found === undefined ? [] : found.split(/\s*(?:,|\band\b)\s*/iu).filter((part) => part !== "");
}

const NAME_END = String.raw`(?:was\s+)?((?:(?!\.\s|\.$)[^;,(\n])+)`;
const PARENTS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`father['’]?s?['’]? name(?:\s+is)?:?\s+${NAME_END}`, "iu"), "fatherName"],
  [new RegExp(String.raw`mother['’]?s?['’]? name(?:\s+is)?:?\s+${NAME_END}`, "iu"), "motherName"],
];

const VALUES: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, "email"],
  [/\b(?:tel(?:ephone)?|phone)(?:\s+(?:no|number))?s?\.?\s*:?\s*(\+?\d[\d\s()/-]{5,30}\d)/giu, "phone"],
  [/\bSWIFT(?:\/BIC)?(?:\s+code)?:?\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/gu, "swiftBic"],
  [/\bregistration number:?\s*([A-Z]{0,4}\d[\dA-Z/-]{3,})/giu, "registrationNumber"],
  [/\bVAT number:?\s*([A-Z]{0,3}\d{6,})/giu, "vatCode"],
];

/** Takes out of a comment the facts that have a property of their own; the comment itself is kept beside them. */
export function addFactsOf(draft: Draft, comment: string): void {
  const text = comment.replace(/\s+/gu, " ");
  for (const [shape, property] of PARENTS) {
    const name = shape.exec(text)?.[1]?.trim();
    if (name !== undefined && name.length < 80 && draft.allows(property)) draft.add(property, name);
  }
  for (const [shape, property] of VALUES) {
    if (!draft.allows(property)) continue;
    for (const match of text.matchAll(shape)) draft.add(property, (match[1] ?? match[0]).trim());
  }
  const imo = /\bIMO(?:\s+number)?:?\s*(\d{7})\b/iu.exec(text)?.[1];
  // Companies have an IMO number of their own, with another check rule than that of ships.
  if (imo !== undefined && draft.allows("imoNumber")) draft.add("imoNumber", imo);
  const gender = /\bgender:?\s*(male|female)\b/iu.exec(text)?.[1];
  if (gender !== undefined && draft.allows("gender")) draft.add("gender", gender);
  const lei = /\bLEI:?\s*([A-Z0-9]{20})\b/u.exec(text)?.[1];
  if (lei !== undefined && draft.allows("leiCode") && normalizeIdentifier("lei", lei).valid === true) {
    draft.add("leiCode", lei);
  }
}
