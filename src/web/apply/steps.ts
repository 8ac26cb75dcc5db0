import type { Application, PaperNote } from "../waivers/shapes.ts";

/** The questions of an application, in the order in which they are asked. */
export const STEPS = [
  "who",
  "approvals",
  "purpose",
  "recipients",
  "reason",
  "goods",
  "way",
  "parties",
  "payments",
  "period",
  "safeguards",
  "papers",
  "check",
] as const;
export type Step = (typeof STEPS)[number];

/** Which question a member of the file belongs to. */
const STEP_OF: Readonly<Record<string, Step>> = {
  applicant: "who",
  approvals: "approvals",
  route: "approvals",
  emergency: "approvals",
  emergencyReason: "approvals",
  nature: "purpose",
  description: "purpose",
  changes: "purpose",
  recipients: "recipients",
  beneficiaryCriteria: "recipients",
  reason: "reason",
  provisions: "reason",
  earlierCases: "reason",
  lines: "goods",
  statedTotal: "goods",
  transfers: "way",
  goingFrom: "way",
  goingTo: "way",
  parties: "parties",
  payments: "payments",
  noPayments: "payments",
  from: "period",
  until: "period",
  periodReason: "period",
  notifiedStateOn: "period",
  antiDiversion: "safeguards",
};

export function isStep(text: string): text is Step {
  return (STEPS as readonly string[]).includes(text);
}

/** The step after this one; the last leads to itself. */
export function stepAfter(step: Step): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? "check";
}

/** The question that a note is about. */
export function stepOf({ where }: PaperNote): Step {
  return STEP_OF[where.split(".")[0] ?? ""] ?? "check";
}

/** The field that a note leads to: of the annex and of lists, the row. */
export function fieldOf({ where }: PaperNote): string {
  const [member = "", row] = where.split(".");
  return row !== undefined && /^\d+$/.test(row) && member === "lines" ? `${member}.${row}` : where;
}

/** Everything that forms lack and that does not agree, each sentence once. */
export function notesOf({ forms, conflicts }: Application): readonly PaperNote[] {
  const seen = new Set<string>();
  return [...forms.flatMap(({ missing }) => missing), ...conflicts].filter(({ where, words }) => {
    // Several authorities ask for the same, under marks of their own.
    const key = `${where} ${words.replace(/^Item \w: /, "")}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** How a question stands: nothing is missing, or so many sentences say what is. */
export function missingAt(application: Application, step: Step): readonly PaperNote[] {
  return notesOf(application).filter((note) => stepOf(note) === step);
}

const UNSAID = new Set(["", "null", "[]", "false"]);

/** True where anything was written for the question. */
export function isBegun({ file, attachments }: Application, step: Step): boolean {
  if (step === "papers") return attachments.length > 0;
  const { applicant, ...rest } = file;
  if (step === "who") return applicant.name !== "" || applicant.kind !== null;
  return Object.entries(rest).some(([member, value]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return STEP_OF[member] === step && !UNSAID.has(text);
  });
}
