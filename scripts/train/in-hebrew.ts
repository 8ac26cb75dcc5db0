import type { Random } from "../../src/service/evaluation/random.ts";

/**
 * Names as a newspaper in Hebrew writes them, to train on: from Arabic and Cyrillic letter by letter, as their readers do,
 * from Latin by sound. The evaluation writes Hebrew by rules of its own, from Latin alone.
 */
type Letters = Readonly<Record<string, readonly string[]>>;

const letters = (rows: string): Letters =>
  Object.fromEntries(
    rows
      .trim()
      .split(/\s+/)
      .map((row) => {
        const [from = "", to = ""] = row.split("=");
        return [from, to.split("/")];
      }),
  );

/** What an Arabic or Persian letter is written by; the marks of vowels are not written at all. */
const ARABIC = letters(`
  ا=א أ=א إ=א آ=א ب=ב پ=פ ت=ת/ט ث=ת׳/ת ج=ג׳ چ=צ׳ ح=ח خ=ח׳/ח د=ד ذ=ד׳/ד ر=ר ز=ז ژ=ז׳ س=ס ش=ש ص=צ/ס ض=צ׳/ד
  ط=ט ظ=ט׳/ז ع=ע غ=ע׳/ג ف=פ ق=ק ك=כ/ק ک=כ/ק گ=ג ل=ל م=מ ن=נ ه=ה ة=ה و=ו ؤ=ו ي=י ی=י ئ=י ى=א ء=`);

const CYRILLIC = letters(`
  а=//א б=ב в=ב/ו г=ג ґ=ג д=ד е=//י ё=יו ж=ז׳ з=ז и=י і=י ї=י й=י к=ק л=ל м=מ н=נ о=ו п=פ р=ר с=ס т=ט у=ו ф=פ х=ח
  ц=צ ч=צ׳ ш=ש щ=שצ׳ ъ= ы=י ь= э=א ю=יו я=יא/י є=יה`);

/** Groups of Latin letters that are one sound, before single ones. */
const LATIN = letters(`
  sch=ש sh=ש zh=ז׳ dzh=ג׳ ch=צ׳ tch=צ׳ kh=ח/כ gh=ג/ע׳ th=ת׳/ט dh=ד׳/ד ph=פ ts=צ tz=צ dj=ג׳ ck=ק qu=קו ng=נג
  oo=ו ou=ו ee=י ie=י/יי ei=יי/י ey=יי/י ai=יי/איי ay=יי/י au=או aw=או iy=י ya=יא/י ia=יא/י yu=יו iu=יו yo=יו io=יו
  b=ב c=ק d=ד f=פ g=ג h=ה j=ג׳ k=ק l=ל m=מ n=נ p=פ q=ק r=ר s=ס t=ט v=ו/ב w=וו/ו x=קס/ש y=י z=ז
  a=א// e=//י i=י o=ו u=ו`);

const GERESH = ["׳", "'"] as const;
const FINAL: Readonly<Record<string, string>> = { כ: "ך", מ: "ם", נ: "ן", פ: "ף", צ: "ץ" };

/** A word by a table, the longest groups first; null where a letter stands on no table. */
function written(word: string, table: Letters, longest: number, random: Random): string | null {
  let text = "";
  for (let at = 0; at < word.length; ) {
    let length = Math.min(longest, word.length - at);
    while (length > 0 && table[word.slice(at, at + length)] === undefined) length -= 1;
    const spellings = table[word.slice(at, at + length)];
    if (length === 0 || spellings === undefined) return null;
    text += random.pick(spellings);
    at += length;
  }
  return text;
}

/** A vowel that begins a word is carried by an aleph, one that ends it by a he. */
function carried(word: string, text: string): string {
  const begun = /^[aeiouаеиіоуэ]/.test(word) && !text.startsWith("א") ? `א${text}` : text;
  if (/(?:ia|ya|ия|я)$/.test(word)) return begun.replace(/י?[אי]?$/, "יה");
  return /[aeа]$/.test(word) && !/[אהי]$/.test(begun) ? `${begun}ה` : begun;
}

function finished(text: string): string {
  const last = text.at(-1) ?? "";
  return text.length > 1 ? text.slice(0, -1) + (FINAL[last] ?? last) : text;
}

function wordInHebrew(word: string, random: Random): string | null {
  const lower = word.toLowerCase();
  if (/^\p{Script=Arabic}+$/u.test(word)) {
    const bare = word.replace(/[\u064b-\u065f\u0670\u0640]/g, "");
    const text = written(bare, ARABIC, 1, random);
    const article = text?.startsWith("אל") === true && bare.startsWith("ال") && random.chance(0.5);
    return article && text !== null ? `אל-${text.slice(2)}` : text;
  }
  const isCyrillic = /^\p{Script=Cyrillic}+$/u.test(word);
  // A doubled consonant is written once.
  const single = lower.replace(/([^aeiou])\1/g, "$1");
  const text = isCyrillic ? written(lower, CYRILLIC, 1, random) : written(single, LATIN, 3, random);
  return text === null ? null : carried(lower, text);
}

/** A name of several words in Hebrew letters; null where one of them is written in letters that are not known here. */
export function nameInHebrew(name: string, random: Random): string | null {
  const plain = name.normalize("NFKD").replace(/(?<=\p{Script=Latin})\p{M}+|['’ʼ`.]/gu, "");
  const words = plain.split(/[\s-]+/).filter((word) => word !== "");
  const geresh = random.pick(GERESH);
  const spelled = words.map((word) => wordInHebrew(word, random));
  if (words.length < 2 || !spelled.every((word) => word !== null && word.length > 1)) return null;
  return spelled.map((word) => finished(word ?? "").replaceAll("׳", geresh)).join(" ");
}
