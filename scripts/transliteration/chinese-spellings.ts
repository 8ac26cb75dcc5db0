/** Hangul by which the South writes the consonants of Mandarin. */
const ONSETS: Readonly<Record<string, string>> = {
  b: "ㅂ",
  p: "ㅍ",
  m: "ㅁ",
  f: "ㅍ",
  d: "ㄷ",
  t: "ㅌ",
  n: "ㄴ",
  l: "ㄹ",
  g: "ㄱ",
  k: "ㅋ",
  h: "ㅎ",
  j: "ㅈ",
  q: "ㅊ",
  x: "ㅅ",
  zh: "ㅈ",
  ch: "ㅊ",
  sh: "ㅅ",
  r: "ㄹ",
  z: "ㅉ",
  c: "ㅊ",
  s: "ㅆ",
  "": "ㅇ",
};

/** What follows the consonant: Hangul vowel with its end, and the vowel that stands in a syllable of its own. */
const RESTS: Readonly<Record<string, string>> = {
  a: "ㅏ",
  o: "ㅗ",
  e: "ㅓ",
  ai: "ㅏ 이",
  ei: "ㅔ 이",
  ao: "ㅏ 오",
  ou: "ㅓ 우",
  an: "ㅏㄴ",
  en: "ㅓㄴ",
  ang: "ㅏㅇ",
  eng: "ㅓㅇ",
  er: "ㅓㄹ",
  ong: "ㅜㅇ",
  i: "ㅣ",
  ia: "ㅑ",
  ie: "ㅖ",
  iao: "ㅑ 오",
  iu: "ㅠ",
  ian: "ㅖㄴ",
  in: "ㅣㄴ",
  iang: "ㅑㅇ",
  ing: "ㅣㅇ",
  iong: "ㅠㅇ",
  u: "ㅜ",
  ua: "ㅘ",
  uo: "ㅝ",
  uai: "ㅘ 이",
  ui: "ㅜ 이",
  uan: "ㅘㄴ",
  un: "ㅜㄴ",
  uang: "ㅘㅇ",
  v: "ㅟ",
  ve: "ㅞ",
  van: "ㅟ 안",
  vn: "ㅟㄴ",
};

/** Syllables without a consonant, as pinyin writes them, and what of the above they are. */
const BARE: Readonly<Record<string, string>> = {
  yi: "i",
  ya: "ia",
  ye: "ie",
  yao: "iao",
  you: "iu",
  yan: "ian",
  yin: "in",
  yang: "iang",
  ying: "ing",
  yong: "iong",
  wu: "u",
  wa: "ua",
  wo: "uo",
  wai: "uai",
  wan: "uan",
  wang: "uang",
  yu: "v",
  yue: "ve",
  yuan: "van",
  yun: "vn",
};

/** Syllables that no rule gives. */
const OTHERS: Readonly<Record<string, string>> = {
  zhi: "즈",
  chi: "츠",
  shi: "스",
  ri: "르",
  zi: "쯔",
  ci: "츠",
  si: "쓰",
  wei: "웨이",
  wen: "원",
  weng: "웡",
};

/** Vowels that lose their y after ㅈ, ㅉ and ㅊ. */
const PLAIN: Readonly<Record<string, string>> = { ㅑ: "ㅏ", ㅖ: "ㅔ", ㅠ: "ㅜ" };

const [JAMO_ONSETS, JAMO_VOWELS, JAMO_ENDS] = [
  "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ",
  "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ",
  " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ",
];

function composed(onset: string, vowel: string, end: string): string {
  const places = [JAMO_ONSETS.indexOf(onset), JAMO_VOWELS.indexOf(vowel), JAMO_ENDS.indexOf(end || " ")];
  const [first = 0, second = 0, third = 0] = places;
  return String.fromCharCode(0xac00 + (first * 21 + second) * 28 + third);
}

/** The Hangul of a Mandarin syllable by its sound, as the South has written it since 1986; null for one that it has no rule for. */
export function hangulBySound(syllable: string): string | null {
  const other = OTHERS[syllable];
  if (other !== undefined) return other;
  const [, onset = "", written = ""] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]?)(.*)$/.exec(syllable) ?? [];
  const turned = /^[jqx]$/.test(onset) ? written.replace(/^u/, "v") : written;
  const rest = RESTS[onset === "" ? (BARE[written] ?? written) : turned];
  const consonant = ONSETS[onset];
  if (rest === undefined || consonant === undefined) return null;
  const [vowel = "", end = ""] = rest.split(" ")[0] ?? "";
  const own = /[ㅈㅉㅊ]/.test(consonant) ? (PLAIN[vowel] ?? vowel) : vowel;
  return `${composed(consonant, own, end)}${rest.split(" ")[1] ?? ""}`;
}

const WADE_ONSETS: readonly (readonly [string, string])[] = [
  ["zh", "ch"],
  ["ch", "ch"],
  ["sh", "sh"],
  ["b", "p"],
  ["d", "t"],
  ["g", "k"],
  ["j", "ch"],
  ["q", "ch"],
  ["x", "hs"],
  ["z", "ts"],
  ["c", "ts"],
  ["r", "j"],
];
const WADE_WHOLE: Readonly<Record<string, string>> = {
  zhi: "chih",
  chi: "chih",
  shi: "shih",
  ri: "jih",
  zi: "tzu",
  ci: "tzu",
  si: "szu",
  yi: "i",
  you: "yu",
  yan: "yen",
  ye: "yeh",
  er: "erh",
  e: "o",
  wen: "wen",
  yong: "yung",
  ge: "ko",
  ke: "ko",
  he: "ho",
};
const WADE_RESTS: readonly (readonly [RegExp, string])[] = [
  [/ong$/, "ung"],
  [/ian$/, "ien"],
  [/ie$/, "ieh"],
  [/ue$/, "ueh"],
  [/([dtnlzcsr]|zh|ch|sh)uo$/, "$1o"],
  [/([dtlnzcsr]|zh|ch|sh)e$/, "$1e"],
  [/([gk])ui$/, "$1uei"],
];

/** A Mandarin syllable as Wade and Giles spell it, without their marks. */
export function wadeGiles(syllable: string): string {
  const whole = WADE_WHOLE[syllable];
  if (whole !== undefined) return whole;
  const rest = WADE_RESTS.reduce((text, [pattern, by]) => text.replace(pattern, by), syllable);
  for (const [onset, by] of WADE_ONSETS) if (rest.startsWith(onset)) return by + rest.slice(onset.length);
  return rest;
}
