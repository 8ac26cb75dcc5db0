import { analyzeName } from "../../names/name.ts";
import type { NamedAlgorithm, Resemblance } from "./algorithm.ts";
import { jaroWinkler, newJaroScratch } from "./jaro-winkler.ts";
import type { ListedNames } from "./listed-names.ts";
import { capitalWords } from "./ofac-249.ts";
import { soundex } from "./soundex.ts";

/** Words less alike than this count nothing. */
const WORD_MIN = 0.5;

/** Words in Latin capitals; a name in other letters by its first romanization. */
function latinCapitals(text: string): readonly string[] {
  if (!/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)) return capitalWords(text);
  const [reading] = analyzeName(text, "unknown").readings;
  return capitalWords((reading?.words ?? []).join(" "));
}

function soundOf(word: string): string {
  const code = word.length > 1 ? soundex(word) : "";
  return code === "" ? word : code;
}

/** Listed words of one sound have one number; the subject's own sounds have theirs, or none where nobody bears them. */
function soundNumbers(listed: ListedNames): {
  readonly ofWord: Uint32Array;
  readonly known: ReadonlyMap<string, number>;
} {
  const known = new Map<string, number>();
  const ofWord = Uint32Array.from(listed.vocabulary, (word) => {
    const sound = soundOf(word);
    const number = known.get(sound) ?? known.size;
    known.set(sound, number);
    return number;
  });
  return { ofWord, known };
}

/** How much of the fewer sounds is in both bags. */
function sharedSounds(
  entityWords: ReadonlySet<number>,
  sounds: Uint32Array,
  own: ReadonlySet<number>,
  ownSize: number,
): number {
  const listed = new Set<number>();
  for (const word of entityWords) listed.add(sounds[word] as number);
  let shared = 0;
  for (const sound of own) if (listed.has(sound)) shared += 1;
  return shared === 0 ? 0 : shared / Math.max(1, Math.min(ownSize, listed.size));
}

function wordsOfEntity(listed: ListedNames, entity: number): ReadonlySet<number> {
  const from = listed.wordStart[listed.nameStart[entity] as number] as number;
  const to = listed.wordStart[listed.nameStart[entity + 1] as number] as number;
  return new Set(listed.words.subarray(from, to));
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/**
 * The `name-based` score that users of yente know: half the mean of each word's best Jaro-Winkler among all words of the
 * listed party's names, half the share of sounds (Soundex) in common.
 */
export const NAME_BASED: NamedAlgorithm = {
  name: "name-based",
  about:
    "The score that users of yente know as name-based: half the mean of each word's best Jaro-Winkler, half the share of sounds (Soundex) in common, over all words of a party's names in one bag. Only names count.",
  threshold: 0.7,
  wordsOf: latinCapitals,
  open: (listed) => {
    const scratch = newJaroScratch();
    const { ofWord, known } = soundNumbers(listed);
    return (subjectNames) => {
      const words = [...new Set(subjectNames.flatMap(latinCapitals))];
      const alike = words.map((word) =>
        Float32Array.from(listed.vocabulary, (other) => {
          const score = jaroWinkler(word, other, scratch, "from-threshold");
          return score > WORD_MIN ? score : 0;
        }),
      );
      const sounds = new Set(words.map(soundOf));
      const own = new Set([...sounds].flatMap((sound) => known.get(sound) ?? []));
      return (entity): Resemblance | null => {
        const bag = wordsOfEntity(listed, entity);
        let sum = 0;
        for (const scores of alike) {
          let best = 0;
          for (const word of bag) best = Math.max(best, scores[word] as number);
          sum += best;
        }
        const jaro = words.length === 0 ? 0 : sum / words.length;
        const shared = sharedSounds(bag, ofWord, own, sounds.size);
        const score = (jaro + shared) / 2;
        if (score === 0) return null;
        return {
          score,
          subjectName: -1,
          listedName: -1,
          pieces: [
            {
              feature: "name-part-similarity",
              weight: jaro / 2,
              words: `Word by word the names are ${percent(jaro)} alike by Jaro-Winkler.`,
            },
            {
              feature: "name-sounds-shared",
              weight: shared / 2,
              words: `${percent(shared)} of the sounds (Soundex) are in both.`,
            },
          ],
        };
      };
    };
  },
};
