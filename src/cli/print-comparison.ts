import type { Match, Subject } from "../engine/match/subject.ts";
import { findingWords, type NameFindingShown } from "../service/screening/name-findings.ts";
import type { Language } from "./language.ts";
import { printChange, printFeatures, printFindings, subjectWords } from "./print-matches.ts";
import { paint, paragraph, type Terminal } from "./terminal.ts";

/** What two names were compared to. */
export type Comparison = {
  readonly subject: Subject;
  readonly other: Subject;
  readonly threshold: number;
  readonly match: Match | null;
  readonly findings: readonly NameFindingShown[];
  readonly language: Language;
};

const WORDS = {
  en: {
    hit: "MATCH",
    none: "NO MATCH",
    at: (threshold: string) => `the threshold is ${threshold}`,
    against: "against",
    nothing:
      "Nothing speaks for one party: they are of kinds that are never one another, or have neither a word nor an identifier in common.",
  },
  ko: {
    hit: "일치",
    none: "불일치",
    at: (threshold: string) => `기준 점수 ${threshold}`,
    against: "↔",
    nothing: "같은 당사자라고 볼 근거가 없습니다. 서로 다른 종류이거나 공통된 단어나 식별번호가 없습니다.",
  },
} as const;

/** Two names compared: the answer, the names, and why, feature by feature. */
export function printComparison(terminal: Terminal, comparison: Comparison): string {
  const { subject, other, threshold, match, findings, language } = comparison;
  const words = WORDS[language];
  const hit = match?.hit === true;
  const answer = `${hit ? words.hit : words.none}  ${(match?.score ?? 0).toFixed(2)}`;
  const title = paint(terminal, hit ? "red" : "green", paint(terminal, "bold", answer));
  return [
    `${title}  (${words.at(threshold.toFixed(2))})\n`,
    paragraph(terminal, {
      mark: "",
      text: `${subjectWords(subject)}; ${words.against} ${subjectWords(other)}.`,
    }),
    printFindings(
      terminal,
      findings.map((finding) => findingWords(finding, language)),
    ),
    "\n",
    match === null
      ? paragraph(terminal, { mark: "", text: words.nothing })
      : printFeatures(terminal, match.features, language) + printChange(terminal, match, language, "→ "),
  ].join("");
}
