import type { Draft } from "../draft.ts";
import type { EditionBuilder } from "../edition-builder.ts";
import { attributeOf, childrenOf, textAt, type XmlElement } from "../xml.ts";

/** Spellings that one name may give when several of its parts have several variants; more is a wall of words. */
const SPELLINGS_MAX = 24;

/** Where each part of a person's name goes; a whole name and a title are no part of one. */
const PARTS: ReadonlyMap<string, string | null> = new Map([
  ["family-name", "lastName"],
  ["given-name", "firstName"],
  ["further-given-name", "secondName"],
  ["father-name", "fatherName"],
  ["grand-father-name", "middleName"],
  ["maiden-name", "lastName"],
  ["suffix", "nameSuffix"],
  ["title", "title"],
  ["tribal-name", "weakAlias"],
  ["whole-name", null],
  ["other", null],
]);

type Part = { readonly type: string; readonly value: string; readonly variants: readonly XmlElement[] };

function partsOf(name: XmlElement): readonly Part[] {
  return childrenOf(name, "name-part")
    .map((part) => ({
      order: Number(attributeOf(part, "order") ?? "99"),
      type: attributeOf(part, "name-part-type") ?? "whole-name",
      value: (textAt(part, "value") ?? "").replace(/\s+/gu, " ").trim(),
      variants: childrenOf(part, "spelling-variant"),
    }))
    .sort((a, b) => a.order - b.order || 0);
}

function join(words: readonly string[]): string {
  return words.filter((word) => word !== "").join(" ");
}

/** Every way to write the name with one choice of each part, the first choices first. */
function combine(choices: readonly (readonly string[])[]): readonly string[] {
  let names: readonly string[] = [""];
  for (const words of choices) {
    names = names.flatMap((name) => words.map((word) => join([name, word]))).slice(0, SPELLINGS_MAX);
  }
  return names;
}

/** The name's spellings in each language and script that any part is spelt in; the other parts stay as they are. */
function spellings(parts: readonly Part[]): readonly string[] {
  const culture = (variant: XmlElement): string =>
    `${attributeOf(variant, "lang") ?? ""} ${attributeOf(variant, "script") ?? ""}`;
  const cultures = new Set(parts.flatMap(({ variants }) => variants.map(culture)));
  return [...cultures].flatMap((wanted) =>
    combine(
      parts.map(({ value, variants }) => {
        const spelt = variants
          .filter((variant) => culture(variant) === wanted)
          .map(({ text }) => text.trim());
        return spelt.length > 0 ? spelt : [value];
      }),
    ),
  );
}

function propertyOf(builder: EditionBuilder, name: XmlElement, main: boolean): string {
  const [type, quality] = [attributeOf(name, "name-type") ?? "", attributeOf(name, "quality") ?? ""];
  if (quality !== "" && !/^(?:good|low)$/u.test(quality))
    builder.unread(`name quality ${quality.slice(0, 40)}`);
  if (type === "formerly-known-as") return "previousName";
  if (type !== "" && type !== "primary-name" && type !== "alias") {
    builder.unread(`name-type ${type.slice(0, 40)}`);
  }
  if (quality === "low") return "weakAlias";
  return type === "primary-name" && main ? "name" : "alias";
}

/** Adds one name of an identity: whole in the list's order, its parts, and its spellings as aliases. */
export function addName(
  builder: EditionBuilder,
  draft: Draft,
  stated: { readonly name: XmlElement; readonly main: boolean },
): void {
  const all = partsOf(stated.name);
  const parts = all.filter(({ type }) => type !== "title");
  const whole = join(parts.map(({ value }) => value));
  const wanted = propertyOf(builder, stated.name, stated.main);
  const property = wanted === "name" && draft.values("name").length > 0 ? "alias" : wanted;
  draft.add(property, whole);
  const spelt = property === "name" ? "alias" : property;
  draft.add(spelt, ...spellings(parts).filter((name) => name !== whole));
  if (draft.schema !== "Person") return;
  for (const { type, value } of all) {
    const part = PARTS.get(type);
    if (part === undefined) builder.unread(`name-part-type ${type.slice(0, 40)}`);
    else if (part !== null && property !== "weakAlias") draft.add(part, value);
  }
}
