import { type Sentence, sayDates } from "./sentence.ts";

/** `30 to 54 %`, `more than 25 %` and the like, as bounds of a share are written. */
function sayShare(words: string): string {
  const between = /^([\d.]+) to ([\d.]+) %$/.exec(words);
  if (between !== null) return `${between[1]}~${between[2]}%`;
  const bound = /^(more than|at least|less than|at most) ([\d.]+) %$/.exec(words);
  if (bound !== null) return `${bound[2]}% ${BOUNDS[bound[1] ?? ""] ?? ""}`;
  if (words === "an unknown share") return "알 수 없는 지분";
  return words.replace(" %", "%");
}

/** `from 2017-11-01 until 2018-09-05` and the like, as the dates of a stake are written. */
function sayPeriod(words: string): string {
  return words
    .replace("dates that contradict or cannot be read", "날짜가 모순되거나 읽을 수 없음")
    .replace(/between (\S+) and (\S+)/g, "$1~$2 사이")
    .replace(/from (.+) until (.+?)(?=$|,)/, "$1부터 $2까지")
    .replace(/since (.+?)(?=$|,)/, "$1부터")
    .replace(/until (.+?)(?=$|,)/, "$1까지");
}

const BOUNDS: Readonly<Record<string, string>> = {
  "more than": "초과",
  "at least": "이상",
  "less than": "미만",
  "at most": "이하",
};

const INTERESTS: Readonly<Record<string, string>> = {
  settlor: "신탁 설정자",
  trustee: "수탁자",
  beneficiary: "수익자",
  protector: "신탁 보호자",
  director: "이사",
};
const interest = (words: string): string => INTERESTS[words] ?? words;
const blocked = (words: string): string => (words === "blocked" ? "차단 대상" : "차단 대상일 수 있는 자");

/** What would decide an ownership (`src/engine/network/ownership/missing.ts`). */
const OF_MISSING: readonly Sentence[] = [
  [
    /^Who is (.*): the source says that there is such an owner, and not who\.$/,
    (who = "") => `“${who}”: 출처에 소유자가 있다고만 적혀 있고 누구인지는 없습니다.`,
  ],
  [/^Whether (.*) is itself blocked\.$/, (who = "") => `${who}: 그 자신이 차단 대상인지 확인이 필요합니다.`],
  [
    /^Who, beside each other, stands behind (.*): they own each other in a circle\.$/,
    (names = "") => `${names}: 서로를 순환 소유합니다. 그 밖에 누가 소유하는지 확인이 필요합니다.`,
  ],
  [
    /^What share (.*) are of the whole of (.*)\.$/,
    (who = "", what = "") => `${who}: ${what} 전체에서 차지하는 비율을 확인해야 합니다.`,
  ],
  [
    /^What part of (.*) is (.*)'s\.$/,
    (what = "", who = "") => `${what} 가운데 ${who}의 몫을 확인해야 합니다.`,
  ],
  [
    /^Whether (.*) does hold its stake in (.*): the source is doubtful\.$/,
    (who = "", what = "") => `${who}의 ${what} 지분: 출처가 의심스러워 실제 보유를 확인해야 합니다.`,
  ],
  [
    /^What interest (.*) has in (.*), and how much\.$/,
    (who = "", what = "") => `${who}: ${what}에 어떤 권리를 얼마나 갖는지 확인해야 합니다.`,
  ],
  [
    /^Whether (.*) is, in fact, (.*)'s, its (.*)\.$/,
    (what = "", who = "", role = "") => `${what}: 실제로 ${interest(role)} ${who}의 것인지 확인해야 합니다.`,
  ],
  [
    /^For whom (.*) holds in (.*) as a nominee\.$/,
    (who = "", what = "") => `${who}: ${what} 지분을 누구의 명의수탁자로 보유하는지 확인해야 합니다.`,
  ],
  [
    /^Whether (.*) controls (.*) \(stated: (.*)\)\.$/,
    (who = "", what = "", stated = "") =>
      `${who}: ${what} 지배 여부를 확인해야 합니다(기재: ${interest(stated)}).`,
  ],
  [
    /^Whether (.*) held its (.*?) of (.*) on (\S+) \(stated: (.*)\)\.$/,
    (who = "", share = "", what = "", day = "", dates = "") =>
      `${who}: ${day}에 ${what} 지분 ${sayShare(share)} 보유 여부를 확인해야 합니다(기재된 날짜: ${sayPeriod(dates)}).`,
  ],
  [
    /^What share (.*?) holds of (the votes of )?(.*?)(?: on (\S+) \(dates: (.*)\))? \((?:stated: (.*)|not stated)\)\.$/,
    (who = "", votes = "", what = "", day = "", dates = "", stated = "") =>
      [
        `${who}: ${day === undefined || day === "" ? "" : `${day}에 `}${what} ${votes ? "의결권" : "지분"} 비율을 확인해야 합니다`,
        `(${stated ? `기재: ${sayShare(stated)}` : "기재 없음"}${dates ? `, 날짜: ${sayPeriod(dates)}` : ""}).`,
      ].join(""),
  ],
  [
    /^Which of the stated shares of (.*) is wrong: together they are more than 100 %\.$/,
    (what = "") => `${what}: 기재된 지분의 합이 100%를 넘습니다. 어느 것이 틀렸는지 확인해야 합니다.`,
  ],
  [
    /^Whether the shares that (.*) holds in itself count\.$/,
    (what = "") => `${what}: 자기 주식을 계산에 넣는지 확인해야 합니다.`,
  ],
];

