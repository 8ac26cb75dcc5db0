import type { Words } from "./pair.ts";

/** What is said of choosing a threshold. */
export const TUNING_WORDS = {
  "nav.tuning": ["Threshold", "탐지 기준"],
  "tuning.title": ["Where a match becomes a hit", "탐지 기준 조정"],
  "tuning.lead": [
    "Move the threshold and see what it would mean for your own subjects. Nothing changes until a second person approves.",
    "기준을 움직여 우리 조회 대상에 미치는 영향을 봅니다. 다른 담당자가 승인하기 전에는 아무것도 바뀌지 않습니다.",
  ],
  "tuning.threshold": ["Threshold", "기준 점수"],
  "tuning.now": ["In force: {threshold}", "적용 중: {threshold}"],
  "tuning.minutes": ["Minutes to decide a hit", "탐지 1건 처리 시간(분)"],
  "tuning.hits.day": ["Hits a day", "하루 탐지 건수"],
  "tuning.hits.day.note": [
    "From {perDay:new subject|new subjects} a day, the average of {days:day|days}. Changed lists add some.",
    "최근 {days}일 기준 하루 신규 {perDay}명에서 추산. 명단 변경으로 늘어날 수 있습니다.",
  ],
  "tuning.hits.all": ["Hits among all subjects", "전체 조회 대상 중 탐지"],
  "tuning.hits.all.note": [
    "{subjects} of {total} subjects have at least one.",
    "{total}명 중 {subjects}명에게 한 건 이상.",
  ],
  "tuning.hours": ["Hours a day", "하루 처리 시간"],
  "tuning.hours.note": ["At {minutes:minute|minutes} a hit.", "1건당 {minutes}분 기준."],
  "tuning.missed": ["Your true matches below it", "기준 미만의 실제 일치"],
  "tuning.missed.note": [
    "Of {known} that people decided here. They would not have been found.",
    "결정된 {known}건 중. 이 기준이면 찾지 못했을 것입니다.",
  ],
  "tuning.missed.none": ["No true match was decided here yet.", "아직 실제 일치로 결정된 건이 없습니다."],
  "tuning.change": ["{change} from now", "현재 대비 {change}"],
  "tuning.change.none": ["as now", "현재와 같음"],
  "tuning.own": ["Your subjects by their nearest match", "조회 대상의 최고 점수 분포"],
  "tuning.own.note": [
    "Each column is a hundredth of score. Full ones are hits at this threshold, hollow ones are not.",
    "막대 하나가 점수 0.01입니다. 채운 막대는 이 기준의 탐지, 빈 막대는 탐지되지 않습니다.",
  ],
  "tuning.own.none": ["No subject has a match of 0.3 or more.", "점수 0.3 이상인 조회 대상이 없습니다."],
  "tuning.own.none.next": [
    "Bring your customers in, and their distribution shows here.",
    "고객을 등록하면 분포가 표시됩니다.",
  ],
  "tuning.curve": ["What is found, as measured", "측정된 탐지율"],
  "tuning.curve.note": [
    "Listed names written otherwise ({positives}) and clean customers ({clean}), measured by npm run eval. What share of the first is found, against how many of the second become hits.",
    "다르게 적은 등재 이름 {positives}건과 무관한 고객 {clean}건으로 npm run eval이 측정했습니다. 앞의 것 중 찾은 비율과 뒤의 것 중 탐지된 수입니다.",
  ],
  "tuning.curve.facts": ["Birth date and country known", "생년월일·국가를 아는 경우"],
  "tuning.curve.alone": ["Name alone", "이름만 아는 경우"],
  "tuning.curve.persons": ["Persons found", "개인 탐지율"],
  "tuning.curve.organizations": ["Organisations found", "단체 탐지율"],
  "tuning.curve.hits": ["Hits in 1,000 clean customers", "무관한 고객 1,000명당 탐지"],
  "tuning.curve.says": [
    "At {threshold}: at least {persons} % of persons and {organizations} % of organisations are found, with at most {hits} hits in 1,000 clean customers.",
    "{threshold} 기준: 개인 {persons}% 이상, 단체 {organizations}% 이상을 찾고, 무관한 고객 1,000명당 탐지는 {hits}건 이하입니다.",
  ],
  "tuning.curve.beyond": [
    "At {threshold} the measurement cannot tell: it is beyond its last point.",
    "{threshold}: 측정 범위를 벗어나 알 수 없습니다.",
  ],
  "tuning.table": ["The numbers as a table", "표로 보기"],
  "tuning.score": ["Score from", "점수"],
  "tuning.subjects": ["Subjects", "조회 대상"],
  "tuning.matches": ["Matches", "일치 후보"],
  "tuning.true": ["Decided true", "실제 일치"],
  "tuning.false": ["Decided false", "오탐"],
  "tuning.between.fewer": ["What would no longer be a hit", "더 이상 탐지되지 않을 것"],
  "tuning.between.more": ["What would become a hit", "새로 탐지될 것"],
  "tuning.between.none": ["Nothing lies between the two.", "두 기준 사이에 해당하는 것이 없습니다."],
  "tuning.between.decided": ["Decided", "결정"],
  "tuning.propose": ["Propose {threshold}", "{threshold} 제안"],
  "tuning.propose.lead": [
    "Another person approves it; then it holds, dated, for what is screened from that moment.",
    "다른 담당자가 승인하면 그 시점부터 적용되고 날짜가 기록됩니다.",
  ],
  "tuning.propose.role": [
    "Your role reads the policy and does not propose changes.",
    "이 역할은 정책을 열람만 할 수 있습니다.",
  ],
} as const satisfies Words;
