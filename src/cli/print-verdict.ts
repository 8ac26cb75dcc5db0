import type { Answer, Citation, Finding, Verdict } from "../engine/verdict.ts";
import { paint, paragraph, type Style, type Terminal } from "./terminal.ts";

const ANSWERS: Readonly<Record<Answer, { readonly words: string; readonly style: Style }>> = {
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
      return `${instrument}, ${place}, in force from ${inForceFrom}${until}${doubt}`;
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

function section(terminal: Terminal, heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const list = lines.map((text) => paragraph(terminal, { mark: "  - ", text })).join("");
  return `\n${paint(terminal, "bold", heading)}\n${list}`;
}

function reasons(terminal: Terminal, findings: readonly Finding[]): string {
  let number = 0;
  return EFFECTS.map(({ effect, heading, style }) => {
    const group = findings.filter((finding) => finding.effect === effect);
    if (group.length === 0) return "";
    const lines = group.map((finding) => {
      number += 1;
      const mark = `${String(number).padStart(3)}. `;
      return paragraph(terminal, { mark, text: finding.words }) + citations(terminal, finding, "     ↳ ");
    });
    return `\n${paint(terminal, style, heading)}\n${lines.join("")}`;
  }).join("");
}

function title(terminal: Terminal, { answer, at }: Verdict): string {
  const { words, style } = ANSWERS[answer];
  return `${paint(terminal, style, paint(terminal, "bold", words))}  ${paint(terminal, "dim", `as of ${at}`)}\n`;
}

/** A verdict as an officer would read it aloud: the answer, why, what it cannot see, what would change it. */
export function printVerdict(terminal: Terminal, verdict: Verdict): string {
  return [
    title(terminal, verdict),
    paragraph(terminal, { mark: "", text: verdict.summary }),
    reasons(terminal, verdict.findings),
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

/** Reasons told in a brief verdict, and what is said of the rest. */
const BRIEF_MAX = 2;

function firstAndMore(lines: readonly string[]): string {
  return lines.length > 1 ? `${lines[0]} (and ${lines.length - 1} more)` : (lines[0] ?? "");
}

/** A verdict in few lines: the answer, the first reasons that decide it with a citation each, what would change it. */
export function printVerdictBriefly(terminal: Terminal, verdict: Verdict): string {
  const deciding = verdict.findings.filter(({ effect }) => effect === DECIDES[verdict.answer]);
  const told = deciding.slice(0, BRIEF_MAX).map((finding) => {
    const cited = finding.citations.map(citationWords);
    return [
      paragraph(terminal, { mark: "  - ", text: finding.words }),
      cited.length === 0
        ? ""
        : paragraph(terminal, {
            mark: "    ↳ ",
            text: firstAndMore(cited),
            paint: (line) => paint(terminal, "dim", line),
          }),
    ].join("");
  });
  const more = deciding.length - told.length;
  const change = firstAndMore(verdict.wouldChange);
  const unseen = firstAndMore(verdict.reservations);
  return [
    title(terminal, verdict),
    deciding.length === 0 ? paragraph(terminal, { mark: "  - ", text: verdict.summary }) : "",
    ...told,
    more <= 0 ? "" : paragraph(terminal, { mark: "  - ", text: `And ${more} more of this kind.` }),
    change === "" ? "" : paragraph(terminal, { mark: "  It would change: ", text: change }),
    unseen === "" ? "" : paragraph(terminal, { mark: "  It cannot see: ", text: unseen }),
  ].join("");
}
