import { sayAct } from "./acts.ts";
import { OF_ALERTS } from "./alert-sentences.ts";
import { OF_GOODS } from "./goods-sentences.ts";
import { OF_OWNERSHIP } from "./ownership-sentences.ts";
import { withParticles } from "./particles.ts";
import { OF_PROBLEMS } from "./problems.ts";
import { type Sentence, sayDates } from "./sentence.ts";
import { titleInKorean, titlesInside } from "./titles.ts";
import { OF_WAIVERS } from "./waiver-sentences.ts";

const ROLES: readonly (readonly [RegExp, string])[] = [
  [/^Payer bank /, "지급인 은행 "],
  [/^Payee bank /, "수취인 은행 "],
  [/^Payer /, "지급인 "],
  [/^Payee /, "수취인 "],
  [/^Intermediary /, "중개 은행 "],
  [/^Supplier /, "공급자 "],
  [/^Manufacturer /, "제조자 "],
  [/^Carrier /, "운송인 "],
  [/^Forwarder /, "운송 주선인 "],
  [/^Vessel /, "선박 "],
  [/^Consignee /, "수하인 "],
  [/^End user /, "최종 사용자 "],
  [/^Employer /, "고용주 "],
  [/^Worker /, "근로자 "],
  [/^Applicant /, "신청인 "],
  [/^Other /, "기타 당사자 "],
];

const RELATIONS: Readonly<Record<string, string>> = {
  owner: "소유자",
  director: "임원",
  founder: "설립자",
  employee: "직원",
  subsidiary: "자회사",
};

const FACTS: Readonly<Record<string, string>> = {
  address: "주소",
  phone: "전화번호",
  email: "이메일",
  website: "웹사이트",
  identifier: "식별 번호",
};

/** `“A”, director of “B”,` as “B”의 임원 “A”; a party with its role in Korean. */
function sayWho(words: string): string {
  const [, name, relation = "", of = ""] = /^(“.*”), (\w+) of (.*),$/.exec(words) ?? [];
  if (name !== undefined) return `${sayWho(of)}의 ${RELATIONS[relation] ?? relation} ${name}`;
  for (const [pattern, korean] of ROLES) if (pattern.test(words)) return words.replace(pattern, korean);
  return words;
}

const since = (where: string): string => sayDates(where).replace(/, since (\S+ \S+ \S+)/g, ", $1부터");

