/**
 * Writes the table of how kanji are read in Japanese names: the Sino-Japanese and the native readings of Unihan, native ones
 * also without their grammatical ending and voiced as in the second part of a name, and readings that names alone have.
 * Costs in tenths of a nat go by the order of the readings: there are no pairs of kanji and Latin letters to learn from.
 * Usage: npx node scripts/spell-kanji.ts FILE (Unihan_Readings.txt)
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const file = process.argv[2];
if (file === undefined) throw new Error("usage: spell-kanji.ts Unihan_Readings.txt");

/** Readings that given and family names have beside those of the dictionary, the commonest characters of names alone. */
const OF_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  "一 kazu ichi hajime|二 ji tsugu|三 zo mi mitsu|之 yuki no|久 hisa|也 ya nari|亮 ryo akira|人 to hito|介 suke|仁 hitoshi hito|代 yo|伸 nobu|佑 yu suke|信 nobu makoto|俊 toshi|修 osamu|健 ken takeshi|優 yu masaru|元 moto|光 mitsu hikaru|克 katsu|公 kimi|典 nori|利 toshi|剛 tsuyoshi go takeshi|力 tsutomu|功 isao|助 suke|勇 isamu yu|勉 tsutomu|勝 katsu masaru|博 hiro hiroshi|友 tomo|史 fumi|司 tsukasa ji shi|吉 yoshi kichi|哉 ya|哲 tetsu satoshi|善 yoshi|喜 yoshi ki|嘉 yoshi|国 kuni|圭 kei|士 shi|夫 o|太 ta futoshi|央 o hiro|奈 na|好 yoshi|威 takeshi|子 ko|孝 taka takashi|季 sue ki|宏 hiro hiroshi|宗 mune|定 sada|実 mi minoru|寛 hiro hiroshi|寿 toshi hisashi ju|将 masa sho|尚 nao hisashi|山 yama|巌 iwao|己 mi ki|市 ichi|希 ki nozomi|平 hei taira|幸 yuki sachi ko|広 hiro|庄 sho|康 yasu ko|延 nobu|弘 hiro hiroshi|彦 hiko|彰 aki akira sho|志 shi yuki|忍 shinobu|忠 tada tadashi|恒 tsune|恭 yasu kyo|恵 megumi e kei|悟 satoru|惠 megumi e kei|慎 shin makoto|憲 nori ken|成 nari shige|房 fusa|拓 taku hiroshi|政 masa|敏 toshi|敬 taka kei takashi|文 fumi bun|斉 hitoshi|斎 sai|新 arata shin|昇 noboru sho|昌 masa|明 aki akira mei|昭 aki akira|春 haru|晃 akira ko aki|晋 shin susumu|智 tomo satoshi|暁 akira aki|有 ari yu|朗 ro akira|望 nozomi|朝 asa tomo|木 ki|末 sue|杉 sugi|栄 ei sakae|格 itaru|桂 katsura kei|森 mori|樹 ki itsuki|正 masa tadashi sho|武 take takeshi|毅 takeshi tsuyoshi|民 tami|永 naga hisashi|治 ji haru osamu|法 nori|泰 yasu|洋 hiro yo hiroshi|浩 hiro hiroshi ko|淳 jun atsushi|清 kiyo kiyoshi|渉 wataru|満 mitsuru mitsu|滋 shigeru|潤 jun|照 teru|猛 takeshi|玲 rei|理 ri osamu|由 yu yoshi|男 o|直 nao tadashi|真 ma shin makoto|眞 ma shin makoto|知 tomo|祐 yu suke|秀 hide|秋 aki|稔 minoru|章 aki akira sho|節 setsu|篤 atsushi|純 jun|紀 nori ki|結 yu|絵 e|継 tsugu|繁 shige|義 yoshi|美 mi yoshi|翔 sho|聖 sei kiyoshi|聡 satoshi|肇 hajime|良 ryo yoshi|芳 yoshi|英 hide ei|茂 shige shigeru|荘 sho|葉 ha yo|藤 fuji to|蔵 kura zo|行 yuki|裕 hiro yu|要 kaname|親 chika|誠 makoto sei|謙 ken|譲 yuzuru jo|豊 yutaka toyo|貞 sada|貴 taka|賢 ken masaru|輝 teru ki|近 chika|辰 tatsu|達 tatsu|進 susumu shin|道 michi|邦 kuni|郁 iku|重 shige|鉄 tetsu|錬 ren|鎮 shizu|長 naga|雄 o yu|雅 masa|靖 yasu yasushi|静 shizu|順 jun|頼 yori|顕 aki ken|馨 kaoru|高 taka|龍 ryu tatsu|麻 asa ma"
    .split("|")
    .map((row) => [row.charAt(0), row.slice(2)]),
);