/** What a person should see of an ownership (`src/engine/network/ownership/flags.ts`, `divestment.ts`). */
const OF_FLAGS: readonly Sentence[] = [
  [
    /^The dates of (.*)'s stake in (.*) contradict or cannot be read\.$/,
    (who = "", what = "") => `${who}의 ${what} 지분 날짜가 서로 모순되거나 읽을 수 없습니다.`,
  ],
  [
    /^(.*)'s stake in (.*) is attested doubtfully \((.*)\)\.$/,
    (who = "", what = "", source = "") => `${who}의 ${what} 지분은 근거가 의심스럽습니다(${source}).`,
  ],
  [
    /^(.*) is (\w+) of (.*): trusts are outside the arithmetic of shares\.$/,
    (who = "", role = "", what = "") =>
      `${who}: ${what}의 ${interest(role)}입니다. 신탁은 지분 계산에 들어가지 않습니다.`,
  ],
  [
    /^(.*) holds in (.*) as a nominee, for somebody else\.$/,
    (who = "", what = "") => `${who}: 다른 사람을 위한 명의수탁자로 ${what} 지분을 보유합니다.`,
  ],
  [
    /^(.*) holds in (.*) through a nominee\.$/,
    (who = "", what = "") => `${who}: 명의수탁자를 통해 ${what} 지분을 보유합니다.`,
  ],
  [
    /^(.*) holds shares of (.*) (jointly with others|in an arrangement with others) \((.*)\)\.$/,
    (who = "", what = "", how = "", id = "") =>
      `${who}: ${what} 지분을 ${how.startsWith("jointly") ? "다른 사람과 공동으로" : "다른 사람과의 약정에 따라"} 보유합니다(${id}).`,
  ],
  [
    /^(.*), (blocked|possibly blocked), has control or influence over (.*) \((.*)\)\.$/,
    (who = "", status = "", what = "", how = "") =>
      `${blocked(status)} ${who}: ${what}에 지배력이나 영향력이 있습니다(${interest(how)}).`,
  ],
  [
    /^(.*), (blocked|possibly blocked), is a director or official of (.*): it may not sign or negotiate for it\.$/,
    (who = "", status = "", what = "") =>
      `${blocked(status)} ${who}: ${what}의 임원입니다. 이를 대표해 서명하거나 협상할 수 없습니다.`,
  ],
  [
    /^(.*), (blocked|possibly blocked), is linked to (.*) in a way that the source does not say\.$/,
    (who = "", status = "", what = "") =>
      `${blocked(status)} ${who}: ${what}와 연결되어 있으나 출처에 관계가 밝혀져 있지 않습니다.`,
  ],
  [
    /^Blocked owners have (.*) % of the (.*) of (.*), whatever their stake is\.$/,
    (share = "", rights = "", what = "") =>
      `차단된 소유자가 지분과 관계없이 ${what}의 ${rights === "votes" ? "의결권" : rights} ${share}%를 가집니다.`,
  ],
  [
    /^The stated shares of (.*) come to (.*) %: at least (.*) % of it is wrong, and as much is taken off what proves\.$/,
    (what = "", sum = "", wrong = "") =>
      `${what}: 기재된 지분의 합이 ${sum}%입니다. 적어도 ${wrong}%는 틀렸으므로 입증된 몫에서 그만큼 뺍니다.`,
  ],
  [
    /^(.*) holds shares in itself; whether they count is for the law to say, so both readings are kept\.$/,
    (what = "") =>
      `${what}: 자기 주식을 보유합니다. 계산에 넣을지는 법이 정할 일이므로 두 해석을 모두 둡니다.`,
  ],
  [
    /^Sources state different shares of one owner in (.*); the truth is taken to lie between them\.$/,
    (what = "") => `${what}: 출처마다 한 소유자의 지분이 다릅니다. 실제 값은 그 사이에 있는 것으로 봅니다.`,
  ],
  [
    /^(.*) is owned in a circle, and listed parties hold something of that circle: the shares alone do not say who is behind it\.$/,
    (what = "") =>
      `${what}: 순환 소유되며 등재된 당사자가 그 일부를 보유합니다. 지분만으로는 누가 배후인지 알 수 없습니다.`,
  ],
  [
    /^Blocked owners hold (.*) of (.*), less than the rule asks: dealings with them themselves stay forbidden\.$/,
    (share = "", what = "") =>
      `차단된 소유자가 ${what} 지분 ${share === "something" ? "일부를" : `${sayShare(share)}를`} 보유하나 기준에 미치지 않습니다. 소유자 본인과의 거래는 여전히 금지됩니다.`,
  ],
  [
    /^(.*) held (.*) % of (.*) until (.*), (\d+) days? (before|after) the designation of (.*): whether it was truly given up, and lawfully, is for a person to see\.$/,
    (who = "", share = "", what = "", until = "", days = "", side = "", listed = "") =>
      `${who}: ${sayDates(until)}까지 ${what} 지분 ${share}%를 보유했습니다(${sayDates(listed)} 지정 ${days}일 ${side === "before" ? "전" : "후"}). 실제로, 적법하게 처분했는지 담당자가 확인해야 합니다.`,
  ],
];

/** Sentences about who owns whom. */
export const OF_OWNERSHIP: readonly Sentence[] = [...OF_MISSING, ...OF_FLAGS];
