/** What measures forbid, in Korean; the English is that of `data/measures`, in its own order of words. */
const THINGS: Readonly<Record<string, string>> = {
  "arms and related materiel": "무기와 관련 물자",
  "arms and ammunition": "무기와 탄약",
  "items on the nuclear, missile, chemical, biological and dual-use lists":
    "핵·미사일·화학·생물·이중용도 목록 품목",
  "luxury goods (jewellery, pearls, gems, precious metal)": "사치품(보석류, 진주, 귀석, 귀금속)",
  "luxury goods (yachts, luxury cars, racing cars)": "사치품(요트, 고급 승용차, 경주용 자동차)",
  "luxury goods (luxury watches, aquatic recreation vehicles, lead crystal, recreational sports equipment)":
    "사치품(고급 시계, 수상 레저 기구, 납 크리스털, 레저 스포츠 용품)",
  "luxury goods": "사치품",
  "luxury goods worth more than EUR 300 each": "개당 300유로를 넘는 사치품",
  "gold, titanium ore, vanadium ore and rare earths": "금, 티타늄광, 바나듐광, 희토류",
  "gold, precious metals and diamonds": "금, 귀금속, 다이아몬드",
  gold: "금",
  "aviation fuel and rocket fuel": "항공유와 로켓 연료",
  "snowmobiles worth more than USD 2,000": "2,000달러를 넘는 설상차",
  "copper, nickel, silver and zinc": "구리, 니켈, 은, 아연",
  statues: "동상",
  "new helicopters and vessels": "신규 헬리콥터와 선박",
  "helicopters and vessels": "헬리콥터와 선박",
  "rugs and tapestries worth more than USD 500": "500달러를 넘는 양탄자와 태피스트리",
  "porcelain or bone china tableware worth more than USD 100": "100달러를 넘는 도자기·본차이나 식기",
  "lead and lead ore": "납과 납광석",
  "coal, iron and iron ore": "석탄, 철, 철광석",
  "coal and other solid fossil fuels": "석탄과 기타 고체 화석연료",
  seafood: "수산물",
  condensates: "콘덴세이트",
  "condensates and natural gas liquids": "콘덴세이트와 천연가스액",
  "textiles, fabrics and apparel": "섬유, 직물, 의류",
  textiles: "섬유",
  "new or used vessels": "신품·중고 선박",
  "crude oil": "원유",
  "refined petroleum": "정제유",
  "refined petroleum products": "정제유 제품",
  "petroleum products": "석유 제품",
  "earth and stone including magnesite and magnesia (HS 25) and wood (HS 44)":
    "마그네사이트와 마그네시아를 포함한 토석류(HS 25), 목재(HS 44)",
  "earth and stone": "토석류",
  wood: "목재",
  "food and agricultural products (HS 12, 08, 07)": "식품과 농산물(HS 12, 08, 07)",
  "food and agricultural products": "식품과 농산물",
  "machinery (HS 84) and electrical equipment (HS 85)": "기계류(HS 84)와 전기기기(HS 85)",
  "machinery and electrical equipment": "기계류와 전기기기",
  "vessels (HS 89)": "선박(HS 89)",
  vessels: "선박",
  "industrial machinery (HS 84 and 85)": "산업용 기계류(HS 84·85)",
  "iron, steel and other metals (HS 72 to 83)": "철강과 기타 금속(HS 72~83)",
  "transportation vehicles (HS 86 to 89)": "운송수단(HS 86~89)",
  "industrial machinery, vehicles, iron, steel and other metals": "산업용 기계류, 운송수단, 철강과 기타 금속",
  services: "용역",
  "computer and related services": "컴퓨터와 관련 용역",
  "technical assistance, financial services and brokering that relate to restricted goods or technology":
    "제한 물품·기술과 관련된 기술 지원·금융 서비스·중개",
  "iron and steel products": "철강 제품",
  "the goods of its schedules": "부속서에 적힌 물품",
};

const ACTS: Readonly<Record<string, string>> = {
  "supply, sale or transfer": "공급·판매·이전",
  supply: "공급",
  procurement: "조달",
  import: "수입",
  purchase: "구매",
  export: "수출",
  exportation: "수출",
};

const COUNTRIES: Readonly<Record<string, string>> = { "North Korea": "북한", Russia: "러시아" };

const BEYOND: Readonly<Record<string, string>> = {
  "": "",
  " beyond 4 million barrels or 525,000 tons in twelve months":
    " 중 12개월간 400만 배럴 또는 52만 5천 톤을 넘는 부분",
  " beyond 500,000 barrels in a calendar year": " 중 한 해 50만 배럴을 넘는 부분",
};

