import { NAME_LIMITS } from "../../names/limits.ts";
import type { NamedAlgorithm, Resemblance } from "./algorithm.ts";
import { type JaroScratch, jaroWinkler, newJaroScratch } from "./jaro-winkler.ts";
import type { ListedNames } from "./listed-names.ts";
import { soundex } from "./soundex.ts";

/** A part of a name less alike than this counts nothing, unless it sounds the same. */
const PART_MIN = 0.5;
/** Parts of the name entered of so few letters are left out, where others remain: KIM JONG UN is searched as KIM JONG. */
const SHORT_PART = 2;

/** Capitals without accents; apostrophes, commas and full stops are dropped, other signs part words. */
export function capitalWords(text: string): readonly string[] {
  return text
    .slice(0, NAME_LIMITS.charsMax)
    .normalize("NFKD")
    .replace(/\p{M}|['’‘ʼ`.,]+(?=\S)|["“”]/gu, (sign) => (sign.startsWith(",") ? " " : ""))
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .slice(0, NAME_LIMITS.tokensMax);
}

function partsOf(words: readonly string[]): readonly string[] {
  const long = words.filter((word) => word.length > SHORT_PART);
  return long.length > 0 ? long : words;
}

/** How alike a part of the name entered is to every word on the lists. */
function partScores(
  listed: ListedNames,
  sounds: readonly string[],
  part: string,
  scratch: JaroScratch,
): Float32Array {
  const sound = soundex(part);
  return Float32Array.from(listed.vocabulary, (word, at) => {
    const alike = jaroWinkler(part, word, scratch, "from-threshold");
    return alike >= PART_MIN || (sound !== "" && sound === sounds[at]) ? alike : 0;
  });
}

type Prepared = { readonly whole: string; readonly parts: readonly Float32Array[] };

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function nameScore(
  listed: ListedNames,
  name: number,
  asked: Prepared,
  scratch: JaroScratch,
): { readonly whole: number; readonly parts: number } {
  const [from, to] = [listed.wordStart[name] as number, listed.wordStart[name + 1] as number];
  let sum = 0;
  for (const part of asked.parts) {
    let best = 0;
    for (let at = from; at < to; at += 1) best = Math.max(best, part[listed.words[at] as number] as number);
    sum += best;
  }
  const text = listed.whole[name] as string;
  const sameFirst = asked.whole !== "" && text.charCodeAt(0) === asked.whole.charCodeAt(0);
  return {
    whole: sameFirst ? jaroWinkler(asked.whole, text, scratch, "always") : 0,
    parts: asked.parts.length === 0 ? 0 : sum / asked.parts.length,
  };
}

/** The best of all pairs of names, or null where none is alike. */
function resemblanceOf(
  listed: ListedNames,
  asked: readonly Prepared[],
  entity: number,
  scratch: JaroScratch,
): Resemblance | null {
  let best = { score: 0, subjectName: -1, listedName: -1, whole: 0, parts: 0 };
  const first = listed.nameStart[entity] as number;
  for (let name = first; name < (listed.nameStart[entity + 1] as number); name += 1) {
    for (let own = 0; own < asked.length; own += 1) {
      const { whole, parts } = nameScore(listed, name, asked[own] as Prepared, scratch);
      const score = Math.max(whole, parts);
      if (score > best.score) best = { score, subjectName: own, listedName: name - first, whole, parts };
    }
  }
  if (best.score === 0) return null;
  const { score, subjectName, listedName, whole, parts } = best;
  return {
    score,
    subjectName,
    listedName,
    pieces: [
      {
        feature: "whole-name-similarity",
        weight: whole,
        words: `The whole names are ${percent(whole)} alike by Jaro-Winkler${whole === 0 ? ": they do not begin with the same letter" : ""}.`,
      },
      {
        feature: "name-part-similarity",
        weight: parts,
        words: `Part by part the name entered is ${percent(parts)} alike by Jaro-Winkler and Soundex.`,
      },
    ],
  };
}

/**
 * The score of OFAC's Sanctions List Search as its FAQ 249 describes it: Jaro-Winkler over the whole name, and
 * Jaro-Winkler and Soundex over its parts; the higher of the two is the score. What the FAQ leaves open follows what the
 * public search is known to answer: whole names must begin with the same letter, and short parts are left out.
 */
export const OFAC_249: NamedAlgorithm = {
  name: "ofac-249",
  about:
    "The score of OFAC's Sanctions List Search as its FAQ 249 describes it (Jaro-Winkler over the whole name, Jaro-Winkler and Soundex over its parts, the higher of the two). A reconstruction: expect small differences. Only names count.",
  threshold: 1,
  wordsOf: capitalWords,
  open: (listed) => {
    const scratch = newJaroScratch();
    const sounds = listed.vocabulary.map(soundex);
    return (subjectNames) => {
      const asked = subjectNames.map((text): Prepared => {
        const words = capitalWords(text);
        return {
          whole: words.join(" "),
          parts: partsOf(words).map((part) => partScores(listed, sounds, part, scratch)),
        };
      });
      return (entity) => resemblanceOf(listed, asked, entity, scratch);
    };
  },
};
