import { describe, expect, it } from "vitest";
import { indexOf } from "../../../bench/eval/built-index.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import type { Match } from "./subject.ts";

const LISTED = {
  Person: [
    "Tegavan Burrosel Amadio",
    "Sirajuddin Hamid Karzaloo",
    "Min Thu Zaw",
    "Qandil Rafiq Osmanov",
    "Vladimir Kornetsov",
    "Jazmin Chorazhov",
    "SHIRAKAWA, Kiyoshi",
  ],
  Vessel: ["Zaroun Pearl 2", "Ho Myong 7"],
  Organization: [
    "Zaroun Marine Equipment Corporation",
    "Limited Liability Company Torvelgrad Instrumentostroy",
    "Hantawaddy Gems Trading Company",
    "Sirichai Kanchanaphon Construction Company Limited",
  ],
} as const;

const parties = Object.entries(LISTED).flatMap(([schema, names]) => names.map((name) => ({ schema, name })));
const index = indexOf(
  parties.map(({ schema, name }) => ({
    schema,
    names: [{ text: name, kind: "name" as const }],
    identifiers: [],
    birthDates: [],
    countries: [],
    genders: [],
  })),
  (place) => ({ id: String(place), schema: "Person", properties: { name: [parties[place]?.name ?? ""] } }),
);

/** The listed party that a name finds first. */
function first(schema: string, name: string): Match | undefined {
  return index.match({ schema, properties: { name: [name] } }, { ...DEFAULT_POLICY, threshold: 0 })[0];
}

describe("a listed party is found when its name is written", () => {
  it.each([
    ["with a title before it", "Person", "Brig. Gen. Qandil Rafiq Osmanov", "Qandil Rafiq Osmanov"],
    [
      "with a title, of whatever kind it is",
      "Thing",
      "Brig. Gen. Qandil Rafiq Osmanov",
      "Qandil Rafiq Osmanov",
    ],
    ["with a ship's prefix, of whatever kind it is", "Thing", "M/V Zaroun Pearl 2", "Zaroun Pearl 2"],
    ["with a degree behind it", "Person", "Qandil Rafiq Osmanov, PhD", "Qandil Rafiq Osmanov"],
    ["without any space", "Person", "TegavanBurroselAmadio", "Tegavan Burrosel Amadio"],
    [
      "with signs as web pages write them",
      "Person",
      "Qandil&nbsp;Raf&iacute;q&#32;Osmanov",
      "Qandil Rafiq Osmanov",
    ],
    ["with digits for letters", "Person", "Q4nd1l R4fiq 0smanov", "Qandil Rafiq Osmanov"],
    ["with look-alikes of other alphabets", "Person", "Qaոdіl Rаfіq Օѕmаnоv", "Qandil Rafiq Osmanov"],
    ["with a Russian short name", "Person", "Volodya Kornetsov", "Vladimir Kornetsov"],
    ["in Hindi", "Person", "सिराजुद्दीन हामिद करज़ालू", "Sirajuddin Hamid Karzaloo"],
    ["in Greek", "Person", "Σιρατζουντίν Χαμίντ Καρζαλού", "Sirajuddin Hamid Karzaloo"],
    ["in Burmese, all syllables together", "Person", "မင်းသူဇော်", "Min Thu Zaw"],
    ["in Hebrew", "Person", "קנדיל רפיק אוסמנוב", "Qandil Rafiq Osmanov"],
    ["in Hebrew, with the sign of foreign sounds", "Person", "ג׳זמין צ׳וראז׳וב", "Jazmin Chorazhov"],
    ["in Hebrew, with an apostrophe for that sign", "Person", "ג'זמין צ'וראז'וב", "Jazmin Chorazhov"],
    ["in kanji, family name first", "Person", "白川清司", "SHIRAKAWA, Kiyoshi"],
    ["in kanji with a space", "Person", "白川 清", "SHIRAKAWA, Kiyoshi"],
    ["with a given name more", "Person", "Qandil Ahmad Rafiq Osmanov", "Qandil Rafiq Osmanov"],
    ["with a ship's prefix", "Vessel", "M/V Zaroun Pearl 2", "Zaroun Pearl 2"],
    ["with a Roman numeral", "Vessel", "ZAROUN PEARL II", "Zaroun Pearl 2"],
    [
      "with an article before it",
      "Organization",
      "The Zaroun Marine Equipment Corporation",
      "Zaroun Marine Equipment Corporation",
    ],
    [
      "with Group behind it",
      "Organization",
      "Zaroun Marine Equipment Group",
      "Zaroun Marine Equipment Corporation",
    ],
    [
      "with a country before its legal form",
      "Organization",
      "Zaroun Marine Equipment Kazakhstan Corp.",
      "Zaroun Marine Equipment Corporation",
    ],
    [
      "cut off within its last word",
      "Organization",
      "LIMITED LIABILITY COMPANY TORVELGRAD INS",
      "Limited Liability Company Torvelgrad Instrumentostroy",
    ],
    [
      "in Burmese, its common words translated",
      "Organization",
      "ဟံသာဝတီ ကျောက်မျက် ကုန်သွယ်ရေး ကုမ္ပဏီ လီမိတက်",
      "Hantawaddy Gems Trading Company",
    ],
    [
      "in Thai, common words and forms written together with the names",
      "Organization",
      "บริษัทศิริชัย กาญจนพรก่อสร้างจำกัด",
      "Sirichai Kanchanaphon Construction Company Limited",
    ],
    [
      "with its first letters in brackets",
      "Organization",
      "Zaroun Marine Equipment Corporation (ZMEC)",
      "Zaroun Marine Equipment Corporation",
    ],
  ])("%s", (_how, schema, written, listed) => {
    const match = first(schema, written);
    expect(match?.caption).toBe(listed);
    expect(match?.score).toBeGreaterThan(DEFAULT_POLICY.threshold);
  });

  it("and another number is another ship, in whichever numerals", () => {
    expect(first("Vessel", "Zaroun Pearl III")?.score ?? 0).toBeLessThan(DEFAULT_POLICY.threshold);
  });

  it("and the explanation names the subject as it was given, its title with it", () => {
    expect(first("Person", "Brig. Gen. Qandil Rafiq Osmanov")?.name?.query).toBe(
      "Brig. Gen. Qandil Rafiq Osmanov",
    );
  });
});
