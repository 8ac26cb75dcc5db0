import { type Entity, valuesOf } from "../../src/engine/entity/entity.ts";
import type { Subject } from "../../src/engine/match/subject.ts";
import { namesOf } from "../../src/engine/match/target.ts";
import type { Snapshot } from "../../src/engine/snapshot/snapshot.ts";
import { isLatin } from "../eval/fold.ts";
import { seeded } from "../seeded.ts";
import type { AskedPair } from "./pairs.ts";

const QUERIES = 4_000;
/** Questions of each of the kinds that cost most, which are rare in the mix. */
const HARD = 200;
const LONG_LETTERS_MIN = 45;
/** Names of one word that many listed names hold. */
const COMMON_WORDS =
  "Ahmad Mohammed Ali Hassan Maria Ivan Kim Li Khan Hussain Aleksandr Abdul Trading Company Limited International General Group".split(
    " ",
  );
const SEED = 20_190_314;

function mistyped(name: string, random: () => number): string {
  const letters = [...name];
  const at = Math.floor(random() * Math.max(1, letters.length - 1));
  [letters[at], letters[at + 1]] = [letters[at + 1] ?? "", letters[at] ?? ""];
  return letters.join("");
}

/** The facts that a customer's record has beside the name. */
function factsOf(entity: Entity): Record<string, readonly string[]> {
  const facts = ["birthDate", "nationality"].map(
    (name) => [name, valuesOf(entity, name).slice(0, 1)] as const,
  );
  return Object.fromEntries(facts.filter(([, values]) => values.length > 0));
}

/** A question of the bench: whom it is about where that party is listed, and what kind of question it is. */
export type Asked = { readonly subject: Subject; readonly wanted: string | null; readonly kind: string };

/**
 * Of the mix half are strangers made of the lists' own words, a quarter listed names as they stand (in all scripts), a
 * quarter with two letters swapped; with birth date and nationality where the listed party has them. After it, by
 * themselves, come names of one common word and the longest names, without facts.
 */
export function queriesOf(snapshot: Snapshot): readonly Asked[] {
  const random = seeded(SEED);
  const pick = (isWanted: (text: string) => boolean = () => true): { entity: Entity; text: string } => {
    for (;;) {
      const entity = snapshot.entity(Math.floor(random() * snapshot.targets));
      const names = namesOf(entity).filter(({ kind }) => kind !== "weakAlias");
      const name = names[Math.floor(random() * names.length)];
      if (name !== undefined && isWanted(name.text)) return { entity, text: name.text };
    }
  };
  const mix = Array.from({ length: QUERIES }, (_, at): Asked => {
    const { entity, text } = pick();
    const { id, schema } = entity;
    const ask = (name: string, wanted: string | null, kind: string): Asked => ({
      subject: { schema, properties: { name: [name], ...factsOf(entity) } },
      wanted,
      kind,
    });
    if (at % 4 === 2) return ask(text, id, isLatin(text) ? "listed" : "other script");
    if (at % 4 === 3) return ask(mistyped(text, random), id, "mistyped");
    const other = pick().text.split(" ");
    return ask([...text.split(" ").slice(0, 1), ...other.slice(-1)].join(" "), null, "stranger");
  });
  const common = COMMON_WORDS.map((name): Asked => {
    return { subject: { schema: "LegalEntity", properties: { name: [name] } }, wanted: null, kind: COMMON };
  });
  const long = Array.from({ length: HARD }, (): Asked => {
    const { entity, text } = pick((name) => name.length >= LONG_LETTERS_MIN && isLatin(name));
    const subject = { schema: entity.schema, properties: { name: [text] } };
    return { subject, wanted: entity.id, kind: LONG };
  });
  return [...mix, ...common, ...long];
}

const [COMMON, LONG] = ["one common word", "long name"];
/** Kinds of question that are asked by themselves, not in the mix. */
export const APART: readonly string[] = [COMMON, LONG];

/** Listed names, a letter wrong in each, to be compared with the very name. */
export function pairsOf(snapshot: Snapshot): readonly AskedPair[] {
  const random = seeded(SEED);
  return Array.from({ length: 1_000 }, (): AskedPair => {
    const entity = Math.floor(random() * snapshot.targets);
    const listed = snapshot.entity(entity);
    const name = mistyped(namesOf(listed)[0]?.text ?? "", random);
    return { subject: { schema: listed.schema, properties: { name: [name], ...factsOf(listed) } }, entity };
  }).filter(({ subject }) => isLatin(subject.properties.name?.[0] ?? ""));
}