const [OF_NAMES_COST, NATIVE_COST, SINO_COST, STEP, CUT_COST, VOICED_COST] = [4, 8, 10, 4, 5, 12];
/** Of readings beyond these none is met in names. */
const READINGS_MAX = 6;
const VOICED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^k/, ["g"]],
  [/^sh/, ["j"]],
  [/^s/, ["z"]],
  [/^(?:ts|ch)/, ["z", "j"]],
  [/^t/, ["d"]],
  [/^[hf]/, ["b", "p"]],
];

/** Long vowels are seldom written in Latin letters. */
function short(reading: string): string {
  return reading
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/ou|oo/g, "o")
    .replace(/uu/g, "u");
}

/** A native reading without the ending that grammar gives it: kiyoi, kiyo; tateru, tate. */
function stems(reading: string): readonly string[] {
  const bare = /^(.{2,}?)(?:shii|ku|su|tsu|nu|mu|ru|gu|bu|ki|shi|i|u)$/.exec(reading)?.[1];
  return bare === undefined || !/[aeiou]$/.test(bare) ? [] : [bare];
}

type Costs = Map<string, number>;

function add(costs: Costs, reading: string, cost: number): void {
  if (reading !== "" && cost < (costs.get(reading) ?? Number.POSITIVE_INFINITY)) costs.set(reading, cost);
}

function addAll(costs: Costs, readings: readonly string[], cost: number, native: boolean): void {
  readings
    .slice(0, READINGS_MAX)
    .map(short)
    .forEach((reading, at) => {
      const own = cost + STEP * at;
      add(costs, reading, own);
      if (!native) return;
      for (const stem of stems(reading)) add(costs, stem, own + CUT_COST);
      for (const [sound, voiced] of VOICED) {
        if (!sound.test(reading)) continue;
        for (const letter of voiced) add(costs, reading.replace(sound, letter), own + VOICED_COST);
        break;
      }
    });
}

const table = new Map<string, Costs>();
function costsOf(kanji: string): Costs {
  const held = table.get(kanji) ?? new Map<string, number>();
  table.set(kanji, held);
  return held;
}

for (const line of readFileSync(file, "utf8").split("\n")) {
  const [, code, kind, readings] = /^U\+([0-9A-F]{4})\tkJapanese(On|Kun)\t(.+)$/.exec(line) ?? [];
  if (code === undefined || readings === undefined) continue;
  const kanji = String.fromCodePoint(Number.parseInt(code, 16));
  const native = kind === "Kun";
  addAll(costsOf(kanji), readings.split(" "), native ? NATIVE_COST : SINO_COST, native);
}
for (const [kanji, readings] of Object.entries(OF_NAMES))
  addAll(costsOf(kanji), readings.split(" "), OF_NAMES_COST, true);

const rows = [...table]
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .map(([kanji, costs]) => {
    const chunks = [...costs].toSorted((one, other) => one[1] - other[1] || (one[0] < other[0] ? -1 : 1));
    return `${JSON.stringify(kanji)}: ${JSON.stringify(chunks.map(([chunk, cost]) => chunk + cost).join(""))}`;
  });
writeFileSync(
  join(import.meta.dirname, "../data/names/transliteration/kanji.json"),
  `{\n${rows.join(",\n")}\n}\n`,
);
console.log(`${rows.length} kanji`);
