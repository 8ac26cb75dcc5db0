import { describe, expect, it } from "vitest";
import { formNames, withoutForm } from "./legal-form.ts";
import { cleanText, splitWords } from "./normalize.ts";

function bare(name: string): { name: string; forms: string } {
  const { words, forms } = withoutForm(splitWords(cleanText(name, new Set()), new Set()));
  return { name: words.map(({ text }) => text).join(" "), forms: formNames(forms) };
}

describe("taking the legal form off a name", () => {
  it.each([
    ["BESTHINGS, SA DE C.V.", "besthings", "stock"],
    ["BESTHINGS, Sociedad Anonima DE C.V.", "besthings", "stock"],
    ["BESTHINGS, Sb.A. DE C.V.", "besthings", "stock"],
    ["RECSERVI, S.A. DEC.V.", "recservi", "stock"],
    ["FUTURISFZE", "futuris", "limited"],
    ["IPMLIMITED", "ipm", "limited"],
    ["LIMITED LIABILITY COMPANYRB-ESTEIT", "rb esteit", "limited"],
    ["OBSHCHESTVO S OGRANICHENNOI OTVETSTVENNOSTYUTEKHNOKRATIYA", "tekhnokratiya", "limited"],
    ["AKHANGARANCEMENTJOINT STOCK COMPANY", "akhangarancement", "stock"],
    ["OJSCSAMOTLORNEFTEGAZ", "samotlorneftegaz", "stock"],
    ["GKROOO", "gkr", "limited"],
    ["OPuN JOINT STOCK COtMPANY ALEVKURP", "alevkurp", "stock"],
    ["JOINT SuCK COMPANY LOCKO BANK", "locko bank", "stock"],
    ["SIAM NICE COMPANY LD.", "siam nice", "limited"],
    ["ѕ.а. Dе C.V. AEROсONDOR", "aerocondor", "stock"],
    ["OBSHCHESTVOS OGRANICHENNOI OTVETSTVENNOSTYU PLAZ", "plaz", "limited"],
    ["obshchestvo s ogranichennoi otvetsvennostiu vr-resurs", "vr resurs", "limited"],
    ["FOCUS COMP SARL", "focus", "limited, company"],
    ["ABC Sp. z o.o.", "abc", "limited"],
    ["Yanbian Co., Ltd", "yanbian", "limited"],
    ["株式会社山田", "山田", "stock"],
    ["주식회사 하나", "하나", "stock"],
  ])("sees it in %s", (written, name, forms) => {
    expect(bare(written)).toEqual({ name, forms });
  });

  it.each([
    "MILITARY COOPERATION",
    "GROUP OF COMPANIES",
    "ALPHA PVL",
    "NUR AS SABA",
    "TRUST ME",
    "SIMON SAYS",
  ])("leaves %s as it is", (written) => {
    expect(bare(written).name).toBe(written.toLowerCase());
  });
});
