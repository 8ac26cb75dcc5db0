import { captionOf } from "../engine/snapshot/delta.ts";
import type { EditionDiff } from "../service/lists/editions.ts";
import { sayNumber } from "./print-lists.ts";
import { paint, paragraph, type Style, type Terminal } from "./terminal.ts";

/** A changed fact with more values than this is cut: a note of a thousand words says little on a terminal. */
const VALUES_MAX = 5;
const VALUE_CHARS_MAX = 160;

function valueWords(values: readonly string[]): string {
  const shown = values
    .slice(0, VALUES_MAX)
    .map((value) => (value.length > VALUE_CHARS_MAX ? `${value.slice(0, VALUE_CHARS_MAX)}…` : value));
  const more = values.length > VALUES_MAX ? ` and ${values.length - VALUES_MAX} more` : "";
  return `${shown.join("; ")}${more}`;
}

function part(terminal: Terminal, heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `\n${paint(terminal, "bold", `${heading}: ${sayNumber(lines.length)}`)}\n${lines.join("")}`;
}

function entry(terminal: Terminal, mark: string, style: Style, text: string): string {
  return paragraph(terminal, { mark: `${mark} `, text, paint: (line) => paint(terminal, style, line) });
}

const KIND_WORDS: Readonly<Record<EditionDiff["counts"][number]["kind"], string>> = {
  name: "names",
  alias: "aliases",
  birth: "birth",
  country: "countries",
  identifier: "identifiers and documents",
  address: "addresses",
  contact: "telephone, e-mail, web",
  position: "positions",
  programme: "programmes",
  reason: "reasons and notes",
  date: "dates",
  relation: "relations",
  other: "other facts",
};

/** How many entries changed in what, and what could not be compared; nothing where nothing changed. */
export function countSentences({
  counts,
  notCompared,
}: Pick<EditionDiff, "counts" | "notCompared">): readonly string[] {
  const changed = counts.map(({ kind, entries }) => `${KIND_WORDS[kind]} ${sayNumber(entries)}`).join(", ");
  const left = notCompared.map(
    ({ fact, before, after }) => `${fact} (${sayNumber(before)}, ${sayNumber(after)})`,
  );
  return [
    ...(changed === "" ? [] : [`Entries changed in: ${changed}.`]),
    ...(left.length === 0
      ? []
      : [
          `Not compared, for one of the editions was read without them or sets them down otherwise (parties of whom each states it): ${left.join(", ")}.`,
        ]),
  ];
}

/** What was added, changed (which fact) and removed between two editions. */
export function printDelta(terminal: Terminal, difference: EditionDiff): string {
  const { before, after, notCompared } = difference;
  const { added, removed } = difference.delta;
  const left = new Set(notCompared.map(({ fact }) => fact));
  const changed = difference.delta.changed.flatMap(({ facts: all, ...entryOf }) => {
    const facts = all.filter(({ fact }) => !left.has(fact));
    return facts.length === 0 ? [] : [{ ...entryOf, facts }];
  });
  const facts = changed.map(
    ({ id, caption, facts: changes }) =>
      entry(terminal, "~", "yellow", `${caption} (${id})`) +
      changes
        .map(({ fact, gained, lost }) => {
          const gain = gained.length === 0 ? "" : ` now ${valueWords(gained)}`;
          const loss = lost.length === 0 ? "" : ` no longer ${valueWords(lost)}`;
          return paragraph(terminal, {
            mark: "    ",
            text: `${fact}:${gain}${gain !== "" && loss !== "" ? ";" : ""}${loss}`,
          });
        })
        .join(""),
  );
  const same = added.length + changed.length + removed.length === 0;
  return [
    paragraph(terminal, { mark: "", text: `From ${before} to ${after}${same ? ": no difference." : ""}` }),
    ...countSentences(difference).map((text) => paragraph(terminal, { mark: "", text })),
    part(
      terminal,
      "Added",
      added.map((entity) =>
        entry(terminal, "+", "green", `${captionOf(entity)} (${entity.id}, ${entity.schema})`),
      ),
    ),
    part(terminal, "Changed", facts),
    part(
      terminal,
      "Removed",
      removed.map((entity) =>
        entry(terminal, "−", "red", `${captionOf(entity)} (${entity.id}, ${entity.schema})`),
      ),
    ),
  ].join("");
}
