import type { Sentence } from "./sentence.ts";

/** Facts of a row that can be written so that they cannot be read. */
const FACTS: Readonly<Record<string, string>> = {
  birthDate: "생년월일",
  deathDate: "사망일",
  incorporationDate: "설립일",
  dissolutionDate: "해산일",
  country: "국가",
  nationality: "국적",
  citizenship: "국적",
  jurisdiction: "관할",
  birthCountry: "출생국",
  flag: "선적국",
};

/** What an error is and what to do about it, in Korean, by its code (`src/platform/http/problem.ts` has the English). */
export const PROBLEMS: Readonly<Record<string, readonly [title: string, todo: string]>> = {
  "input-invalid": ["요청 내용이 올바르지 않습니다.", "표시된 부분을 고쳐 다시 보내십시오."],
  "data-invalid": [
    "서비스의 자체 데이터가 올바르지 않습니다.",
    "운영자에게 알리십시오. 자세한 내용은 로그에 있습니다.",
  ],
  usage: ["요청 내용이 올바르지 않습니다.", "표시된 부분을 고쳐 다시 보내십시오."],
  "limit-exceeded": ["한 번에 받을 수 있는 양을 넘었습니다.", "나누어 보내십시오."],
  "list-unreadable": ["명단을 읽을 수 없습니다.", "파일을 확인하십시오. 적용 중인 명단은 그대로입니다."],
  "list-refused": ["명단을 받아들이지 않았습니다.", "파일을 확인하십시오. 적용 중인 명단은 그대로입니다."],
  "snapshot-damaged": ["명단을 이용할 수 없습니다.", "운영자에게 명단 갱신을 요청하십시오."],
  "edition-unavailable": [
    "명단을 이용할 수 없습니다.",
    "1분 뒤 다시 시도하십시오. 계속되면 운영자에게 알리십시오.",
  ],
  "fetch-failed": [
    "다른 서비스가 응답하지 않았습니다.",
    "나중에 다시 시도하십시오. 계속되면 운영자에게 알리십시오.",
  ],
  "database-unavailable": [
    "데이터베이스를 이용할 수 없습니다.",
    "1분 뒤 다시 시도하십시오. 계속되면 운영자에게 알리십시오.",
  ],
  "migration-refused": ["데이터베이스의 버전이 다릅니다.", "운영자에게 알리십시오."],
  erased: [
    "내용이 삭제되었습니다.",
    "해시는 남아 있습니다. 누가 언제 어떤 근거로 삭제했는지는 표시된 판정 기록에 있습니다.",
  ],
  "not-found": ["그런 항목이 없습니다.", "번호를 확인하십시오. 다른 기관의 것일 수도 있습니다."],
  conflict: ["이미 있는 것과 충돌합니다.", "지금 있는 내용을 확인하십시오."],
  "changed-meanwhile": ["그사이에 변경되었습니다.", "다시 읽고 지금의 내용으로 판단하십시오."],
  "rule-broken": [
    "규칙상 허용되지 않습니다.",
    "표시된 규칙을 확인하십시오. 다른 담당자나 다른 단계가 필요할 수 있습니다.",
  ],
  "password-refused": ["이 비밀번호는 쓸 수 없습니다.", "다른 비밀번호를 정하십시오."],
  "link-invalid": ["이미 사용했거나 기한이 지난 링크입니다.", "새 링크를 요청하십시오."],
  "credentials-refused": ["로그인할 수 없습니다.", "입력한 내용을 확인하십시오."],
  "origin-refused": [
    "이 페이지에서는 요청할 수 없습니다.",
    "서비스의 페이지에서 요청하거나 설정에 출처를 등록하십시오.",
  ],
  "signed-out": ["로그인되어 있지 않습니다.", "로그인하거나 API 키를 보내십시오."],
  forbidden: ["권한이 없습니다.", "기관의 관리자에게 표시된 권한을 요청하십시오."],
  overloaded: ["서비스가 혼잡합니다.", "잠시 뒤 다시 시도하십시오."],
  "rate-limited": ["요청이 너무 많습니다.", "잠시 뒤 다시 시도하십시오."],
  "unknown-route": ["그런 주소가 없습니다.", "이용할 수 있는 주소는 /docs에 있습니다."],
  "wrong-method": ["이 주소에서 쓸 수 없는 방식입니다.", "Allow 헤더를 확인하십시오."],
  "wrong-type": ["받지 않는 형식의 본문입니다.", "application/json으로 보내십시오."],
  "body-unreadable": ["본문을 읽을 수 없습니다.", "올바른 JSON으로 보내십시오."],
  "too-long": ["주소가 너무 깁니다.", "더 짧게 보내거나 본문을 이용하십시오."],
  stopping: ["서비스를 멈추는 중입니다.", "다시 요청하면 다른 프로세스가 응답합니다."],
  internal: [
    "서비스의 오류입니다.",
    "운영자에게 응답의 추적 번호를 알리십시오. 자세한 내용은 로그에 있습니다.",
  ],
};

