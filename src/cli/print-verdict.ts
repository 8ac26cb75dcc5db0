import type { Answer, Citation, Finding, Verdict } from "../engine/verdict.ts";
import { paint, paragraph, type Style, type Terminal, widthOf } from "./terminal.ts";

/** Each answer as a headline says it. */
export const ANSWERS: Readonly<Record<Answer, { readonly words: string; readonly style: Style }>> = {
  clear: { words: "CLEAR", style: "green" },
  permitted: { words: "PERMITTED", style: "green" },
  refer: { words: "REFER to a person", style: "yellow" },
  prohibited: { words: "PROHIBITED", style: "red" },
};

const EFFECTS: readonly {
  readonly effect: Finding["effect"];
  readonly heading: string;
  readonly style: Style;
}[] = [
  { effect: "prohibits", heading: "It is prohibited because", style: "red" },
  { effect: "refers", heading: "A person must decide because", style: "yellow" },
  { effect: "permits", heading: "It is allowed because", style: "green" },
  { effect: "note", heading: "Also noted", style: "dim" },
];

/** Listings that a note may cite one by one; a note on three hundred of them cites the first ones and their number. */
const CITATIONS_MAX = 4;

/** A citation as a reader would look it up. */
export function citationWords(citation: Citation): string {
  switch (citation.kind) {
    case "listing": {
      const { list, entry, programmes, edition, listedOn } = citation;
      const under = programmes.length === 0 ? "" : ` (${programmes.join(", ")})`;
      const since = listedOn === null ? "" : `, listed on ${listedOn}`;
      return `${list}, entry ${entry}${under}, edition of ${edition}${since}`;
    }
    case "measure": {
      const { instrument, paragraph: place, inForceFrom, inForceUntil, basis } = citation;
      const until = inForceUntil === null ? "" : ` until ${inForceUntil}`;
      const doubt = basis === "read" ? "" : "; text not read, confirm it before relying on it";
      // A resolution has paragraphs; a regulation is cited by its own numbers, and some are cited whole.
      const numbered = instrument.startsWith("UNSCR") && /^\d/.test(place) ? `paragraph ${place}` : place;
      const act = numbered === "" ? instrument : `${instrument}, ${numbered}`;
      return `${act}, in force from ${inForceFrom}${until}${doubt}`;
    }
    case "indicator": {
      const { id, source, publishedOn, basis } = citation;
      const since = publishedOn === null ? "" : `, first published ${publishedOn}`;
      return `${id}: ${source}${since}${basis === "read" ? "" : "; text not read, confirm it before relying on it"}`;
    }
    case "waiver": {
      const { authority, reference, line, from, until } = citation;
      return `waiver ${reference} of ${authority}${line === null ? "" : `, line ${line}`}, ${from} to ${until}`;
    }
  }
}

function citations(terminal: Terminal, finding: Finding, mark: string): string {
  const words = [...new Set(finding.citations.map(citationWords))];
  const shown = words.slice(0, CITATIONS_MAX);
  if (words.length > shown.length) shown.push(`and ${words.length - shown.length} more; --json has all`);
  return shown
    .map((text) => paragraph(terminal, { mark, text, paint: (line) => paint(terminal, "dim", line) }))
    .join("");
}

function heading(terminal: Terminal, style: Style, text: string): string {
  return `\n${paragraph(terminal, { mark: "", text, paint: (line) => paint(terminal, style, line) })}`;
}

/** A heading with what stands under it, or nothing where nothing does. */
export function section(terminal: Terminal, title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const list = lines.map((text) => paragraph(terminal, { mark: "  - ", text }));
  return heading(terminal, "bold", title) + list.join("");
}

function reason(terminal: Terminal, finding: Finding, number: number): string {
  const mark = `${String(number).padStart(3)}. `;
  return paragraph(terminal, { mark, text: finding.words }) + citations(terminal, finding, "     ↳ ");
}

/** Findings under the heading of what each does to the answer, with what they cite. */
export function printFindings(terminal: Terminal, findings: readonly Finding[]): string {
  let number = 0;
  return EFFECTS.map(({ effect, heading: words, style }) => {
    const group = findings.filter((finding) => finding.effect === effect);
    if (group.length === 0) return "";
    const lines = group.map((finding) => {
      number += 1;
      return reason(terminal, finding, number);
    });
    return heading(terminal, style, words) + lines.join("");
  }).join("");
}

/** The answer in a word, and the first sentence of its summary: the reasons stand below and need no second telling. */
function headline(terminal: Terminal, { answer, at, summary }: Verdict): string {
  const { words, style } = ANSWERS[answer];
  // On the narrowest terminal the day stands on a line of its own.
  const gap = widthOf(`${words}  as of ${at}`) > terminal.columns ? "\n" : "  ";
  const title =
    paint(terminal, style, paint(terminal, "bold", words)) + gap + paint(terminal, "dim", `as of ${at}`);
  const sentence = /^.*?\.(?=\s|$)/u.exec(summary)?.[0] ?? summary;
  return `${title}\n${paragraph(terminal, { mark: "", text: sentence })}`;
}

/** A verdict as an officer would read it aloud: the answer, why, what it cannot see, what would change it. */
export function printVerdict(terminal: Terminal, verdict: Verdict): string {
  return [
    headline(terminal, verdict),
    printFindings(terminal, verdict.findings),
    section(terminal, "What would change the answer", verdict.wouldChange),
    section(terminal, "What this answer cannot see", verdict.reservations),
  ].join("");
}

/** What alone decides each answer; where nothing does, what was noted is told. */
const DECIDES: Readonly<Record<Answer, Finding["effect"]>> = {
  prohibited: "prohibits",
  refer: "refers",
  permitted: "permits",
  clear: "note",
};

/** Reasons, and ways to change the answer, that a brief verdict tells; it counts the rest. */
const BRIEF_MAX = 3;

function counted(number: number, words: string): string {
  return number > 0 ? `     And ${number} more ${words}.\n` : "";
}

/**
 * A verdict in few lines: the answer, the first reasons that decide it with their citations, what would change it.
 * What it cannot see is left to the caller, who must not leave it out.
 */
export function printVerdictBriefly(terminal: Terminal, verdict: Verdict): string {
  const deciding = verdict.findings.filter(({ effect }) => effect === DECIDES[verdict.answer]);
  const change = verdict.wouldChange.slice(0, BRIEF_MAX);
  return [
    headline(terminal, verdict),
    ...deciding.slice(0, BRIEF_MAX).map((finding, at) => reason(terminal, finding, at + 1)),
    counted(deciding.length - BRIEF_MAX, "of this kind"),
    change.length === 0 ? "" : paragraph(terminal, { mark: "  ", text: "What would change the answer:" }),
    ...change.map((text) => paragraph(terminal, { mark: "   → ", text })),
    counted(verdict.wouldChange.length - BRIEF_MAX, "that would change it"),
  ].join("");
}
