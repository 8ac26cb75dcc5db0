/** Spellings of one sound, longest first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh|ch|tch/g, "s"],
  [/kh|gh|ck|q/g, "k"],
  [/ph|v|w/g, "f"],
  [/th|dh|tz|ts/g, "t"],
  [/dzh|dj|zh|j/g, "z"],
  [/x/g, "ks"],
  [/c/g, "k"],
  [/d/g, "t"],
  [/b/g, "p"],
  [/g/g, "k"],
  [/z/g, "s"],
];

/** The consonants of a word with sounds alike written alike; empty where fewer than three are left. */
export function skeleton(word: string): string {
  if (!/^[a-z]+$/.test(word)) return "";
  let text = word.startsWith("al") && word.length > 5 ? word.slice(2) : word;
  for (const [spelling, sound] of SOUNDS) text = text.replace(spelling, sound);
  const first = /^[aeiouy]/.test(text) ? "a" : "";
  const bones = text.replace(/[aeiouyhw]/g, "").replace(/(.)\1+/g, "$1");
  return bones.length < 3 ? "" : first + bones;
}
