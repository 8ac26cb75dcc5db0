import { must } from "../../../fault.ts";

/** What an alert may come to. The first two settle it; an undetermined or escalated alert stays open. */
export const OUTCOMES = ["true-match", "false-positive", "undetermined", "escalated"] as const;
export type Outcome = (typeof OUTCOMES)[number];

type StepAnswer = {
  readonly answer: string;
  readonly words: string;
  /** Where the answer leads: on to the next step, or to an outcome. */
  readonly leads: "next" | Outcome;
};

/** One step of the guided review. */
export type Step = {
  readonly step: number;
  readonly question: string;
  readonly guidance: string;
  readonly answers: readonly StepAnswer[];
};

/** The steps by which the US Treasury's OFAC asks a hit to be assessed (its FAQ 5), put so that they serve every list. */
export const STEPS: readonly Step[] = [
  {
    step: 1,
    question: "Whose list is the hit on?",
    guidance:
      "OFAC answers for its own lists alone. For a hit on another list, turn to that list's keeper at step 5.",
    answers: [
      { answer: "ofac", words: "A list of OFAC.", leads: "next" },
      { answer: "other-list", words: "Another authority's list, or a list of our own.", leads: "next" },
      { answer: "cannot-tell", words: "It cannot be told.", leads: "undetermined" },
    ],
  },
  {
    step: 2,
    question: "Is the subject of the same kind as the listed party?",
    guidance: "A person is no vessel and no organization: a hit across kinds is not a valid match.",
    answers: [
      { answer: "same-kind", words: "The same kind, or either is not known.", leads: "next" },
      { answer: "different-kind", words: "Different kinds.", leads: "false-positive" },
    ],
  },
  {
    step: 3,
    question: "How much of the listed name matches?",
    guidance:
      "If only one of two or more names matches, such as the family name alone, it is not a valid match.",
    answers: [
      { answer: "whole-name", words: "The whole name, or more than one part of it.", leads: "next" },
      { answer: "one-part", words: "One part of several.", leads: "false-positive" },
    ],
  },
  {
    step: 4,
    question: "Was the complete listing compared with all that is known of the subject?",
    guidance:
      "Full name, address, nationality, document numbers, place and date of birth, former names and aliases. Where much is missing, get more and compare again.",
    answers: [
      { answer: "compared", words: "Compared; enough is known on both sides.", leads: "next" },
      { answer: "missing-facts", words: "Too much is missing to compare.", leads: "undetermined" },
    ],
  },
  {
    step: 5,
    question: "Are there several similarities or exact matches?",
    guidance:
      "If there are, the list's keeper is asked (OFAC: its compliance hotline); if there are none, there is no valid match.",
    answers: [
      { answer: "several", words: "Several similarities or exact matches.", leads: "true-match" },
      { answer: "none", words: "None that counts.", leads: "false-positive" },
      { answer: "ask-keeper", words: "Not clear; the list's keeper is to be asked.", leads: "escalated" },
    ],
  },
];

/** Where the review stands: the step to answer next (null where an answer concluded it), and what the answers come to. */
export type Guide = { readonly next: number | null; readonly suggests: Outcome | null };

/** Follows the answers given, the latest for each step; answers beyond a conclusion or a gap count for nothing. */
export function guideOf(answers: ReadonlyMap<number, string>): Guide {
  for (const { step, answers: possible } of STEPS) {
    const given = answers.get(step);
    const chosen = possible.find(({ answer }) => answer === given);
    if (chosen === undefined) return { next: step, suggests: null };
    if (chosen.leads !== "next") return { next: null, suggests: chosen.leads };
  }
  return { next: null, suggests: null };
}

/** True where the step knows this answer. */
export function isAnswer(step: number, answer: string): boolean {
  return STEPS.some((one) => one.step === step && one.answers.some((known) => known.answer === answer));
}

/** The answer in words. */
export function sayAnswer(step: number, answer: string): string {
  const found = STEPS.find((one) => one.step === step)?.answers.find((known) => known.answer === answer);
  return must(found, `step ${step} knows ${answer}`).words;
}
