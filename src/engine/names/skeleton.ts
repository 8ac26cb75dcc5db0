/** Spellings of one sound, longest first. */
const SOUNDS: readonly (readonly [string, string])[] = [
  ["shch sch tch sh ch dzh dj zh j z", "s"],
  ["kh gh ck q c g", "k"],
  ["ph v w", "f"],
  ["th dh tz ts d", "t"],
  ["x", "ks"],
  ["b", "p"],
];
const SOUND_OF: ReadonlyMap<string, string> = new Map(
  SOUNDS.flatMap(([spellings, sound]) =>
    spellings.split(" ").map((spelling): [string, string] => [spelling, sound]),
  ),
);
const SPELLING = new RegExp(
  [...SOUND_OF.keys()].sort((one, other) => other.length - one.length).join("|"),
  "g",
);

/** The consonants of a word with sounds alike written alike; empty where fewer than three are left. */
export function skeleton(word: string): string {
  if (!/^[a-z]+$/.test(word)) return "";
  const bare = word.startsWith("al") && word.length > 5 ? word.slice(2) : word;
  const text = bare.replace(SPELLING, (spelling) => SOUND_OF.get(spelling) ?? spelling);
  const first = /^[aeiouy]/.test(text) ? "a" : "";
  const bones = text.replace(/[aeiouyhw]/g, "").replace(/(.)\1+/g, "$1");
  return bones.length < 3 ? "" : first + bones;
}