/** Sentences about a pair of names and facts (`src/engine/match/features.ts`). */
const OF_MATCHES: readonly Sentence[] = [
  [
    /^The names are equal but for case, accents and punctuation\.$/,
    () => "대소문자, 강세, 문장부호를 빼면 이름이 같습니다.",
  ],
  [
    /^The names are the same, letter for letter in their own script\.$/,
    () => "고유 문자로 이름이 완전히 같습니다.",
  ],
  [/^The names are the same once read in Latin letters\.$/, () => "로마자로 읽으면 이름이 같습니다."],
  [
    /^Of (\d+) words? asked about, (\d+) of (\d+) listed (?:is|are) met; the rarer the words, the more it says\.$/,
    (own = "", met = "", listed = "") =>
      `질의한 낱말 ${own}개 중 등재된 낱말 ${listed}개 가운데 ${met}개와 대응합니다. 드문 낱말일수록 의미가 큽니다.`,
  ],
  [/^Words meet inexactly: (.*)\.$/, (pairs = "") => `낱말이 정확히는 아니게 대응합니다: ${pairs}.`],
  [/^The listing has nothing for (.*)\.$/, (words = "") => `명단에 대응하는 낱말이 없음: ${words}.`],
  [
    /^The subject has nothing for the listed (.*)\.$/,
    (words = "") => `조회 대상에 대응하는 낱말이 없음: ${words}.`,
  ],
  [
    /^A word stands in place of another: (.*) where the listing has (.*)\.$/,
    (own = "", listed = "") => `낱말이 다름: 조회 대상 ${own}, 명단 ${listed}.`,
  ],
  [/^The words stand in another order\.$/, () => "낱말의 순서가 다릅니다."],
  [/^The names carry different numbers\.$/, () => "이름에 든 숫자가 다릅니다."],
  [/^Both names state a legal form of the same kind\.$/, () => "양쪽 이름의 법인 형태가 같은 종류입니다."],
  [/^The names state legal forms of different kinds\.$/, () => "양쪽 이름의 법인 형태가 다릅니다."],
  [/^One of the names states a legal form, the other none\.$/, () => "한쪽 이름에만 법인 형태가 있습니다."],
  [/^The name was read from another script\.$/, () => "다른 문자에서 읽은 이름입니다."],
  [
    /^The characters were compared by their Mandarin sound, which many names share\.$/,
    () => "한자를 중국어 발음으로 비교했습니다. 같은 발음의 이름이 많습니다.",
  ],
  [/^The list marks this name as a weak alias\.$/, () => "명단에서 약한 별칭으로 표시한 이름입니다."],
  [/^A nationality is the same\.$/, () => "국적이 같습니다."],
  [/^A country is the same\.$/, () => "국가가 같습니다."],
  [/^No nationality is the same\.$/, () => "같은 국적이 없습니다."],
  [/^No country is the same\.$/, () => "같은 국가가 없습니다."],
  [/^The gender stated is different\.$/, () => "성별이 다릅니다."],
  [
    /^How often such evidence was right where the truth is known\.$/,
    () => "정답을 아는 사례에서 이런 근거가 맞은 비율입니다.",
  ],
  [
    /^What is assumed of a candidate before its words are compared\.$/,
    () => "낱말을 비교하기 전에 가정하는 값입니다.",
  ],
  [/^An identifier is the same\.$/, () => "식별 번호가 같습니다."],
  [/^Identifiers that a party has only one of are different\.$/, () => "하나뿐인 식별 번호가 다릅니다."],
  [/^One word of a longer name never makes a hit\.$/, () => "긴 이름의 낱말 하나만으로는 탐지하지 않습니다."],
  [
    /^A weak alias confirms other facts; by itself it never makes a hit\.$/,
    () => "약한 별칭은 다른 사실을 뒷받침할 뿐, 그것만으로는 탐지하지 않습니다.",
  ],
  [/^A birth date is not stated\.$/, () => "출생일 정보가 없습니다."],
  [/^The birth dates are equal\.$/, () => "출생일이 같습니다."],
  [/^The birth dates agree as far as both are stated\.$/, () => "양쪽에 있는 범위에서 출생일이 일치합니다."],
  [/^The year of birth is the same, and the day or the month\.$/, () => "출생 연도와 월 또는 일이 같습니다."],
  [/^The birth date lies within the range stated\.$/, () => "출생일이 적힌 범위 안에 있습니다."],
  [
    /^Day and month of birth are the same, the year is the next one\.$/,
    () => "월과 일이 같고 연도가 한 해 차이입니다.",
  ],
  [/^Day and month of birth are exchanged\.$/, () => "월과 일이 뒤바뀌었습니다."],
  [/^One digit of the year of birth differs\.$/, () => "출생 연도의 숫자 하나가 다릅니다."],
  [/^The years of birth are neighbours\.$/, () => "출생 연도가 한 해 차이입니다."],
  [/^The year of birth is the same, day and month are not\.$/, () => "출생 연도는 같고 월과 일이 다릅니다."],
  [/^The years of birth are two or three apart\.$/, () => "출생 연도가 두세 해 차이입니다."],
  [/^The birth dates are of different persons\.$/, () => "출생일이 서로 다른 사람의 것입니다."],
];

