import { analyzeName } from "../../src/engine/names/name.ts";
import type { Random } from "../../src/service/evaluation/random.ts";

/**
 * Names of people who are on no list, in the scripts that their countries write: common family and given names, put
 * together at random. General knowledge, written down for this.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const signs = (text: string): readonly string[] => [...text.replace(/\s/g, "")];

const KOREAN = {
  families: signs(
    "김김김김이이이이박박박최최정정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민리",
  ),
  syllables: signs(
    "지민서준현우영영수수진성성호호희정정은경경미혜연재동상철철용용남명기태훈석규선숙순옥자복일화주원윤아하나유인예림빈찬혁광국길덕만병봉창춘한형식종학",
  ),
};
const CHINESE = {
  families: signs(
    "王王王李李李张张刘刘陈陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏方白邹孟熊秦江尹薛雷侯龙史陶黎贺顾毛郝邵钱严武戴莫孔陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾施",
  ),
  syllables: signs(
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国文玉红志海春梅婷雪飞鹏宇浩佳欣怡俊峰辉龙斌波宁晨阳琳倩嘉子轩思雨泽凤云莉成想岩家豪偉淑惠美麗雅玲宏宗翰君穎雯承恩國華榮輝雄花蘭珠月娥智信仁德祥福庆生光林新东",
  ),
};
const JAPANESE = {
  families: words(
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 石井 森 池田 橋本 阿部 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 石川",
  ),
  givens: words(
    "太郎 翔太 健太 大輔 拓也 直樹 健 誠 和也 隆 浩 学 明 零 美咲 陽子 花子 真理 由美 恵子 裕子 さくら 直美 七夏 陽菜 舞 知実 裕太 淳 稔",
  ),
};
const RUSSIAN = {
  givens: words(
    "Иван Александр Александр Сергей Сергей Дмитрий Андрей Алексей Михаил Николай Владимир Владимир Юрий Виктор Олег Игорь Павел Евгений Максим Роман Елена Ольга Наталья Татьяна Анна Мария Ирина Светлана Екатерина Людмила",
  ),
  families: words(
    "Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Федоров Морозов Волков Алексеев Лебедев Семенов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев Соловьев Борисов Яковлев Григорьев Романов Воробьев Сергеев Кузьмин Фролов Александров Дмитриев Королев Гусев Киселев Ильин Максимов Поляков Сорокин Виноградов Ковалев Белов Медведев Антонов Тарасов Жуков Баранов Филиппов Комаров Давыдов Беляев Герасимов Богданов Осипов Сидоров Матвеев Титов Марков Миронов Крылов Куликов Карпов Власов Мельников Денисов Гаврилов Тихонов Казаков Афанасьев Данилов Савельев Тимофеев Фомин Чернов Абрамов Мартынов Ефимов Федотов Щербаков Назаров Калинин Исаев Чернышев Быков Маслов Родионов Коновалов Лазарев Воронин Климов Филатов Пономарев Голубев Кудрявцев Прохоров Наумов Потапов Журавлев Овчинников Трофимов Леонов Соболев Ермаков Колесников Гончаров Емельянов Никифоров Грачев Котов Гришин",
  ),
  fathers: words(
    "Иванович Александрович Сергеевич Дмитриевич Андреевич Алексеевич Михайлович Николаевич Владимирович Юрьевич Викторович Олегович Игоревич Павлович Евгеньевич",
  ),
};
const ARABIC = {
  givens: words(
    "محمد محمد محمد أحمد أحمد علي علي حسن حسين محمود إبراهيم خالد عمر يوسف عبدالله سعيد مصطفى عبدالرحمن طارق سامي كريم ناصر فهد سلمان فاطمة مريم عائشة زينب سارة نور ليلى هدى رضا مهدی امیر آرش بهرام",
  ),
  families: words(
    "الشمري العتيبي الحربي القحطاني الغامدي الزهراني المطيري الدوسري العنزي حداد خوري نصار منصور صالح سالم عثمان بكر حمدان خليل رمضان شاهين عباس قاسم الحسيني النجار المصري السيد فرج زيدان احمدی محمدی حسینی رضایی کریمی موسوی جعفری صادقی مرادی رحیمی",
  ),
};

/** A name in its own script, in the order of its country or turned round, together or apart. */
export function strangerInScript(random: Random): string {
  const roll = random.next();
  if (roll < 0.27 || roll >= 0.94) return syllabic(roll < 0.27 ? KOREAN : CHINESE, random);
  if (roll < 0.5) return syllabic(CHINESE, random);
  if (roll < 0.6) return turnedRound(random.pick(JAPANESE.families), random.pick(JAPANESE.givens), random);
  if (roll < 0.78) {
    const woman = random.chance(0.25);
    const family = `${random.pick(RUSSIAN.families)}${woman ? "а" : ""}`;
    const given = random.pick(RUSSIAN.givens);
    return random.chance(0.3)
      ? `${family} ${given} ${random.pick(RUSSIAN.fathers)}`
      : random.chance(0.7)
        ? `${given} ${family}`
        : `${family} ${given}`;
  }
  const second = random.chance(0.35) ? `${random.pick(ARABIC.givens)} ` : "";
  return `${random.pick(ARABIC.givens)} ${second}${random.pick(ARABIC.families)}`;
}

function turnedRound(family: string, given: string, random: Random): string {
  const roll = random.next();
  return roll < 0.4 ? `${family}${given}` : roll < 0.6 ? `${family} ${given}` : `${given} ${family}`;
}

function syllabic(
  { families, syllables }: { readonly families: readonly string[]; readonly syllables: readonly string[] },
  random: Random,
): string {
  const one = random.chance(0.15);
  const given = `${random.pick(syllables)}${one ? "" : random.pick(syllables)}`;
  // Some people have two given names, written apart.
  const more = random.chance(0.08) ? ` ${random.pick(syllables)}${random.pick(syllables)}` : "";
  return turnedRound(random.pick(families), `${given}${more}`, random);
}

/** The same people as they write themselves in Latin letters. */
export function strangerRomanized(random: Random): string {
  const readings = analyzeName(strangerInScript(random), "person").readings;
  const latin = random.pick(readings).words;
  const [family = "", ...given] = latin.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  if (given.length !== 2 || random.chance(0.3))
    return random.chance(0.5) ? [family, ...given].join(" ") : [...given, family].join(" ");
  const joined = random.pick([" ", "-", ""]);
  const both = `${given[0] ?? ""}${joined}${joined === " " ? given[1] : (given[1] ?? "").toLowerCase()}`;
  return random.chance(0.5) ? `${family} ${both}` : `${both} ${family}`;
}
