/** Titles of the bundled lists (`data/lists.json`). */
const LISTS: Readonly<Record<string, string>> = {
  "OFAC SDN List": "OFAC SDN 명단",
  "OFAC Consolidated (non-SDN) List": "OFAC 통합(비SDN) 명단",
  "OFAC IRGC extract (enhanced)": "OFAC 이슬람혁명수비대 발췌(상세판)",
  "OFAC digital currency addresses (ETH)": "OFAC 가상자산 주소(ETH)",
  "OFAC digital currency addresses": "OFAC 가상자산 주소",
  "US Consolidated Screening List": "미국 통합 심사 명단(CSL)",
  "UN Security Council Consolidated List": "유엔 안보리 통합 제재 명단",
  "UN 1718 designated vessels": "유엔 1718위원회 지정 선박",
  "UK Sanctions List": "영국 제재 명단",
  "EU Consolidated List": "유럽연합 통합 제재 명단",
  "Canada SEMA/JVCFOA List": "캐나다 제재 명단(SEMA/JVCFOA)",
};

/** Who publishes the bundled lists, and the offices of the kinds of approval (`data/waivers/templates.json`). */
const OFFICES: Readonly<Record<string, string>> = {
  "United States Treasury, Office of Foreign Assets Control": "미국 재무부 해외자산통제국(OFAC)",
  "United States Department of Commerce, International Trade Administration": "미국 상무부 국제무역청",
  "United Nations Security Council, 1718 Sanctions Committee": "유엔 안전보장이사회 1718위원회",
  "United Nations Security Council": "유엔 안전보장이사회",
  "United Kingdom, Foreign, Commonwealth and Development Office": "영국 외무·영연방·개발부",
  "European Commission, DG FISMA": "유럽연합 집행위원회 금융총국(DG FISMA)",
  "Global Affairs Canada": "캐나다 외교부",
  "Security Council Committee established pursuant to resolution 1718 (2006)": "안보리 1718위원회",
  "United States, by the working group with the Republic of Korea": "미국(한미 워킹그룹)",
  "US Department of Commerce, Bureau of Industry and Security": "미국 상무부 산업안보국",
  "US Treasury, Office of Foreign Assets Control": "미국 재무부 해외자산통제국",
  "US Department of State, notice for the general licence of 31 CFR 510.512":
    "미국 국무부(31 CFR 510.512 일반허가 통보)",
  "Competent authority of a Member State of the European Union": "유럽연합 회원국 관할 당국",
  "United Kingdom, Export Control Joint Unit": "영국 수출통제합동국",
  "United Kingdom, Office of Financial Sanctions Implementation": "영국 금융제재이행국",
  "United Kingdom, Office of Trade Sanctions Implementation": "영국 무역제재이행국",
  "Republic of Korea, Ministry of Unification": "통일부",
  "Republic of Korea, review of strategic items": "대한민국 전략물자 판정 기관",
  "Republic of Korea, Inter-Korean Exchange and Cooperation Promotion Council": "남북교류협력추진협의회",
  "United Nations Command": "유엔군사령부",
  "Democratic People's Republic of Korea": "조선민주주의인민공화국",
};

/** Kinds of approval (`data/waivers/templates.json`), by which a waiver is titled. */
const APPROVALS: Readonly<Record<string, string>> = {
  "Exemption for humanitarian or other purposes consistent with the resolutions":
    "인도적 목적 등 결의에 부합하는 목적의 제재 면제",
  "Export licence for items subject to the Export Administration Regulations":
    "미국 수출관리규정(EAR) 적용 품목 수출 허가",
  "Concurrence of the United States with an inter-Korean project": "남북 사업에 대한 미국의 동의",
  "Specific licence under the North Korea Sanctions Regulations": "대북제재규정에 따른 특정 허가",
  "Notice of a non-governmental organisation's activities": "비정부기구 활동 통보",
  "Authorisation under Regulation (EU) 2017/1509": "EU 규정 2017/1509에 따른 허가",
  "Export licence for goods under the DPRK regulations": "북한 제재 규정에 따른 물품 수출 허가",
  "Licence for dealings with a designated person's funds": "지정 대상 자금 거래 허가",
  "Licence for trade services under the DPRK regulations": "북한 제재 규정에 따른 무역 용역 허가",
  "Report of contact with residents of the North": "북한주민 접촉신고",
  "Approval to visit the North": "방북 승인",
  "Approval to carry goods out to the North": "북한 반출 승인",
  "Classification of the goods as strategic items or not": "전략물자 판정",
  "Decision on money of the Inter-Korean Cooperation Fund": "남북협력기금 의결",
  "Permission to cross the Military Demarcation Line": "군사분계선 통과 승인",
  "Consent of the receiving side": "북측의 동의",
};