/** Signs of a front company, and what an innocent reader would say (`data/redflags/front-companies.json`). */
const FLAGS: Readonly<Record<string, string>> = {
  "RF-140":
    "제3국 회사이나 북한 인사가 운영하거나 근무하는 징후입니다(RF-140). 무관할 수도 있습니다: 해당 국적의 임원이 오랜 기간 해외에 거주했거나 국적이 잘못 기재되었을 수 있습니다.",
  "RF-141":
    "등재 회사 관계자가 유사한 이름으로 설립한 자매회사의 징후입니다(RF-141). 무관할 수도 있습니다: 퇴사자가 같은 업종의 회사를 세우는 일은 흔합니다.",
  "RF-142":
    "등재 대상과 드문 사실을 공유하는 징후입니다(RF-142). 무관할 수도 있습니다: 사무용 건물이나 설립 대행사는 무관한 회사도 함께 씁니다.",
};

const sayFlag = (rule: string): string => FLAGS[rule] ?? rule;

/** Why flags together open a case or do not (`src/engine/redflags/case.ts`). */
const OF_FLAGS: readonly Sentence[] = [
  [/^(\S+) alone is decisive\.$/, (rule = "") => `${rule} 하나로 충분합니다.`],
  [/^Low flags alone open nothing\.$/, () => "낮은 징후만으로는 사건이 되지 않습니다."],
  [
    /^All of it is one kind of evidence; another kind must agree\.$/,
    () => "근거가 한 종류뿐이며 다른 종류의 근거가 있어야 합니다.",
  ],
  [
    /^(\d+) kinds of evidence agree, with a weight of (\S+) where (\S+) is needed\.$/,
    (kinds = "", weight = "", needed = "") =>
      `근거 ${kinds}종이 일치합니다(가중치 ${weight}, 기준 ${needed}).`,
  ],
  [
    /^The weight is (\S+), and (\S+) is needed\.$/,
    (weight = "", needed = "") => `가중치 ${weight}, 기준 ${needed}`,
  ],
  [/^One of them this version does not know\.$/, () => "그중 하나는 이 버전이 알지 못하는 징후입니다."],
];

const KINDS: Readonly<Record<string, string>> = {
  payment: "지급",
  shipment: "물품",
  hire: "채용",
  project: "사업",
  party: "당사자",
};

