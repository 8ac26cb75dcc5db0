import type { Random } from "../../src/service/evaluation/random.ts";

/**
 * Names as a clerk writes them in Hebrew, to train on: from the Arabic or the Russian spelling letter by letter, as the
 * Academy of the Hebrew Language transcribes these, else by what the Latin spelling sounds like. It shares nothing with
 * the evaluation's own maker: a writer has habits here, and keeps them through the whole name.
 */
type Habits = {
  /** Writes vowels within a word too, as texts without points do. */
  readonly plene: boolean;
  /** The mark of foreign sounds: as it should be, as keyboards have it, or none. */
  readonly geresh: string;
  /** kh and ch by het, as they are heard, in place of kaf. */
  readonly het: boolean;
  /** A t by tet, as in foreign names, in place of tav. */
  readonly tet: boolean;
  /** A v by bet in place of vav. */
  readonly bet: boolean;
};

/** Capital letters stand for what habits decide: G geresh, K kh, T t, V v, and A, E, I, O, U for vowels. */
const ARABIC = pairs(
  "ا א أ א إ א آ א ب ב پ פ ت ת ث תG ج גG چ צG ح ח خ חG د ד ذ דG ر ר ز ז ژ זG س ס ش ש ص צ ض צG ط ט ظ טG ع ע غ עG ف פ ق ק ك כ ک כ گ ג ل ל م מ ن נ ه ה ة ה و ו ؤ ו ي י ی י ئ י ى א ء -",
);
const CYRILLIC = pairs(
  "а A б ב в V г ג ґ ג д ד е E ё יו є יE ж זG з ז и I і I ї יI й י к ק л ל м מ н נ о O п פ р ר с ס т T у U ў ו ф פ х K ц צ ч צG ш ש щ שצG ъ - ы I ь - э E ю יU я יA",
);
const LATIN = pairs(
  "sch ש shch שצG tch צG tsch צG kh K sh ש zh זG ch צG th תG dh דG gh עG ph פ ck ק qu קו ts צ tz צ dzh גG dj גG gj גG j גG b ב c ק d ד f פ g ג h ה k ק l ל m מ n נ p פ q ק r ר s ס t T v V w ו x קס y י z ז a A aa A e E i I o O u U ee I ii I ie I ei EY ey EY ai AY ay AY ou U oo U eu EU eo O au AU ao AO ia IA ya יA ea IA ue UE ua UA",
);

function pairs(text: string): ReadonlyMap<string, string> {
  const parts = text.split(" ");
  return new Map(
    parts.flatMap((from, at) =>
      at % 2 === 0 ? [[from, (parts[at + 1] ?? "").replace("-", "")] as const] : [],
    ),
  );
}

const SCRIPTS = [
  { letters: /^\p{Script=Arabic}{2,}$/u, table: ARABIC },
  { letters: /^\p{Script=Cyrillic}{2,}$/u, table: CYRILLIC },
  { letters: /^[a-z]{2,}$/, table: LATIN },
] as const;
const SPELLING_MAX = 4;

/** The sounds of a word, the longest spelling that the table has first; letters that it has not say nothing. */
function soundsOf(word: string, table: ReadonlyMap<string, string>): string {
  let sounds = "";
  for (let at = 0; at < word.length; ) {
    let size = Math.min(SPELLING_MAX, word.length - at);
    while (size > 1 && !table.has(word.slice(at, at + size))) size -= 1;
    sounds += table.get(word.slice(at, at + size)) ?? "";
    at += size;
  }
  // A consonant that is written twice is heard once.
  return sounds.replace(/([א-ת])\1+/gu, (letters, letter: string) =>
    "וי".includes(letter) ? letters : letter,
  );
}

const FINAL: ReadonlyMap<string, string> = new Map([
  ["כ", "ך"],
  ["מ", "ם"],
  ["נ", "ן"],
  ["פ", "ף"],
  ["צ", "ץ"],
]);

/** One sound in letters: vowels by where they stand, what has two spellings by the writer's habit. */
function lettersOf(sound: string, first: boolean, last: boolean, habits: Habits, random: Random): string {
  switch (sound) {
    case "G":
      return habits.geresh;
    case "K":
      return habits.het ? "ח" : "כ";
    case "T":
      return habits.tet ? "ט" : "ת";
    case "V":
      return first ? "ו" : habits.bet ? "ב" : "ו";
    case "Y":
      return "י";
    case "A":
      return first
        ? "א"
        : last
          ? random.chance(0.7)
            ? "ה"
            : "א"
          : habits.plene && random.chance(0.6)
            ? "א"
            : "";
    case "E":
      return first ? "א" : last && random.chance(0.6) ? "ה" : "";
    case "I":
      return first ? "אי" : last || habits.plene || random.chance(0.75) ? "י" : "";
    case "O":
    case "U":
      return first ? "או" : last || habits.plene || random.chance(0.85) ? "ו" : "";
    default:
      return sound;
  }
}

function writeWord(word: string, habits: Habits, random: Random): string | null {
  const script = SCRIPTS.find(({ letters }) => letters.test(word));
  if (script === undefined) return null;
  const sounds = [...soundsOf(word, script.table)];
  const written = sounds
    .map((sound, at) => lettersOf(sound, at === 0, at === sounds.length - 1, habits, random))
    .join("");
  const end = written.slice(-1);
  // A p at the end of a foreign name keeps its common form now and then.
  const keeps = end === "פ" && random.chance(0.3);
  return written.length < 2 || keeps ? written : written.slice(0, -1) + (FINAL.get(end) ?? end);
}

/** A person's name in Hebrew letters; null where it has a word that cannot be read, or but one word. */
export function writeHebrew(name: string, random: Random): string | null {
  const habits: Habits = {
    plene: random.chance(0.5),
    geresh: random.pick(["׳", "׳", "'", ""]),
    het: random.chance(0.7),
    tet: random.chance(0.85),
    bet: random.chance(0.5),
  };
  const plain = name
    .normalize("NFKD")
    .replace(/[\p{M}'’`ʼ]/gu, "")
    .normalize("NFC")
    .toLowerCase();
  const words = plain.split(/[\s-]+/u).filter((word) => word !== "");
  const written = words.map((word) => writeWord(word, habits, random));
  return written.length < 2 || written.some((word) => word === null || word === "")
    ? null
    : written.join(" ");
}
