import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { skeleton } from "./skeleton.ts";

/** The same in plain words: sounds, then no vowels, then nothing doubled. */
function plainSkeleton(word: string): string {
  if (!/^[a-z]+$/.test(word)) return "";
  const bare = word.startsWith("al") && word.length > 5 ? word.slice(2) : word;
  const text = bare.replace(
    /shch|sch|tch|dzh|sh|ch|dj|zh|kh|gh|ck|ph|th|dh|tz|ts|[jzqcgvwdxb]/g,
    (spelling) => {
      if (/^(?:shch|sch|tch|sh|ch|dzh|dj|zh|j|z)$/.test(spelling)) return "s";
      if (/^(?:kh|gh|ck|q|c|g)$/.test(spelling)) return "k";
      if (/^(?:ph|v|w)$/.test(spelling)) return "f";
      if (spelling === "x") return "ks";
      return spelling === "b" ? "p" : "t";
    },
  );
  const first = /^[aeiouy]/.test(text) ? "a" : "";
  const bones = text.replace(/[aeiouyhw]/g, "").replace(/(.)\1+/g, "$1");
  return bones.length < 3 ? "" : first + bones;
}

describe("the consonants of a word", () => {
  it("are those that the sounds leave, for any letters", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdeghijkmopqrstuvwxyz"), maxLength: 14 });
    fc.assert(
      fc.property(word, (text) => {
        expect(skeleton(text)).toBe(plainSkeleton(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it("are alike for spellings of one name, and none for short words and other letters", () => {
    expect(skeleton("muhammad")).toBe(skeleton("mohamed"));
    expect(skeleton("ali")).toBe("");
    expect(skeleton("añb")).toBe("");
  });
});
