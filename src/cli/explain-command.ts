import type { Subject } from "../engine/match/subject.ts";
import { type ScreenMatch, screen } from "../engine/screen.ts";
import type { Snapshot } from "../engine/snapshot/snapshot.ts";
import { Fault } from "../fault.ts";
import { type Command, type Context, type Given, usageFault } from "./command.ts";
import { dayOf } from "./days.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { LANGUAGE_FLAG, languageOf } from "./language.ts";
import { printEntity, printExplanation, subjectWords } from "./print-matches.ts";
import { POLICY_FLAGS, policyOf, SUBJECT_FLAGS, subjectOf } from "./subject-flags.ts";
import { paint, paragraph } from "./terminal.ts";

/** The match may stand far below the ten best that a screening shows. */
const LOOK_MAX = 500;

/** Throws `input-invalid` where no listed party has this id. */
function assertListed(snapshot: Snapshot, text: string): void {
  const index = snapshot.find(text);
  if (index >= 0 && index < snapshot.targets) return;
  const reason =
    index >= 0
      ? "is no listed party itself"
      : 'is not on the lists held; ids look like us-ofac-24979 and "sluice screen" shows them';
  throw new Fault({ code: "input-invalid", file: "LISTED-ID", where: text, reason });
}

function matchOf(snapshot: Snapshot, subject: Subject, given: Given, id: string): ScreenMatch | null {
  const policy = { ...policyOf(given), limit: LOOK_MAX };
  const result = screen(snapshot, subject, policy, dayOf("--at", given.value("at")));
  return [...result.matches, ...result.outOfForce].find((match) => match.id === id) ?? null;
}

async function run(context: Context, given: Given): Promise<number> {
  const [name, id, ...others] = given.positionals;
  if (name === undefined || id === undefined || others.length > 0) {
    throw usageFault("explain needs a NAME (in quotes where it has spaces) and a LISTED-ID");
  }
  const subject = subjectOf(name, given);
  const { snapshot } = await context.openLists();
  assertListed(snapshot, id);
  const match = matchOf(snapshot, subject, given, id);
  const entity = snapshot.entity(snapshot.find(id));
  const { terminal } = context;
  const inForce = match?.state === "listed" || match?.state === "unknown";
  const code = match?.hit === true && inForce ? EXIT.refer : EXIT.clear;
  if (given.has("json")) {
    await terminal.write(jsonLine({ subject, match, entity, snapshot: snapshot.hash }));
    return code;
  }
  const asked = paragraph(terminal, { mark: "", text: `${subjectWords(subject)}; against ${id}.` });
  await terminal.write(
    match === null
      ? `${paint(terminal, "green", "NO MATCH")}\n${asked}\n${paragraph(terminal, { mark: "", text: "Nothing in the two makes them worth comparing: no name sounds or reads alike, no identifier is the same." })}${printEntity(terminal, entity)}`
      : `${asked}\n${printExplanation(terminal, match, entity, languageOf(given))}`,
  );
  return code;
}

/** `sluice explain`: why a name does or does not match a listed party. */
export const explainCommand: Command = {
  name: "explain",
  summary: "why a name matches a listed party, feature by feature",
  usage: ["sluice explain NAME LISTED-ID [--birth DATE] [--country COUNTRY] …"],
  about: [
    'LISTED-ID is what "sluice screen" prints beside a match, such as us-ofac-24979. Exit code 2 where it is a hit and in force on the day, else 0.',
  ],
  flags: {
    ...SUBJECT_FLAGS,
    threshold: POLICY_FLAGS.threshold ?? { words: "" },
    at: POLICY_FLAGS.at ?? { words: "" },
    lang: LANGUAGE_FLAG,
  },
  run,
};
