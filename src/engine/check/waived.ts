import type { Citation, Finding } from "../verdict.ts";
import { sayQuantity } from "../waivers/amount.ts";
import { Drawdown, waiverReasons } from "../waivers/cover.ts";
import type { Waiver } from "../waivers/waiver.ts";
import type { Prohibition } from "./goods.ts";
import type { Question } from "./world.ts";

/** Authorities as a person names them. */
const AUTHORITIES: Readonly<Record<string, string>> = {
  "un-1718": "the United Nations 1718 Committee",
  un: "the Security Council committee in charge",
  us: "the United States",
  eu: "the competent authority of a Member State",
  gb: "the United Kingdom",
  ca: "Canada",
};

export const sayAuthority = (authority: string) => AUTHORITIES[authority] ?? authority;

type Answer =
  | { readonly kind: "covers"; readonly citation: Citation; readonly words: string }
  | { readonly kind: "lacks"; readonly reason: string };

/**
 * Turns prohibitions into what they are once the waivers are asked: `permits` where every authority that the measure
 * names has allowed that item, quantity, party, route, day and shipment, else `prohibits`, saying who lacks and why.
 */
export function applyWaivers(question: Question, prohibitions: readonly Prohibition[]): Finding[] {
  const desk = new WaiverDesk(question);
  return prohibitions.map((prohibition) => {
    const { finding, measure } = prohibition;
    const answers = measure.authorities.map((authority) => ({
      authority,
      answer: desk.ask(authority, prohibition),
    }));
    const lacking = answers.flatMap(({ authority, answer }) =>
      answer.kind === "lacks" ? [{ authority, reason: answer.reason }] : [],
    );
    const covering = answers.flatMap(({ answer }) => (answer.kind === "covers" ? [answer] : []));
    const citations = [...finding.citations, ...covering.map(({ citation }) => citation)];
    if (answers.length > 0 && lacking.length === 0) {
      return {
        ...finding,
        finding: `${finding.finding}-waived`,
        effect: "permits",
        step: "waivers",
        citations,
        words: `${finding.words} ${covering.map(({ words }) => words).join(" ")}`,
        wouldChange: [],
      };
    }
    const held = covering.length === 0 ? "" : ` ${covering.map(({ words }) => words).join(" ")}`;
    return {
      ...finding,
      citations,
      words:
        `${finding.words}${held} ${lacking.map(({ authority, reason }) => `No waiver of ${sayAuthority(authority)} covers it: ${reason}.`).join(" ")}`.trim(),
      wouldChange:
        lacking.length === 0
          ? [...finding.wouldChange]
          : [
              ...finding.wouldChange,
              ...lacking.map(
                ({ authority }) =>
                  `A waiver of ${sayAuthority(authority)} that covers ${sayWhat(prohibition)}.`,
              ),
            ],
    };
  });
}

/** Findings about a listed party, once the waivers are asked: one that names the party and the measure may lift it. */
export function waivePartyFindings(question: Question, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => {
    if (finding.effect !== "prohibits" || question.world.waivers.length === 0) return finding;
    const measures = finding.citations.flatMap((citation) =>
      citation.kind === "measure" ? question.world.measures.all.filter(({ id }) => id === citation.id) : [],
    );
    const asked = applyWaivers(
      question,
      measures.map((measure) => ({ finding, measure, line: null })),
    );
    const waived = asked.length > 0 && asked.every(({ effect }) => effect === "permits");
    if (!waived) return finding;
    const citations = [
      ...new Map(
        asked.flatMap((one) => one.citations).map((citation) => [JSON.stringify(citation), citation]),
      ).values(),
    ];
    return {
      ...asked[0],
      ...finding,
      finding: `${finding.finding}-waived`,
      effect: "permits",
      step: "waivers",
      citations,
      words: asked[0]?.words ?? finding.words,
      wouldChange: [],
    };
  });
}

const sayWhat = ({ line, measure }: Prohibition) =>
  line === null
    ? measure.forbids
    : `line ${line.line} in full, on that day, by that route and for those parties`;

class WaiverDesk {
  readonly #question: Question;
  readonly #drawdowns = new Map<Waiver, Drawdown>();
  readonly #reasons = new Map<Waiver, readonly string[]>();
  /** A goods line draws once on a waiver, however many measures forbid it. */
  readonly #taken = new Map<Waiver, Map<Prohibition["line"], ReturnType<Drawdown["take"]>>>();

  constructor(question: Question) {
    this.#question = question;
  }

  ask(authority: string, prohibition: Prohibition): Answer {
    const { world, transaction } = this.#question;
    const named = world.waivers.filter(
      (waiver) =>
        waiver.authority === authority &&
        waiver.measures.includes(prohibition.measure.id) &&
        (transaction.waivers.length === 0 || transaction.waivers.includes(waiver.reference)),
    );
    let reason = "none is held for this measure";
    for (const waiver of [...named].sort((a, b) => (a.reference < b.reference ? -1 : 1))) {
      const answer = this.#try(waiver, prohibition);
      if (answer.kind === "covers") return answer;
      reason = answer.reason;
    }
    return { kind: "lacks", reason };
  }

  #try(waiver: Waiver, { line }: Prohibition): Answer {
    const { transaction, at } = this.#question;
    const reasons = this.#reasons.get(waiver) ?? waiverReasons(waiver, transaction, at);
    this.#reasons.set(waiver, reasons);
    if (reasons.length > 0) return { kind: "lacks", reason: `${waiver.reference}: ${reasons.join("; ")}` };
    const cite = (held: string | null): Citation => ({
      kind: "waiver",
      authority: waiver.authority,
      reference: waiver.reference,
      line: held,
      from: waiver.from,
      until: waiver.until,
    });
    if (line === null) {
      if (waiver.parties === null)
        return {
          kind: "lacks",
          reason: `${waiver.reference} names no party, and this measure is about parties`,
        };
      return { kind: "covers", citation: cite(null), words: `Waiver ${waiver.reference} allows it.` };
    }
    const taken = this.#take(waiver, line);
    if (taken.kind === "refused") return { kind: "lacks", reason: `${waiver.reference}: ${taken.reason}` };
    return {
      kind: "covers",
      citation: cite(taken.line.line),
      words: `Waiver ${waiver.reference} covers it by line ${taken.line.line}, leaving ${sayQuantity(taken.left)}.`,
    };
  }

  #take(waiver: Waiver, line: NonNullable<Prohibition["line"]>): ReturnType<Drawdown["take"]> {
    const lines = this.#taken.get(waiver) ?? new Map<Prohibition["line"], ReturnType<Drawdown["take"]>>();
    this.#taken.set(waiver, lines);
    const before = lines.get(line);
    if (before !== undefined) return before;
    const drawdown =
      this.#drawdowns.get(waiver) ?? new Drawdown(waiver, this.#question.transaction.reference);
    this.#drawdowns.set(waiver, drawdown);
    const taken = drawdown.take(line);
    lines.set(line, taken);
    return taken;
  }
}
