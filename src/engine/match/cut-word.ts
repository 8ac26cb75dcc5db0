import type { AnalyzedName } from "../names/name.ts";
import type { IndexData } from "./index-data.ts";
import { codesOf, findToken, textHash } from "./token.ts";
import { childOf, follow, type Trie } from "./trie.ts";

/** A line of a payment message or an old system holds no fewer letters; a shorter name is seldom cut. */
export const LINE_LETTERS_MIN = 24;
/** Fewer letters begin too many words to say which was meant. */
export const CUT_LETTERS_MIN = 3;
/** More words that begin so, and the letters do not say which was meant. */
const WORDS_MAX = 2;
/** Nodes looked at before the letters are taken to begin too many words. */
const NODES_MAX = 64;

/** The last word of a name so long that a line may have ended within it; null where it is no word in Latin letters. */
export function cutWordOf(name: AnalyzedName): string | null {
  const [own] = name.readings;
  if (own === undefined || own.system !== "as-written" || name.text.length < LINE_LETTERS_MIN) return null;
  const last = own.words.at(-1) ?? "";
  const cut = last.length >= CUT_LETTERS_MIN && own.words.length > 0 && name.equalKey.endsWith(last);
  return cut && /^[a-z]+$/.test(last) ? last : null;
}

/** The words of the index that begin with these letters, where these are few and the letters are no word by themselves. */
export function wordsBeginning(data: IndexData, letters: string): readonly string[] {
  if (findToken(data, textHash(letters), letters.length) >= 0) return [];
  const codes = codesOf(letters);
  const from = follow(data.trie, 0, codes, 0, codes.length);
  return from < 0 ? [] : (endings(data.trie, from) ?? []).map((ending) => letters + ending);
}

/** What leads on from a node to the end of a word; null where that is too much. */
function endings(trie: Trie, from: number): readonly string[] | null {
  const found: string[] = [];
  const left: { readonly node: number; readonly text: string }[] = [{ node: from, text: "" }];
  for (let looked = 0; left.length > 0; looked += 1) {
    const next = left.pop();
    if (next === undefined || looked === NODES_MAX) return null;
    if (next.text !== "" && (trie.token[next.node] as number) > 0) found.push(next.text);
    if (found.length > WORDS_MAX) return null;
    for (let bits = trie.links[next.node * 2] as number; bits !== 0; bits &= bits - 1) {
      const bit = bits & -bits;
      const letter = String.fromCharCode(96 + 32 - Math.clz32(bit));
      left.push({ node: childOf(trie, next.node, bit), text: next.text + letter });
    }
  }
  return found.sort();
}
