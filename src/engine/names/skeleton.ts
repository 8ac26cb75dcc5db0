const A = 97;

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
/** Spellings by their first letter, longest first: at each place of a word the longest that stands there counts. */
const SPELLINGS_BY_LETTER: readonly (readonly (readonly [string, string])[])[] = Array.from(
  { length: 26 },
  (_, letter) =>
    [...SOUND_OF]
      .filter(([spelling]) => spelling.charCodeAt(0) === letter + A)
      .sort(([one], [other]) => other.length - one.length),
);
/** Letters that are no bones: vowels, and h where it stands alone (w sounds as f by the table above). */
const SILENT: ReadonlySet<string> = new Set("aeiouyhw");
const VOWELS: ReadonlySet<string> = new Set("aeiouy");
const BONES_MIN = 3;

/** The sound that is spelled at a place of a word, and how many letters spell it. */
function soundAt(word: string, at: number): readonly [spelling: string, sound: string] | null {
  for (const one of SPELLINGS_BY_LETTER[word.charCodeAt(at) - A] ?? [])
    if (one[0].length === 1 || word.startsWith(one[0], at)) return one;
  return null;
}

/** The consonants of a word with sounds alike written alike; empty where fewer than three are left. */
export function skeleton(word: string): string {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at) - A;
    if (code < 0 || code > 25) return "";
  }
  let at = word.startsWith("al") && word.length > 5 ? 2 : 0;
  const first = VOWELS.has(word.charAt(at)) ? "a" : "";
  let bones = "";
  let last = "";
  while (at < word.length) {
    const spelled = soundAt(word, at);
    const sound = spelled === null ? word.charAt(at) : spelled[1];
    at += spelled === null ? 1 : spelled[0].length;
    if (SILENT.has(sound)) continue;
    if (!sound.startsWith(last) || last === "") bones += sound;
    else bones += sound.slice(1);
    last = sound.charAt(sound.length - 1);
  }
  return bones.length < BONES_MIN ? "" : first + bones;
}