/** Members of an event without which it says nothing. */
const MEMBERS: Readonly<Record<string, string>> = { account: "계정", at: "일시", kind: "종류" };
const memberOf = (place: string): string => MEMBERS[place] ?? place;

/** The same for what only signing in answers, by the codes of its library. */
export const SIGN_IN_PROBLEMS: Readonly<Record<string, readonly [title: string, todo: string]>> = {
  "invalid-password": ["비밀번호가 맞지 않습니다.", "다시 입력하십시오."],
  "invalid-code": ["코드가 맞지 않습니다.", "인증 앱에 지금 표시된 코드를 입력하십시오."],
};

/** What is wrong with a row of a file of subjects or of events, with the file, or with an address that is told of events. */
const OF_ROWS: readonly Sentence[] = [
  [/^turned off by hand$/, () => "직접 껐습니다."],
  [
    /^nothing has reached it since (\S+); the last attempt met: (.*)$/,
    (since = "", met = "") => `${since} 이후 전달되지 않았습니다. 마지막 시도: ${met}`,
  ],
  [/^it answered that it is gone \(410\)$/, () => "더 이상 없는 주소라고 답했습니다(410)."],
  [/^it redirects, which is not followed$/, () => "다른 주소로 넘깁니다. 따라가지 않습니다."],
  [/^not JSON\b.*$/, () => "JSON이 아닙니다."],
  [
    /^(\S+): is missing \(\w+ expected\)(?:; wrong as well: .*)?$/,
    (place = "") => `${memberOf(place)}: 값이 없습니다.`,
  ],
  [
    /^(\S+): (?:Invalid ISO datetime|an instant with its offset, .*)$/,
    (place = "") => `${memberOf(place)}: 일시가 아닙니다(예: 2018-06-01T08:00:00Z).`,
  ],
  [/^(\S+): Invalid ISO date$/, (place = "") => `${memberOf(place)}: 날짜가 아닙니다(예: 2018-06-01).`],
  [
    /^(\S+): Invalid (?:input|option|string)\b.*$/,
    (place = "") => `${memberOf(place)}: 쓸 수 없는 값입니다.`,
  ],
  [/^at: (\S+) lies in the future$/, (at = "") => `일시: ${at}은(는) 미래의 일시입니다.`],
  [/^at: (\S+) lies before (\d+)$/, (at = "", year = "") => `일시: ${at}은(는) ${year}년 이전입니다.`],
  [
    /^another event has this id: an event is never changed$/,
    () => "같은 번호의 이벤트가 있습니다. 이벤트는 바뀌지 않습니다.",
  ],
  [/^neither a name nor an identifier$/, () => "이름도 식별번호도 없습니다."],
  [
    /^(\d+) cells under (\d+) headers: a delimiter inside a cell needs quotes$/,
    (cells = "", headers = "") =>
      `열은 ${headers}개인데 칸이 ${cells}개입니다. 칸 안의 구분자는 따옴표로 묶어야 합니다.`,
  ],
  [/^line longer than (\d+) characters$/, (most = "") => `한 줄이 ${most}자를 넘습니다.`],
  [/^not a JSON object$/, () => "JSON 객체가 아닙니다."],
  [/^no FollowTheMoney schema "(.*)"$/, (schema = "") => `FollowTheMoney에 없는 종류입니다: ‘${schema}’.`],
  [/^(\S+) is no kind of party$/, (kind = "") => `${kind}: 당사자의 종류가 아닙니다.`],
  [/^"(.*)" is no kind of party that is known$/, (word = "") => `‘${word}’: 알 수 없는 당사자 종류입니다.`],
  [
    /^(\w+) "(.*)" is no date$/,
    (property = "", text = "") => `${FACTS[property] ?? property} ‘${text}’: 날짜가 아닙니다.`,
  ],
  [
    /^(\w+) "(.*)" is no country that is known$/,
    (property = "", text = "") => `${FACTS[property] ?? property} ‘${text}’: 알 수 없는 국가입니다.`,
  ],
  [/^(.*): file: the file is empty$/, (name = "") => `${name}: 빈 파일입니다.`],
  [/^(.*): file: no rows$/, (name = "") => `${name}: 행이 없습니다.`],
  [
    /^(.*): file: its name ends in none of \.csv \.xlsx \.jsonl$/,
    (name = "") => `${name}: 파일 이름이 .csv, .xlsx, .jsonl로 끝나지 않습니다.`,
  ],
  [
    /^(.*): file: neither UTF-8 nor Korean \(code page 949\): save it as UTF-8, or name its --encoding$/,
    (name = "") => `${name}: UTF-8도 CP949도 아닙니다. UTF-8로 저장해 다시 올리십시오.`,
  ],
  [
    /^(.*): file: not an XLSX workbook; save it as \.xlsx or \.csv$/,
    (name = "") => `${name}: XLSX 통합 문서가 아닙니다. .xlsx 또는 .csv로 저장하십시오.`,
  ],
];

