import data from "../../../data/names/arabic.json" with { type: "json" };

const WORDS: ReadonlyMap<string, string> = new Map(Object.entries(data));

const LETTERS = new Map(
  "ا=a أ=a إ=i آ=a ٱ=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ق=q ك=k ک=k ل=l م=m ن=n ه=h ة=a و=w ي=y ی=y ى=a ئ=i ؤ=u ء= پ=p چ=ch ژ=zh گ=g ڤ=v ہ=h ھ=h ے=e ں=n ٹ=t ڈ=d ڑ=r"
    .split(" ")
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(2)]),
);

const WORD_LETTERS_MIN = 3;
/** Longest run that is taken apart; names of the sources have at most twelve letters to a word. */
const RUN_LETTERS_MAX = 40;

function plainLetters(word: string): string {
  return word.replace(/[یى]/g, "ي").replace(/ک/g, "ك");
}

/**
 * The words of a run that is written without its spaces (بشارالاسد), where the table of names has all of them; the run
 * itself where it is a name of the table or cannot be taken apart. The fewest words win, then the longer first one.
 */
export function arabicWords(run: string): readonly string[] {
  const plain = plainLetters(run);
  if (plain.length < 2 * WORD_LETTERS_MIN || plain.length > RUN_LETTERS_MAX || isArabicName(plain))
    return [run];
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= plain.length; end += 1) {
    let found: readonly string[] | null = null;
    for (let start = 0; start <= end - WORD_LETTERS_MIN; start += 1) {
      const before = best[start] ?? null;
      if (before === null || !isArabicName(plain.slice(start, end))) continue;
      if (found === null || before.length + 1 <= found.length) found = [...before, run.slice(start, end)];
    }
    best[end] = found;
  }
  return best[plain.length] ?? [run];
}

function isArabicName(word: string): boolean {
  return (
    WORDS.has(word) || (word.startsWith("ال") && WORDS.has(word.slice(2)) && word.length > WORD_LETTERS_MIN)
  );
}

function letterByLetter(word: string): string {
  let latin = "";
  const letters = [...word];
  letters.forEach((letter, at) => {
    const before = latin.at(-1) ?? "";
    const next = letters[at + 1];
    // و and ي between consonants or at the end are long vowels.
    if (letter === "و" && at > 0 && !/[aeiou]/.test(before)) latin += "u";
    else if ((letter === "ي" || letter === "ی") && at > 0 && (next === undefined || !/[aeiou]/.test(before)))
      latin += "i";
    else latin += LETTERS.get(letter) ?? "";
  });
  return latin;
}

/** An Arabic or Persian word in Latin letters: its usual spelling where the table of names has it, else by letters. */
export function romanizeArabic(word: string): string {
  const known = WORDS.get(plainLetters(word)) ?? WORDS.get(word);
  if (known !== undefined) return known;
  if (word.startsWith("ال") && word.length > 3) {
    const rest = word.slice(2);
    return `al${WORDS.get(rest) ?? letterByLetter(rest)}`;
  }
  return letterByLetter(word);
}