/** Sentences of verdicts (`src/engine/check`). */
const OF_CHECKS: readonly Sentence[] = [
  [
    /^This (\w+) is prohibited on (.+?)\. (.*)$/,
    (kind = "", day = "", why = "") =>
      `이 ${KINDS[kind] ?? kind}: ${sayDates(day)} 기준 금지. ${sayWhy(why)}`,
  ],
  [
    /^This (\w+) must not pass on (.+?) before a person has decided\. (.*)$/,
    (kind = "", day = "", why = "") =>
      `이 ${KINDS[kind] ?? kind}: ${sayDates(day)} 기준, 담당자가 판단하기 전에는 진행할 수 없습니다. ${sayWhy(why)}`,
  ],
  [
    /^This (\w+) is permitted on (.+?): what is forbidden in it is covered by waivers in every part\.$/,
    (kind = "", day = "") =>
      `이 ${KINDS[kind] ?? kind}: ${sayDates(day)} 기준, 금지된 부분이 모두 제재 면제 대상이므로 허용됩니다.`,
  ],
  [
    /^This (\w+) may pass on (.+?): nothing found forbids it on that day\.(?: (.*))?$/,
    (kind = "", day = "", note = "") =>
      `이 ${KINDS[kind] ?? kind}: ${sayDates(day)} 기준 막는 사유를 찾지 못했습니다.${note === "" ? "" : ` ${sayWhy(note)}`}`,
  ],
  [/^No party is named, so nobody could be screened\.$/, () => "당사자가 없어 스크리닝할 수 없습니다."],
  [/^The parties to the transaction\.$/, () => "거래 당사자"],
  [
    /^(.*) states no name and no other fact, so it cannot be screened\.$/,
    (who = "") => `${sayWho(who)}: 이름도 다른 사실도 없어 스크리닝할 수 없습니다.`,
  ],
  [
    /^(.*[”,]) may be (.*) \((.*)\)\.$/,
    (who = "", name = "", where = "") => `${sayWho(who)}: ${name}일 수 있습니다(${since(where)}).`,
  ],
  [
    /^(.*[”,]) is (.*) \((.*)\)\.$/,
    (who = "", name = "", where = "") => `${sayWho(who)}: ${name}입니다(${since(where)}).`,
  ],
  [
    /^(.*[”,]) is (.*) \((.*)\); no rule of that list is known to bind this transaction\.$/,
    (who = "", name = "", where = "") =>
      `${sayWho(who)}: ${name}입니다(${since(where)}). 그 명단의 규정 중 이 거래에 적용되는 것은 알려져 있지 않습니다.`,
  ],
  [
    /^(.*[”,]) has the (\w+) of (.*) \((.*)\)\.$/,
    (who = "", fact = "", name = "", where = "") =>
      `${sayWho(who)}: ${name}와(과) ${FACTS[fact] ?? fact}가 같습니다(${since(where)}).`,
  ],
  [
    /^(.*[”,]) (is|may be) (.*), which was not listed on (.*?): it is designated (from|in the edition of) (.*)\.$/,
    (who = "", how = "", name = "", day = "", by = "", first = "") =>
      `${sayWho(who)}: ${name}${how === "is" ? "입니다" : "일 수 있습니다"}. ${sayDates(day)}에는 등재되지 않았고 ${sayDates(first)}${by === "from" ? "부터" : " 판에서"} 지정되었습니다.`,
  ],
  [
    /^(.*[”,]) (is|may be) (.*), which had left the list by (.*)\.$/,
    (who = "", how = "", name = "", day = "") =>
      `${sayWho(who)}: ${name}${how === "is" ? "입니다" : "일 수 있습니다"}. ${sayDates(day)} 전에 명단에서 삭제되었습니다.`,
  ],
  [
    /^(.*[”,]) (is|may be) (.*) \((.*)\); it stands in the edition of (.*), and whether it was listed on (.*) is not known\.$/,
    (who = "", how = "", name = "", where = "", held = "", day = "") =>
      `${sayWho(who)}: ${name}${how === "is" ? "입니다" : "일 수 있습니다"}(${since(where)}). ${sayDates(held)} 판에 있으며 ${sayDates(day)}에 등재되어 있었는지는 알 수 없습니다.`,
  ],
  [/^The day on which (.*) was listed\.$/, (name = "") => `${name}의 등재일`],
  [
    /^(.*[”,]) has the (\w+) of (.*), which was not yet listed on that day \((.*)\)\.$/,
    (who = "", fact = "", name = "", where = "") =>
      `${sayWho(who)}: ${name}와(과) ${FACTS[fact] ?? fact}가 같으나 그날에는 아직 등재되지 않았습니다(${since(where)}).`,
  ],
  [
    /^(\d+) more listed parties have the same (\w+)\.$/,
    (count = "", fact = "") => `같은 ${FACTS[fact] ?? fact}의 등재 대상이 ${count}개 더 있습니다.`,
  ],
  [
    /^(.*[”,]) has the name of (.*) and another birth date \((.*), not (.*)\), so it is taken for another person\.$/,
    (who = "", name = "", own = "", listed = "") =>
      `${sayWho(who)}: ${name}와(과) 이름이 같으나 출생일이 다르므로(${own}, 명단 ${listed}) 다른 사람으로 봅니다.`,
  ],
  [
    /^A document number, address or registration that is, or is not, that of (.*?)\.?$/,
    (name = "") => `${name}의 것과 같거나 다른 문서 번호, 주소 또는 등록 정보`,
  ],
  [
    /^The name of each party, and an identifier or birth date\.$/,
    () => "각 당사자의 이름과 식별 번호 또는 출생일",
  ],
  [
    /^(.*?) is a company of (\w+) and leads to North Korea by (?:one fact|(\d+) facts)\. .*?\((RF-\d+)\); it may be innocent: .*$/,
    (name = "", country = "", count = "", rule = "") =>
      `${name}: ${country} 회사이나 사실 ${count === "" ? "1" : count}건으로 북한과 이어집니다. ${sayFlag(rule)}`,
  ],
  [
    /^Who runs (.*?) leads to (.*), and the two have words of their names in common \((.*?)\)\. .*?\((RF-\d+)\); it may be innocent: .*$/,
    (name = "", listed = "", words = "", rule = "") =>
      `${name}의 운영자가 ${listed}(으)로 이어지며 두 상호에 같은 말이 있습니다(${words}). ${sayFlag(rule)}`,
  ],
  [
    /^(.*?) leads to (.*?)(?: in (\d+) ways)?: (.*?) [A-Z][^.]*? \((RF-\d+)\); it may be innocent: .*$/,
    (name = "", listed = "", ways = "", path = "", rule = "") =>
      `${name}: ${listed}(으)로 ${ways === "" ? "" : `${ways}가지 경로로 `}이어집니다(${path}) ${sayFlag(rule)}`,
  ],
  [
    /^Proof of who founded the party, who runs it and where its people work\.$/,
    () => "누가 설립하고 운영하며 직원이 어디서 일하는지에 대한 증빙",
  ],
  [
    /^The (?:account|(\d+) accounts) behind (.*?) show (\d+) red flags of disguised work(?:, such as .*?)?\. (.*)$/,
    (accounts = "", who = "", count = "", because = "") =>
      `${sayWho(who)}의 계정 ${accounts === "" ? "1" : accounts}개에 위장 근로의 위험 징후 ${count}건이 있습니다. ${sayInKorean(because) ?? because}`,
  ],
  [
    /^A person's decision on the case, after the worker was heard: each flag has innocent explanations\.$/,
    () => "당사자의 설명을 들은 뒤 담당자가 내리는 결정. 각 징후에는 무관한 사정이 있을 수 있습니다.",
  ],
  [
    /^The indicators (.*) were published after (.*): they are applied to that day in hindsight\.$/,
    (rules = "", day = "") =>
      `징후 ${rules}는 ${sayDates(day)} 이후에 공개되었으며, 그날에는 소급하여 적용되었습니다.`,
  ],
  [/^Proof of who controls the party\.$/, () => "누가 지배하는지에 대한 증빙"],
  [/^Proof that listed parties do not control it\.$/, () => "등재 대상이 지배하지 않는다는 증빙"],
  [
    /^Proof that listed parties together own (50 % or less|less than 50 %)\.$/,
    (share = "") => `등재 대상의 지분 합계가 50% ${share.startsWith("less") ? "미만" : "이하"}라는 증빙`,
  ],
  [
    /^Whether (.*) is in the hands of listed parties is not decided by what is known(?: \(between (\S+) and (\S+) % is in their hands\))?: .* needs to know more\.$/,
    (who = "", min = "", max = "") =>
      `${sayWho(who)}: 알려진 사실로는 등재 대상의 소유·지배 여부를 판단할 수 없습니다${min === "" ? "" : `(지분 ${min}~${max}%)`}.`,
  ],
  [
    /^(\S+) % of (.*) is owned, directly or through others, by listed parties: (.*?), .*$/,
    (share = "", who = "") => `${sayWho(who)}: 등재 대상이 직간접으로 지분 ${share}%를 보유하고 있습니다.`,
  ],
  [
    /^(.*) is controlled, directly or through others, by listed parties, .*$/,
    (who = "") => `${sayWho(who)}: 등재 대상이 직간접으로 지배하고 있습니다.`,
  ],
  [
    /^(.*) resembles (.*) of an allow list\. That permits nothing by itself\.$/,
    (who = "", name = "") =>
      `${sayWho(who)}: 허용 명단의 ${name}와(과) 유사합니다. 그것만으로 허용되지는 않습니다.`,
  ],
  [
    /^(.*) resembles (.*); a person decided on these facts that it is another party \((.*), until (.*)\)\.$/,
    (who = "", name = "", reference = "", until = "") =>
      `${sayWho(who)}: ${name}와(과) 유사하지만 담당자가 다른 대상으로 판단했습니다(${reference}, ${sayDates(until)}까지).`,
  ],
  [
    /^A birth date that is, or is not, that of (.*)\.$/,
    (name = "") => `${name}의 출생일과 같거나 다른 출생일`,
  ],
  [
    /^Proof that (.*) is another party than (.*?)\.?$/,
    (who = "", name = "") => `${sayWho(who)}이(가) ${name}와(과) 다른 대상이라는 증빙`,
  ],
  [
    /^Proof of what (.*) has to do with (.*), or that (.*) is not its (\w+)\.$/,
    (who = "", name = "", value = "", fact = "") =>
      `${sayWho(who)}와(과) ${name}의 관계에 대한 증빙, 또는 ${value}이(가) 그 ${FACTS[fact] ?? fact}가 아니라는 증빙`,
  ],
  [
    /^Proof of who owns and controls the party, and of what its (\w+) has to do with it\.$/,
    (relation = "") =>
      `누가 소유하고 지배하는지, ${RELATIONS[relation] ?? relation}이(가) 어떤 관계인지에 대한 증빙`,
  ],
  [
    /^A statement of the jurisdictions that bind the transaction\.$/,
    () => "거래에 적용되는 관할에 대한 진술",
  ],
  [
    /^The newest edition held that was in force on (.*?) is old for: (.*)\. Who was listed in between may not be seen\.$/,
    (day = "", lists = "") =>
      `${sayDates(day)}에 유효했던 최신 판이 오래됨: ${sayDates(lists).replace(/(\d+) days before/g, "$1일 전")}. 그 사이에 등재된 대상은 보이지 않을 수 있습니다.`,
  ],
  [
    /^No edition of (.*?) or before is held of: (.*)\. For these the answer rests on the days of listing that are stated; who stood on them then and has left since cannot be seen\.$/,
    (day = "", lists = "") =>
      `${sayDates(day)} 이전의 판이 없는 명단: ${sayDates(lists).replace(/\(oldest (.*?)\)/g, "(가장 오래된 판 $1)")}. 이 명단에 대한 답은 적힌 등재일에 따르며, 당시 등재되었다가 이후 삭제된 대상은 알 수 없습니다.`,
  ],
  [/^No list is loaded: nobody was screened\.$/, () => "적용된 명단이 없어 아무도 스크리닝하지 않았습니다."],
  [
    /^Stated from background knowledge in part, and to be confirmed in the source before it is relied on: (.*)\.$/,
    (rules = "") => `일부는 배경 지식에 따른 것이므로 원문을 확인해야 함: ${sayAct(rules)}.`,
  ],
];

