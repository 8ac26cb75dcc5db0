import type { FrontPath, PathStep } from "./nearest-listed.ts";
import type { FactKind, RelationKind } from "./tie-kind.ts";

export type FrontLanguage = "en" | "ko";

type Pair = readonly [en: string, ko: string];

const FACTS: Readonly<Record<FactKind, Pair>> = {
  document: ["document number", "문서 번호"],
  wallet: ["wallet", "가상자산 지갑"],
  "bank-account": ["bank account", "은행 계좌"],
  device: ["device", "기기"],
  phone: ["telephone number", "전화번호"],
  email: ["e-mail address", "이메일 주소"],
  domain: ["domain", "도메인"],
  address: ["address", "주소"],
};

/** Who has the part, and who is the other side of it. */
const RELATIONS: Readonly<Record<RelationKind, { readonly forward: Pair; readonly back: Pair }>> = {
  founder: { forward: ["founded", "설립함"], back: ["was founded by", "설립자"] },
  owner: { forward: ["owns a part of", "지분 보유"], back: ["is owned in part by", "지분 보유자"] },
  director: { forward: ["is an officer of", "임원"], back: ["has as an officer", "임원"] },
  employee: { forward: ["works for", "근무함"], back: ["employs", "직원"] },
  family: { forward: ["is of the family of", "가족"], back: ["is of the family of", "가족"] },
  associate: { forward: ["is an associate of", "관계인"], back: ["is an associate of", "관계인"] },
  linked: { forward: ["is linked to", "연관됨"], back: ["is linked to", "연관됨"] },
};

const isFact = (tie: string): tie is FactKind => Object.hasOwn(FACTS, tie);

function sayOthers(step: PathStep, language: FrontLanguage): string {
  const others = step.sharers - 2;
  if (others <= 0 || step.tie === "name") return "";
  if (language === "ko") return `, 그 밖에 ${others}곳`;
  return `, as ${others === 1 ? "one other has" : `${others} others have`}`;
}

function sayAge(step: PathStep, language: FrontLanguage): string {
  const years = Math.floor(step.ageYears);
  if (years < 1) return "";
  if (language === "ko") return `, ${years}년 전 정보`;
  return `, last known ${years} ${years === 1 ? "year" : "years"} before`;
}

/** One step in a plain sentence without its stop, with how common the tie is and how old. */
export function sayStep(step: PathStep, language: FrontLanguage): string {
  const at = language === "en" ? 0 : 1;
  const [from, to] = [step.from.caption, step.to.caption];
  const rest = `${sayOthers(step, language)}${sayAge(step, language)}`;
  if (step.tie === "name") {
    return language === "en"
      ? `${from} may be ${to} by name and facts`
      : `${from}: 이름과 사실로 보아 ${to}일 수 있음`;
  }
  if (isFact(step.tie)) {
    const fact = FACTS[step.tie][at];
    const written = step.written;
    const same = written === null || written.from === written.to;
    const values = written === null ? "" : same ? ` (${written.from})` : ` (${written.from} ≈ ${written.to})`;
    return language === "en"
      ? `${from} has the ${fact} of ${to}${values}${rest}`
      : `${from}, ${to}: 같은 ${fact}${values}${rest}`;
  }
  const relation = RELATIONS[step.tie];
  const words = (step.forward === false ? relation.back : relation.forward)[at];
  const role = step.role === null ? "" : ` (${step.role})`;
  return language === "en"
    ? `${from} ${words} ${to}${role}${rest}`
    : `${from} → ${to}: ${words}${role}${rest}`;
}

/** A path in one sentence, step after step. */
export function sayPath(path: FrontPath, language: FrontLanguage): string {
  return `${path.steps.map((step) => sayStep(step, language)).join("; ")}.`;
}
