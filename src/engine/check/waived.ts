import type { GoodsLine } from "../transaction.ts";
import type { Citation, Finding } from "../verdict.ts";
import { type Allotment, allot, type Demand } from "../waivers/allot.ts";
import { sayQuantity } from "../waivers/amount.ts";
import { waiverReasons } from "../waivers/cover.ts";
import type { Waiver } from "../waivers/waiver.ts";
import type { Prohibition } from "./goods.ts";
import type { Question } from "./world.ts";

/** Authorities as a person names them. */
const AUTHORITIES: ReadonlyMap<string, string> = new Map([
  ["un-1718", "the United Nations 1718 Committee"],
  ["un", "the Security Council committee in charge"],
  ["us", "the United States"],
  ["eu", "the competent authority of a Member State"],
  ["gb", "the United Kingdom"],
  ["ca", "Canada"],
]);

/** The authority in words, where it is one that is known. */
export const sayAuthority = (authority: string) => AUTHORITIES.get(authority) ?? authority;

type Answer =
  | { readonly kind: "covers"; readonly citation: Citation; readonly words: string }
  | { readonly kind: "lacks"; readonly reason: string };

/**
 * Turns prohibitions into what they are once the waivers are asked: `permits` where every authority that the measure
 * names has allowed that item, quantity, party, route, day and shipment, else `prohibits`, saying who lacks and why.
 */
export function applyWaivers(question: Question, prohibitions: readonly Prohibition[]): Finding[] {
  const desks = new Map(
    [...new Set(prohibitions.flatMap(({ measure }) => measure.authorities))].map((authority) => [
      authority,
      openDesk(question, authority, prohibitions),
    ]),
  );
  return prohibitions.map((prohibition) => {
    const answers = prohibition.measure.authorities.map((authority) => ({
      authority,
      answer: desks.get(authority)?.(prohibition) ?? { kind: "lacks" as const, reason: "none is held" },
    }));
    return decided(prohibition, answers);
  });
}

function decided(
  prohibition: Prohibition,
  answers: readonly { readonly authority: string; readonly answer: Answer }[],
): Finding {
  const { finding } = prohibition;
  const lacking = answers.flatMap(({ authority, answer }) =>
    answer.kind === "lacks" ? [{ authority, reason: answer.reason }] : [],
  );
  const covering = answers.flatMap(({ answer }) => (answer.kind === "covers" ? [answer] : []));
  const citations = [...finding.citations, ...covering.map(({ citation }) => citation)];
  const said = [finding.words, ...covering.map(({ words }) => words)];
  if (answers.length > 0 && lacking.length === 0) {
    return {
      ...finding,
      finding: `${finding.finding}-waived`,
      effect: "permits",
      step: "waivers",
      citations,
      words: said.join(" "),
      wouldChange: [],
    };
  }
  const lacks = lacking.map(
    ({ authority, reason }) => `No waiver of ${sayAuthority(authority)} covers it: ${reason}.`,
  );
  const needed = lacking.map(
    ({ authority, reason }) =>
      `${sayApproval(authority)}: a waiver that covers ${sayWhat(prohibition)}. ${startSentence(reason)}.`,
  );
  return {
    ...finding,
    citations,
    words: [...said, ...lacks].join(" "),
    wouldChange: [...finding.wouldChange, ...needed],
  };
}

/** `The United States' approval`. */
function sayApproval(authority: string): string {
  const name = sayAuthority(authority);
  return `${startSentence(name)}${name.endsWith("s") ? "’" : "’s"} approval`;
}

const startSentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const sayWhat = ({ line, measure }: Prohibition) =>
  line === null
    ? measure.forbids
    : `line ${line.line} in full, on that day, by that route and for those parties`;