/** Why a case is open, or is none (`src/engine/redflags/case.ts`). */
const OF_CASES: readonly Sentence[] = [
  [/^(RF-\d+) alone is decisive\.$/, (rule = "") => `${rule} 하나만으로 사건이 됩니다.`],
  [/^Low flags alone open nothing\.$/, () => "낮은 징후만으로는 사건이 되지 않습니다."],
  [
    /^All of it is one kind of evidence; another kind must agree\.$/,
    () => "모두 같은 종류의 증거이므로, 다른 종류의 증거가 더 있어야 합니다.",
  ],
  [
    /^(\d+) kinds of evidence agree, with a weight of (\S+) where (\S+) is needed\.$/,
    (kinds = "", weight = "", needed = "") =>
      `${kinds}종류의 증거가 일치하며 가중치는 ${weight}입니다(기준 ${needed}).`,
  ],
  [
    /^The weight is (\S+), and (\S+) is needed\.$/,
    (weight = "", needed = "") => `가중치 ${weight}(기준 ${needed})입니다.`,
  ],
];

/** The reason within a summary, with how many more there are. */
function sayWhy(words: string): string {
  const [, why = words, more] = /^(.*?) \(and (\d+) more reasons?\)$/.exec(words) ?? [];
  const said = sayInKorean(why) ?? why;
  return more === undefined ? said : `${said} (사유 ${more}건 더 있음)`;
}

