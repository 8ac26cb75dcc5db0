/** A sentence that the service writes, as a pattern, and the same in Korean; `$1` stands for what the first group met. */
type Sentence = readonly [pattern: RegExp, korean: string];

/** Sentences about a pair of names and facts (`src/engine/match/features.ts`). */
const OF_MATCHES: readonly Sentence[] = [[/^An identifier is the same\.$/, "식별 번호가 같습니다."]];

const ALL: readonly Sentence[] = [...OF_MATCHES];

/** A sentence of the service in Korean, or null where it is not known. */
export function sayInKorean(words: string): string | null {
  for (const [pattern, korean] of ALL) if (pattern.test(words)) return words.replace(pattern, korean);
  return null;
}
