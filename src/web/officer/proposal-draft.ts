import { readExact, sayExact } from "../waivers/exact.ts";
import type { Application, Proposal } from "../waivers/shapes.ts";

/** What is decided on a line, as it is typed. */
export type LineDraft = {
  readonly line: string;
  readonly outcome: "approved" | "refused" | "further-review";
  /** As typed; empty for all that was asked for. */
  readonly quantity: string;
  readonly hs: string;
  readonly reason: string;
};

/** A proposal as it is typed. */
export type ProposalDraft = {
  readonly reference: string;
  readonly approvedOn: string;
  readonly from: string;
  readonly until: string;
  readonly shipmentsMax: string;
  readonly parties: boolean;
  readonly route: boolean;
  readonly returnsRestore: boolean;
  readonly publishRemaining: boolean;
  readonly conditions: string;
  readonly measures: string;
  readonly reason: string;
  readonly lines: readonly LineDraft[];
};

/** The day somewhere, as that place counts it. */
function dayIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(at);
}

/** A proposal to begin from: everything approved as it was asked for, in the window that was asked for. */
export function beginProposal({ file }: Application, zone: string): ProposalDraft {
  const today = dayIn(zone, new Date());
  const from = file.from !== null && file.from > today ? file.from : today;
  return {
    reference: "",
    approvedOn: today,
    from,
    until: file.until ?? "",
    shipmentsMax: file.transfers.length === 0 ? "" : String(file.transfers.length),
    parties: true,
    route: file.transfers.length === 1,
    returnsRestore: false,
    publishRemaining: true,
    conditions: "",
    measures: "",
    reason: "",
    lines: file.lines.map(({ line, quantity }) => ({
      line,
      outcome: "approved",
      quantity: quantity === null ? "" : sayExact(quantity),
      hs: "",
      reason: "",
    })),
  };
}

const textsIn = (text: string, by: RegExp): string[] =>
  text.split(by).flatMap((one) => (one.trim() === "" ? [] : [one.trim()]));

/** The ids of measures that were typed. */
export const measuresIn = (text: string): string[] => textsIn(text, /[\s,]+/);

/** What must be mended before it can be sent, by the field's id and the word that says so. */
export type ProposalProblem = {
  readonly field: string;
  readonly word:
    | "officer.error.reference"
    | "officer.error.day"
    | "apply.reason.error"
    | "apply.exact.error"
    | "officer.error.refused";
};

const REASON_CHARS_MIN = 10;

export function proposalProblems(draft: ProposalDraft): readonly ProposalProblem[] {
  return [
    ...(draft.reference.trim() === ""
      ? [{ field: "prop-reference", word: "officer.error.reference" } as const]
      : []),
    ...(["approvedOn", "from", "until"] as const).flatMap((name) =>
      draft[name] === "" ? [{ field: `prop-${name}`, word: "officer.error.day" } as const] : [],
    ),
    ...(draft.shipmentsMax.trim() !== "" && !/^[1-9]\d{0,3}$/.test(draft.shipmentsMax.trim())
      ? [{ field: "prop-shipmentsMax", word: "apply.exact.error" } as const]
      : []),
    ...draft.lines.flatMap(({ line, outcome, quantity, reason }): ProposalProblem[] => {
      if (outcome !== "approved")
        return reason.trim() === ""
          ? [{ field: `prop-reason-${line}`, word: "officer.error.refused" } as const]
          : [];
      return quantity.trim() !== "" && readExact(quantity) === null
        ? [{ field: `prop-quantity-${line}`, word: "apply.exact.error" } as const]
        : [];
    }),
    ...(draft.reason.trim().length < REASON_CHARS_MIN
      ? [{ field: "prop-reason", word: "apply.reason.error" } as const]
      : []),
  ];
}

/** The names that a letter is limited to: those of the file's parties. */
function partiesOf({ file }: Application): string[] {
  const names = file.parties.flatMap(({ properties }) => properties.name ?? []);
  return [...new Set(names)];
}

/** The proposal as the API takes it. */
export function proposalOf(draft: ProposalDraft, application: Application): Proposal {
  const { file } = application;
  const unitOf = (line: string): string =>
    file.lines.find((one) => one.line === line)?.quantity?.unit ?? "piece";
  const parties = partiesOf(application);
  const route = file.transfers[0]?.route ?? [];
  return {
    reference: draft.reference.trim(),
    approvedOn: draft.approvedOn,
    from: draft.from,
    until: draft.until,
    shipmentsMax: draft.shipmentsMax.trim() === "" ? null : Number(draft.shipmentsMax),
    parties: draft.parties && parties.length > 0 ? parties : null,
    route: draft.route && route.length > 0 ? [...route] : null,
    returnsRestore: draft.returnsRestore,
    publishRemaining: draft.publishRemaining,
    conditions: textsIn(draft.conditions, /\n/),
    measures: measuresIn(draft.measures),
    source: "Decision recorded in this service",
    reason: draft.reason.trim(),
    items: draft.lines.map(({ line, outcome, quantity, hs, reason }) => {
      const exact = outcome === "approved" ? readExact(quantity) : null;
      const codes = textsIn(hs, /[\s,]+/).map((code) => code.replace(/\D/g, ""));
      return {
        line,
        outcome,
        ...(exact === null ? {} : { quantity: { ...exact, unit: unitOf(line) } }),
        ...(codes.length === 0 || outcome !== "approved" ? {} : { hs: codes }),
        ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
      };
    }),
  };
}