const WHOLE: Readonly<Record<string, string>> = {
  "funds, other financial assets and economic resources being made available to a listed party, or its property being dealt in":
    "등재 대상에게 자금·금융자산·경제적 자원을 제공하거나 그 재산을 거래하는 행위",
  "use of, payment for or services to a vessel that the 1718 Committee has designated (asset freeze, port ban or de-flagging, as its entry says)":
    "1718위원회가 지정한 선박의 사용, 대금 지급, 용역 제공(항목에 따라 자산 동결, 입항 금지, 선적 취소)",
  "some dealings with those on the list": "명단에 오른 대상과의 일부 거래",
  "exports, reexports and transfers to those on the list without a licence":
    "명단에 오른 대상에 대한 허가 없는 수출·재수출·이전",
  "financial services and transfers of funds to or from North Korea that could contribute to its prohibited programmes or to the evasion of sanctions":
    "금지된 프로그램이나 제재 회피에 기여할 수 있는 대북 금융 서비스와 자금 이전",
  "the supply to North Korea of any item, but food and medicine, that a State finds could directly contribute to the operational capabilities of its armed forces":
    "북한군의 작전 수행 능력에 직접 기여할 수 있다고 국가가 판단한 모든 품목(식품·의약품 제외)의 북한 공급",
  "work authorizations for nationals of North Korea beyond the number of 5 August 2017":
    "2017년 8월 5일 수를 넘는 북한 국적자 노동 허가",
  "new work authorizations for nationals of North Korea": "북한 국적자에 대한 신규 노동 허가",
  "joint ventures and cooperative entities with North Korean entities or individuals":
    "북한 기관·개인과의 합작사업과 협력체",
  "nationals of North Korea earning income abroad: all had to be repatriated by 22 December 2019":
    "북한 국적자의 해외 소득 활동(2019년 12월 22일까지 전원 송환)",
  "the export or reexport to North Korea, without a licence, of an item subject to the EAR":
    "수출관리규정(EAR) 적용 품목의 허가 없는 북한 수출·재수출",
  "the exportation of goods to North Korea from the United States or by a US person":
    "미국으로부터 또는 미국인에 의한 물품의 북한 수출",
  "the importation into the United States of goods from North Korea": "북한산 물품의 미국 수입",
  "the import of goods that bring Russia significant revenue": "러시아에 상당한 수입을 주는 물품의 수입",
  "the supply of goods that could strengthen Russia's industry": "러시아 산업을 강화할 수 있는 물품의 공급",
};

/** What a measure forbids, in Korean; null where it is not known. */
export function sayForbidden(forbids: string): string | null {
  const whole = WHOLE[forbids];
  if (whole !== undefined) return whole;
  const [, act = "", thing = "", way = "", country = "", beyond = ""] =
    /^the ([a-z, ]+?) of (.+) (to|from) (North Korea|Russia)( beyond .*)?$/.exec(forbids) ?? [];
  const [does, what, where, more] = [ACTS[act], THINGS[thing], COUNTRIES[country], BEYOND[beyond]];
  if (does === undefined || what === undefined || where === undefined || more === undefined) return null;
  return way === "to" ? `${what}의 ${where} ${does}${more}` : `${where}산 ${what}의 ${does}${more}`;
}