/** Findings about a listed party, once the waivers are asked: one that names the party and the measures may lift it. */
export function waivePartyFindings(question: Question, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => {
    if (finding.effect !== "prohibits") return finding;
    const measures = finding.citations.flatMap((citation) =>
      citation.kind === "measure"
        ? question.world.measures.all.filter(({ id, effect }) => id === citation.id && effect === "prohibits")
        : [],
    );
    const asked = applyWaivers(
      question,
      [...new Set(measures)].map((measure) => ({
        finding: { ...finding, citations: [] },
        measure,
        line: null,
      })),
    );
    const waived = asked.length > 0 && asked.every(({ effect }) => effect === "permits");
    if (!waived) {
      const needed = asked.flatMap(({ effect, wouldChange }) => (effect === "permits" ? [] : wouldChange));
      return { ...finding, wouldChange: [...new Set([...finding.wouldChange, ...needed])] };
    }
    const waivers = new Map(
      asked.flatMap(({ citations }) => citations).map((citation) => [JSON.stringify(citation), citation]),
    );
    return {
      ...finding,
      finding: `${finding.finding}-waived`,
      effect: "permits",
      step: "waivers",
      citations: [...finding.citations, ...waivers.values()],
      words: asked[0]?.words ?? finding.words,
      wouldChange: [],
    };
  });
}

/** One authority's waivers, asked about all prohibitions together, as its quantities are drawn by all of them. */
function openDesk(
  question: Question,
  authority: string,
  prohibitions: readonly Prohibition[],
): (prohibition: Prohibition) => Answer {
  const { world, transaction, at } = question;
  const held = world.waivers
    .filter(
      (waiver) =>
        waiver.authority === authority &&
        (transaction.waivers.length === 0 || transaction.waivers.includes(waiver.reference)),
    )
    .sort((a, b) => (a.reference < b.reference ? -1 : 1));
  const reasons = new Map(held.map((waiver) => [waiver, waiverReasons(waiver, transaction, at)]));
  // A goods line draws once on one waiver, however many measures of the authority forbid it: that waiver lifts them all.
  const byLine = new Map<GoodsLine, string[]>();
  for (const { line, measure } of prohibitions) {
    if (line === null || !measure.authorities.includes(authority)) continue;
    byLine.set(line, [...(byLine.get(line) ?? []), measure.id]);
  }
  const lifts = ({ measures }: Waiver, ids: readonly string[]) => ids.every((id) => measures.includes(id));
  const inForce = (waiver: Waiver) => reasons.get(waiver)?.length === 0;
  const demands = [...byLine].map(
    ([goods, ids]): Demand => ({
      goods,
      waivers: held.filter((waiver) => inForce(waiver) && lifts(waiver, ids)),
    }),
  );
  const allotted = allot(demands, transaction.reference);
  const answers = new Map(demands.map(({ goods }, index) => [goods, allotted[index]]));

  return ({ line, measure }) => {
    const named = held.filter((waiver) =>
      lifts(waiver, line === null ? [measure.id] : (byLine.get(line) ?? [])),
    );
    const valid = named.filter(inForce);
    const [strange] = named;
    if (strange === undefined) return { kind: "lacks", reason: "none is held for this measure" };
    if (valid.length === 0) {
      const why = named.map((waiver) => `${waiver.reference}: ${reasons.get(waiver)?.join("; ")}`);
      return { kind: "lacks", reason: why.join(". ") };
    }
    return line === null ? forParties(valid) : forLine(answers.get(line));
  };
}

function citeWaiver(waiver: Waiver, line: string | null): Citation {
  const { authority, reference, from, until } = waiver;
  return { kind: "waiver", authority, reference, line, from, until };
}

function forLine(allotted: Allotment | undefined): Answer {
  if (allotted?.kind !== "taken") return { kind: "lacks", reason: allotted?.reason ?? "it was not asked" };
  const { waiver, line, left } = allotted;
  return {
    kind: "covers",
    citation: citeWaiver(waiver, line.line),
    words: `Waiver ${waiver.reference} covers it by line ${line.line}, leaving ${sayQuantity(left)}.`,
  };
}

/** What is forbidden because of a party is lifted only for parties that the waiver names. */
function forParties(valid: readonly Waiver[]): Answer {
  const naming = valid.find(({ parties }) => parties !== null);
  if (naming !== undefined)
    return {
      kind: "covers",
      citation: citeWaiver(naming, null),
      words: `Waiver ${naming.reference} allows it.`,
    };
  const references = valid.map(({ reference }) => reference).join(", ");
  return { kind: "lacks", reason: `${references}: no party is named, and this measure is about parties` };
}
