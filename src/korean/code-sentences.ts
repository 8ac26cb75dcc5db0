import type { Sentence } from "./sentence.ts";

/** What tells codes of goods apart (`data/goods/everyday-words.json`). */
const ASKED: Readonly<Record<string, string>> = {
  "Is it designed for use with a computer (8528.52) or not (8528.59)?":
    "컴퓨터용입니까(8528.52), 아닙니까(8528.59)?",
  "Is it designed for use with a computer (8528.62) or not (8528.69)?":
    "컴퓨터용입니까(8528.62), 아닙니까(8528.69)?",
  "Is it high-speed, radiation-hardened or for night vision (8525.81 to 8525.83)? Those are on dual-use lists.":
    "고속, 내방사선 또는 야간 촬영용입니까(8525.81~8525.83)? 이중용도 목록에 있는 품목입니다.",
  "Is it specially designed or of a performance that a dual-use list names?":
    "특별히 설계되었거나 이중용도 목록에 적힌 성능입니까?",
  "Are the fibres individually sheathed (8544.70) or not (9001.10)?":
    "광섬유가 개별 피복되어 있습니까(8544.70), 아닙니까(9001.10)?",
  "Is it fitted with connectors (8544.42) or not (8544.49)?":
    "접속자가 달려 있습니까(8544.42), 아닙니까(8544.49)?",
  "Is it a farm tractor?": "농업용 트랙터입니까?",
  "Is it a chemical that a dual-use list names?": "이중용도 목록에 적힌 화학물질입니까?",
  "Is it a luxury vehicle?": "고급 승용차입니까?",
  "Is it aviation fuel?": "항공유입니까?",
  "Is it a luxury watch?": "고급 시계입니까?",
  "Delivered without a carrier it is no goods but a transfer of technology or a service.":
    "매체 없이 전달하면 물품이 아니라 기술 이전 또는 용역입니다.",
};

/** Why a code is suggested for words (`src/engine/goods/find-codes.ts`). */
export const OF_CODES: readonly Sentence[] = [
  [
    /^Goods called “(.*)” mostly have (\S+)\.$/,
    (name = "", code = "") => `“${name}”이라고 하는 품목은 대개 ${code}에 해당합니다.`,
  ],
  [/^Its description has the words? (.*)\.$/, (words = "") => `품목 설명에 있는 낱말: ${words}`],
  [
    /^Its description has (.*) or a part of it\.$/,
    (words = "") => `품목 설명에 있는 낱말 또는 그 일부: ${words}`,
  ],
  ...Object.entries(ASKED).map(
    ([english, korean]): Sentence => [
      new RegExp(`^${english.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`),
      () => korean,
    ],
  ),
];