/** Questions that a measure leaves to a person. */
export const QUESTIONS: Readonly<Record<string, string>> = {
  "Is this dealing among those that the list's directive forbids?":
    "이 거래가 명단의 지침이 금지하는 거래입니까?",
  "Is an item subject to the EAR involved, and does the entry's licence requirement reach it?":
    "수출관리규정(EAR) 적용 품목이 관련되고, 항목의 허가 요건이 적용됩니까?",
  "Is the item on one of the lists of dual-use goods? An HS code cannot tell.":
    "이 품목이 이중용도 품목 목록에 있습니까? HS 코드로는 알 수 없습니다.",
  "Is the car or yacht a luxury item?": "이 자동차 또는 요트가 사치품입니까?",
  "Could the money contribute to a prohibited programme or to the evasion of sanctions?":
    "이 자금이 금지된 프로그램이나 제재 회피에 기여할 수 있습니까?",
  "Is it aviation gasoline, naphtha-type or kerosene-type jet fuel, or rocket fuel?":
    "항공 휘발유, 나프타·등유형 제트 연료 또는 로켓 연료입니까?",
  "Could the item directly contribute to the operational capabilities of the armed forces?":
    "이 품목이 군의 작전 수행 능력에 직접 기여할 수 있습니까?",
  "Is the item a luxury item of the annex?": "이 품목이 부속서의 사치품입니까?",
  "Does the service relate to goods or technology of the schedules to SI 2019/411, to mining, or to manufacturing in the chemical, mining and refining industries? The Office of Trade Sanctions Implementation decides on licences for services.":
    "이 용역이 SI 2019/411 부속서의 물품·기술, 광업, 또는 화학·광업·정제업 제조와 관련됩니까? 용역 허가는 영국 무역제재이행국(OTSI)이 결정합니다.",
  "Is it a statue?": "동상입니까?",
  "Is the procurement of this helicopter or vessel forbidden? The paragraph was not read.":
    "이 헬리콥터 또는 선박의 조달이 금지됩니까? 해당 조항은 원문을 확인하지 않았습니다.",
  "Did the authorization exist on 5 August 2017?": "2017년 8월 5일에 허가가 있었습니까?",
  "Is it a condensate, which is forbidden, or crude oil under the cap?":
    "금지된 콘덴세이트입니까, 한도 내의 원유입니까?",
  "Was the contract finalized before 11 September 2017, and the authorization not new?":
    "2017년 9월 11일 이전에 계약이 완료되었고 신규 허가가 아닙니까?",
  "Is the project a joint venture or cooperative entity, and if so one of non-commercial public utility infrastructure?":
    "합작사업 또는 협력체입니까? 그렇다면 비상업적 공공 기반시설 사업입니까?",
  "Is the supply within the yearly cap, and reported to the Committee every 90 days?":
    "연간 한도 안이며 90일마다 위원회에 보고되었습니까?",
  "Is the supply within the yearly cap, free of listed parties, exclusively for livelihood purposes, and reported every 30 days?":
    "연간 한도 안이고, 등재 대상과 무관하며, 오직 민생 목적이고, 30일마다 보고되었습니까?",
  "Is it EAR99 food or medicine, which needs no licence?": "허가가 필요 없는 EAR99 식품 또는 의약품입니까?",
  "Is the export covered by a general licence for agricultural commodities, medicine or medical devices?":
    "농산물, 의약품, 의료기기에 대한 일반허가 대상입니까?",
  "Is the product among those of annex VI?": "부속서 VI의 제품입니까?",
  "Is the item a luxury good of annex VIII, above the value that the annex names?":
    "부속서 VIII의 사치품이며 부속서의 금액을 넘습니까?",
  "Is the purchase or sale with the Government of North Korea, its central bank or those acting for them?":
    "북한 정부, 중앙은행 또는 그 대리인과의 거래입니까?",
  "Is the sculpture a statue?": "이 조각이 동상입니까?",
  "Has the competent authority authorised it, exclusively for humanitarian purposes, with no listed party, within the United Nations' cap and with a notice to the Committee every 30 days?":
    "관할 당국이 오직 인도적 목적으로, 등재 대상 없이, 유엔 한도 안에서, 30일마다 위원회에 통보하는 조건으로 허가했습니까?",
  "Has the Committee approved the shipment in advance, exclusively for livelihood purposes?":
    "위원회가 오직 민생 목적으로 사전에 승인했습니까?",
  "Is the item among the goods of the schedules to SI 2019/411? The Export Control Joint Unit and the Office of Trade Sanctions Implementation decide on licences.":
    "SI 2019/411 부속서의 물품입니까? 허가는 수출통제합동본부와 무역제재이행국이 결정합니다.",
  "Is the item among the goods of the schedules to SI 2019/411?": "SI 2019/411 부속서의 물품입니까?",
  "Is the product among those of annex XVII, and outside of its quotas and wind-down periods?":
    "부속서 XVII의 제품이며 쿼터와 종료 유예 기간 밖입니까?",
  "Is the product among those of annex XXI, and outside of its quotas?":
    "부속서 XXI의 제품이며 쿼터 밖입니까?",
  "Is the item among those of annex XXIII (or, if for dual use or advanced technology, annexes I and VII)?":
    "부속서 XXIII(이중용도·첨단 기술이면 부속서 I, VII)의 품목입니까?",
  "Was it brought by sea (forbidden) or by pipeline under the exception?":
    "해상으로 반입되었습니까(금지), 예외에 따라 송유관으로 반입되었습니까?",
  "Does the paragraph reach this?": "이 조항이 적용됩니까?",
  "Do nationals of that country earn the income abroad?": "해당 국적자가 해외에서 소득을 얻습니까?",
};