/** What faults say of the case at hand (`src/fault.ts`), where it is the same sentence each time. */
export const OF_PROBLEMS: readonly Sentence[] = [
  [/^The server answered with (\d+)\.$/, (status = "") => `서버가 ${status}(으)로 응답했습니다.`],
  [/^The server cannot be reached\.$/, () => "서버에 연결할 수 없습니다."],
  ...OF_ROWS,
  [/^there is no (.*?) (\S+)$/, (_what = "", id = "") => `${id}: 그런 항목이 없습니다.`],
  [
    /^(.*) was changed by someone else; it is now (.*)$/,
    (what = "", now = "") => `${what}: 다른 담당자가 변경했습니다(현재 ${now}).`,
  ],
  [/^This needs the permission (\S+)\.$/, (permission = "") => `${permission} 권한이 필요합니다.`],
  [
    /^this link was used, has expired or was withdrawn; ask for a new one$/,
    () => "이미 사용했거나 기한이 지났거나 철회된 링크입니다. 새 링크를 요청하십시오.",
  ],
  [
    /^(\S+): no edition: the files of (\S+) are not held any more$/,
    (list = "", day = "") => `${list}: ${day} 판의 파일을 더 이상 보유하고 있지 않습니다.`,
  ],
  [/^a password has at least (\d+) characters$/, (least = "") => `비밀번호는 ${least}자 이상이어야 합니다.`],
  [
    /^this password is among those that are tried first: /,
    () => "가장 먼저 시도되는 비밀번호입니다. 서로 관련 없는 낱말 여러 개를 쓰십시오.",
  ],
  [/^Invalid password$/, () => "비밀번호가 맞지 않습니다."],
  [/^Invalid (?:two factor )?code$/, () => "코드가 맞지 않습니다."],
  [/^(?:all lists): no edition: they are still being opened$/, () => "명단을 여는 중입니다."],
  [
    /^(.*): more than (\d+) \(limit (.*)\)$/,
    (where = "", allowed = "") => `${where}: 한도 ${allowed}을(를) 넘었습니다.`,
  ],
];
