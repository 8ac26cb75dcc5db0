/** What stands before or after a person's name and is none: titles, ranks, degrees; of several languages and scripts. */
const TITLES: ReadonlySet<string> = new Set(
  (
    "mr mrs ms miss mx sir madam madame mme mlle monsieur dr doctor doktor dott dra prof professor professeur herr frau hr fr senor senora senorita sr sra srta dom dona mgr msgr rev reverend father imam rabbi archbishop " +
    "gen general lt lieutenant col colonel coronel maj major cpt capt captain capitan brig brigadier adm admiral almirante cmdr cdr commander comandante sgt sergeant marshal commodore comrade " +
    "eng engr engineer ing ingeniero lic arq ustad ustaz ustadh hon honorable honourable excellency he hh hrh president minister ambassador senator governor judge justice prince princess " +
    "haji hajji hajj haj hajja alhaji alhaj elhaj sheikh shaykh sheik shaikh shekh cheikh cheick mullah mulla mollah molla maulavi mawlawi maulvi moulvi molvi maulana mawlana qari hafiz hafez ayatollah hojatoleslam hojjatoleslam " +
    "shri sri smt kumari pandit daw nai khun phra dato datuk tan tuan tun haci hoca bey pan pani gospodin gospodja " +
    "г-н г-жа господин госпожа доктор профессор генерал генерал-майор генерал-лейтенант генерал-полковник полковник майор капитан пан " +
    "السيد السيدة الشيخ شيخ الحاج حاج الدكتور دكتور د اللواء العميد العقيد الفريق المهندس الاستاذ الأستاذ القاضي الملا ملا مولوي آیت‌الله آقای خانم سردار " +
    "श्री श्रीमती डॉ पंडित ဦး ဒေါ် 씨 님 위원장 장군 대장 상장 중장 소장 박사 교수 대사 동지"
  ).split(" "),
);
const AFTER: ReadonlySet<string> = new Set(
  "jr sr junior senior ii iii iv phd md esq esquire mba msc bsc llb llm dds cpa obe cbe mbe retd ret 씨 님 위원장 장군 대장 상장 중장 소장 박사 교수 대사 동지".split(
    " ",
  ),
);
/** What stands before a ship's name. */
const SHIPS: ReadonlySet<string> = new Set(
  "mv m/v mt m/t ms m/s ss s/s mts lpg/c lpgc lng/c fv f/v sv s/v vessel tanker ship".split(" "),
);

/** A word without its points and brackets, as the tables know it. */
function bareWord(word: string): string {
  return word.toLowerCase().replace(/[.()]/g, "");
}

const WORDS_MAX = 12;

function without(
  text: string,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  leastWords: number,
): string | null {
  const parts = text.split(/([\s,،]+)/u);
  if (parts.length > 2 * WORDS_MAX + 1) return null;
  const words = parts.filter((_part, at) => at % 2 === 0).filter((word) => word !== "");
  let [from, to] = [0, words.length];
  while (to - from > leastWords && before.has(bareWord(words[from] as string))) from += 1;
  while (to - from > leastWords && after.has(bareWord(words[to - 1] as string))) to -= 1;
  // `AHMAD, Dr. Ali`: the family name stands first.
  const [family, title] = [parts[0] ?? "", parts[2] ?? ""];
  const turned = (parts[1] ?? "").includes(",") && to - from > leastWords && before.has(bareWord(title));
  if (turned) return `${family}, ${words.slice(from + 2, to).join(" ")}`;
  return from === 0 && to === words.length ? null : words.slice(from, to).join(" ");
}

const NONE: ReadonlySet<string> = new Set();

/**
 * A person's name without the titles around it, where two words are left; null where there are none. A title may be part
 * of the listed name (Haji, Sheikh), so that the name is read in both ways.
 */
export function withoutTitles(text: string): string | null {
  return without(text, TITLES, AFTER, 2);
}

/** A ship's name without `M/V` and its like; null where none stands before it. */
export function withoutShipPrefix(text: string): string | null {
  return without(text, SHIPS, NONE, 1);
}