/** Who names the signs of workers under another's name (`data/redflags/sources.json`), and who told of the days of the tour. */
const SOURCES: Readonly<Record<string, string>> = {
  "US Departments of State and the Treasury and FBI: Guidance on the Democratic People's Republic of Korea Information Technology Workers":
    "미국 국무부·재무부·FBI, 북한 IT 인력 지침",
  "Republic of Korea, joint advisory of its ministries on North Korean IT workers":
    "대한민국 관계 부처 합동, 북한 IT 인력 주의보",
  "FBI and Republic of Korea, public service announcement I-101823-PSA":
    "FBI·대한민국, 공익 공지 I-101823-PSA",
  "Mandiant on UNC5267 (North Korean IT workers)": "맨디언트, UNC5267(북한 IT 인력) 분석",
  "FBI, public service announcement I-051624-PSA": "FBI, 공익 공지 I-051624-PSA",
  "New York State Department of Financial Services, letter to the industry on North Korean IT workers":
    "뉴욕주 금융감독청, 북한 IT 인력에 관한 업계 서한",
  "FBI, public service announcement I-012325-PSA": "FBI, 공익 공지 I-012325-PSA",
  "FBI, public service announcement PSA250723-4": "FBI, 공익 공지 PSA250723-4",
  "Financial Intelligence Unit Jersey, typology on fraud by North Korean IT workers":
    "저지 금융정보분석원, 북한 IT 인력 사기 유형",
  "Security Alliance, frameworks: DPRK IT workers": "시큐리티 얼라이언스, 북한 IT 인력 대응 체계",
  "Microsoft Threat Intelligence on Jasper Sleet": "마이크로소프트 위협 인텔리전스, Jasper Sleet 분석",
  "Microsoft Threat Intelligence, detection of North Korean IT workers":
    "마이크로소프트 위협 인텔리전스, 북한 IT 인력 탐지",
  "DTEX, report on North Korean IT workers": "DTEX, 북한 IT 인력 보고서",
  "ZachXBT on payments to North Korean IT workers": "ZachXBT, 북한 IT 인력 대금 추적",
  "TRM Labs on the laundering of North Korean IT workers' income": "TRM Labs, 북한 IT 인력 수입 세탁 분석",
  "Chainalysis on North Korean IT workers' wallets and the designation of Sim Hyon Sop and Lu Huaying":
    "체이널리시스, 북한 IT 인력 지갑과 심현섭·루화잉 지정 분석",
  "US Department of the Treasury, press release sm481": "미국 재무부, 보도자료 sm481",
  "US Department of the Treasury, press release jy2790": "미국 재무부, 보도자료 jy2790",
  "US Department of the Treasury, designation of Chinyong and Kim Sang Man": "미국 재무부, 진영·김상만 지정",
  "US Department of the Treasury, designations of 27 March 2024": "미국 재무부, 2024년 3월 27일 지정",
  "US Department of the Treasury, designations of 8 July and 4 November 2025":
    "미국 재무부, 2025년 7월 8일과 11월 4일 지정",
  "United Nations Security Council resolution 2397 (2017), paragraph 8": "유엔 안보리 결의 2397호(2017) 8항",
  "Hankyoreh, 18 January 2019": "한겨레, 2019년 1월 18일",
  "Dong-A Ilbo, 11 March 2019; KBS": "동아일보, 2019년 3월 11일; KBS",
  "Yonhap, 15 March 2019; The Korea Herald": "연합뉴스, 2019년 3월 15일; 코리아헤럴드",
  "OFAC, revised guidance on entities owned by blocked persons": "OFAC, 차단 대상 소유 기업에 관한 개정 지침",
};

/** Fixed names that the service writes down itself. */
const OWN: Readonly<Record<string, string>> = {
  "Decision recorded in this service": "이 서비스에 기록된 결정",
  "Filling the demonstration": "체험용 자료 입력",
  Demonstration: "체험용 조직",
};

const ALL: Readonly<Record<string, string>> = { ...LISTS, ...OFFICES, ...APPROVALS, ...SOURCES, ...OWN };

/** A title of the bundled data in Korean, alone or with what an application adds behind a colon; null where it is none. */
export function titleInKorean(title: string): string | null {
  const whole = ALL[title];
  if (whole !== undefined) return whole;
  const at = title.indexOf(": ");
  const approval = at < 0 ? undefined : APPROVALS[title.slice(0, at)];
  return approval === undefined ? null : `${approval}: ${title.slice(at + 2)}`;
}

const inside = new RegExp(
  Object.keys({ ...LISTS, ...OFFICES })
    // A longer title first: one may begin as another does.
    .toSorted((a, b) => b.length - a.length)
    .map((title) => title.replaceAll(/[().,]/g, "\\$&"))
    .join("|"),
  "g",
);

/** The titles of lists and offices within a sentence, in Korean. */
export const titlesInside = (sentence: string): string =>
  sentence.replaceAll(inside, (title) => ALL[title] ?? title);