const TIES: Readonly<Record<string, string>> = {
  "document number": "문서 번호",
  wallet: "가상자산 지갑",
  "bank account": "은행 계좌",
  device: "기기",
  "telephone number": "전화번호",
  "e-mail address": "이메일 주소",
  domain: "도메인",
  address: "주소",
};

const PARTS: Readonly<Record<string, string>> = {
  founded: "설립함",
  "was founded by": "설립자",
  "owns a part of": "지분 보유",
  "is owned in part by": "지분 보유자",
  "is an officer of": "임원",
  "has as an officer": "임원",
  "works for": "근무함",
  employs: "직원",
  "is of the family of": "가족",
  "is an associate of": "관계인",
  "is linked to": "연관됨",
};

/** How common a tie is and how old: what follows the step itself. */
function sayRest(rest: string): string {
  return rest
    .replace(/, as one other has/, ", 그 밖에 1곳")
    .replace(/, as (\d+) others have/, ", 그 밖에 $1곳")
    .replace(/, last known (\d+) years? before/, ", $1년 전 정보");
}

/** A step of a path (`src/engine/network/fronts/say-path.ts`); null where it is none. */
function sayStep(step: string): string | null {
  const [, alike, listed] = /^(.*) may be (.*) by name and facts$/.exec(step) ?? [];
  if (alike !== undefined) return `${alike}: 이름과 사실로 보아 ${listed}일 수 있음`;
  const rest = String.raw`((?:, as (?:one other has|\d+ others have))?(?:, last known \d+ years? before)?)`;
  const shared = new RegExp(
    `^(.*) has the (${Object.keys(TIES).join("|")}) of (.*?)( \\(.*\\))?${rest}$`,
  ).exec(step);
  if (shared !== null) {
    const [, from = "", tie = "", to = "", values = "", more = ""] = shared;
    return `${from}, ${to}: 같은 ${TIES[tie]}${values}${sayRest(more)}`;
  }
  const related = new RegExp(`^(.*?) (${Object.keys(PARTS).join("|")}) (.*?)${rest}$`).exec(step);
  if (related === null) return null;
  const [, from = "", part = "", to = "", more = ""] = related;
  return `${from} → ${to}: ${PARTS[part]}${sayRest(more)}`;
}

