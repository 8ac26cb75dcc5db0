/** Where in an act a measure stands. */
type Place = { readonly instrument: string; readonly paragraph: string };

/** Legal acts that measures and lists rest on (`data/measures`), the longer before what it begins with. */
const ACTS: readonly (readonly [english: string, korean: string])[] = [
  [
    "US sanctions regulations of the programme that the listing names, 31 CFR chapter V",
    "등재 항목의 프로그램에 관한 미국 제재 규정(31 CFR 제5장)",
  ],
  [
    "US non-SDN lists of the programme that the listing names, 31 CFR chapter V",
    "등재 항목의 프로그램에 관한 미국 비SDN 명단(31 CFR 제5장)",
  ],
  ["US export control lists, 15 CFR parts 744 and 764", "미국 수출통제 명단(15 CFR 744편·764편)"],
  ["US North Korea Sanctions Regulations, 31 CFR", "미국 대북제재규정 31 CFR"],
  ["US Export Administration Regulations, 15 CFR", "미국 수출관리규정(EAR) 15 CFR"],
  ["UK sanctions regulations of the regime that the listing names", "등재 항목의 제도에 관한 영국 제재 규정"],
  ["EU regulation of the programme that the listing names", "등재 항목의 프로그램에 관한 EU 규정"],
  [
    "Security Council resolutions on the programme that the listing names",
    "등재 항목의 프로그램에 관한 안보리 결의",
  ],
  [
    "Special Economic Measures Act and Justice for Victims of Corrupt Foreign Officials Act regulations",
    "캐나다 특별경제조치법·부패외국공직자피해자정의법 규정",
  ],
  [
    "The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019, SI 2019/411",
    "영국 북한 제재 규정(SI 2019/411)",
  ],
  ["Council Regulation (EU) No 833/2014", "EU 규정 833/2014"],
  ["Council Regulation (EU) 2017/1509", "EU 규정 2017/1509"],
];

/** `39 and annex IV` as 39항, 부속서 IV; sections of the American code stand by their number alone. */
function sayParagraph(words: string): string {
  return words
    .split(" and ")
    .map((part) =>
      part === "following"
        ? "이하"
        : part
            .replace(/^annex of arms$/, "무기 부속서")
            .replace(/^annex (\S+)$/, "부속서 $1")
            .replace(/^part (\d+) chapter (\d+)$/, "제$1편 제$2장")
            .replace(/^part (\d+)$/, "제$1편")
            .replace(/^(\S+) to (\S+)$/, "$1~$2항")
            .replace(/^(\d+\w?(?:\([a-z]+\))*)$/, "$1항"),
    )
    .join(", ")
    .replace(", 이하", " 이하");
}

const PARAGRAPH =
  /(?:, paragraph |, (?=annex |part \d)|(?<=SI 2019\/411\)|2017\/1509|833\/2014), (?=\d))((?:annex |part )?[\w.()]+(?: chapter \d+| to [\w.()]+)?(?: and (?:annex of arms|(?:annex )?[\w.()]+))?)/g;

/** `UNSCR 2397 (2017), paragraph 7` as 안보리 결의 2397호(2017) 7항, wherever it stands in the words. */
export function sayAct(words: string): string {
  const named = ACTS.reduce((said, [english, korean]) => said.replaceAll(english, korean), words);
  return named
    .replaceAll(PARAGRAPH, (_whole, paragraph: string) => ` ${sayParagraph(paragraph)}`)
    .replaceAll(/(?<=\d\d CFR), (?=\d)/g, " ")
    .replaceAll(/UNSCR (\d+) \((\d+)\)/g, "안보리 결의 $1호($2)")
    .replace(/, lists extended by UNSCR ([\d, ]+) and (\d+)/, "(결의 $1, $2호로 확대된 목록)")
    .replace(/, items of UNSCR (\d+) annex (\w+)/, "(결의 $1호 부속서 $2의 품목)")
    .replaceAll("호(2016) and 안보리", "호(2016), 안보리");
}

/**
 * An act with the place in it, as it is cited on every page, in every document and by every command: resolutions have
 * paragraphs (`UNSCR 2397 (2017), paragraph 7`), regulations their own numbers (`US North Korea Sanctions Regulations, 31 CFR, 510.201`).
 */
export function actIn(language: "en" | "ko", { instrument, paragraph }: Place): string {
  const place =
    instrument.startsWith("UNSCR") && /^\d/.test(paragraph) ? `paragraph ${paragraph}` : paragraph;
  const act = place === "" ? instrument : `${instrument}, ${place}`;
  return language === "ko" ? sayAct(act) : act;
}