/** A path in one sentence, where each of its steps is known; else null. */
function sayPath(words: string): string | null {
  if (!words.endsWith(".")) return null;
  const steps = words.slice(0, -1).split("; ").map(sayStep);
  return steps.every((step) => step !== null) ? `${steps.join(", ")}.` : null;
}

/** What bundled editions are noted with (`data/lists.json`). */
const OF_LISTS: readonly Sentence[] = [
  [
    /^Without the tables of aliases and addresses, which are not held for this date\.$/,
    () => "이 날짜의 별칭 표와 주소 표는 보유하고 있지 않아 제외되었습니다.",
  ],
  [
    /^Aliases and addresses are the tables of (\S+): those of parties listed after (\S+) have no party here and are left out\.$/,
    (tables = "", after = "") =>
      `별칭과 주소는 ${tables} 자 표입니다. ${after} 이후에 등재된 대상의 것은 여기에 대상이 없어 제외되었습니다.`,
  ],
];

const ALL: readonly Sentence[] = [
  ...OF_LISTS,
  ...OF_PROBLEMS,
  ...OF_MATCHES,
  ...OF_ALERTS,
  ...OF_CHECKS,
  ...OF_FLAGS,
  ...OF_GOODS,
  ...OF_CASES,
  ...OF_WAIVERS,
  ...OF_OWNERSHIP,
];

/** Titles of lists and offices within it in Korean too, and each particle as its word asks for. */
const finished = (said: string): string => withParticles(titlesInside(said));

/** A sentence of the service in Korean, or null where it is not known: it is then shown as it was written. */
export function sayInKorean(words: string): string | null {
  for (const [pattern, say] of ALL) {
    const met = pattern.exec(words);
    const said = met === null ? "" : say(...met.slice(1));
    if (said !== "") return finished(said);
  }
  const rest = titleInKorean(words) ?? sayPath(words);
  return rest === null ? null : finished(rest);
}
