import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { sayDay } from "../engine/day.ts";
import { type FrontFlag, frontFlags } from "../engine/network/fronts/front-flag.ts";
import { type FrontSearch, nearestListed } from "../engine/network/fronts/nearest-listed.ts";
import { RecordBook } from "../engine/network/fronts/record-book.ts";
import { recordComparer } from "../engine/network/fronts/record-comparer.ts";
import { type SamePartyProposal, samePartyProposals } from "../engine/network/fronts/same-party.ts";
import { type FrontLanguage, sayPath } from "../engine/network/fronts/say-path.ts";
import { recordsOf } from "../engine/network/ownership/read-source.ts";
import { Fault } from "../fault.ts";
import { type Command, type Context, type Given, suggestion, usageFault } from "./command.ts";
import { dayOf, todayOf } from "./days.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { frontWorld } from "./front-world.ts";
import { paint, paragraph, type Terminal } from "./terminal.ts";

/** The largest file that can be read into one buffer. */
const FILE_BYTES_MAX = 2_000_000_000;
const PROBLEMS_TOLD_MAX = 10;
const LINKS_TOLD_MAX = 5;

async function readBook(context: Context, given: Given): Promise<RecordBook> {
  const book = new RecordBook();
  for (const path of given.positionals) {
    const standardInput = path === "-";
    if (!standardInput && statSync(path).size > FILE_BYTES_MAX) throw tooLarge(basename(path));
    const bytes = standardInput ? await context.readStdin(FILE_BYTES_MAX + 1) : await readFile(path);
    if (bytes.length > FILE_BYTES_MAX) throw tooLarge("standard input");
    book.addRecords(recordsOf({ name: standardInput ? "standard input" : basename(path), bytes }));
  }
  book.finish();
  for (const { where, words } of book.problems.slice(0, PROBLEMS_TOLD_MAX)) {
    context.terminal.warn(`sluice: ${where}: ${words}\n`);
  }
  const more = book.problemCount - Math.min(book.problemCount, PROBLEMS_TOLD_MAX);
  if (more > 0) context.terminal.warn(`sluice: and ${more} more problems in the records\n`);
  if (book.size === 0)
    throw usageFault(`${given.positionals.join(", ")}: no person, company or other party in it`);
  return book;
}

const tooLarge = (where: string): Fault =>
  new Fault({ code: "limit-exceeded", limit: "fileBytesMax", allowed: FILE_BYTES_MAX, where });

function partiesAsked(book: RecordBook, given: Given): readonly string[] {
  const ids = [...book.ids()];
  const asked = given.values("party");
  if (asked.length === 0) return ids;
  for (const id of asked) {
    if (book.party(id) === null)
      throw usageFault(`--party ${id}: no party has that id${suggestion(id, ids.slice(0, 2_000))}`);
  }
  return asked;
}

type Told = { readonly caption: string; readonly search: FrontSearch; readonly flags: readonly FrontFlag[] };

function printParty(terminal: Terminal, { caption, search, flags }: Told, language: FrontLanguage): string {
  const lines = [`${paint(terminal, "bold", caption)}\n`];
  for (const { rule, severity, title, innocent, source } of new Map(
    flags.map((flag) => [flag.rule, flag]),
  ).values()) {
    lines.push(
      paragraph(terminal, {
        mark: "  ! ",
        text: `${rule} (${severity}): ${title[language]}.`,
        paint: (line) => paint(terminal, "yellow", line),
      }),
      paragraph(terminal, {
        mark: "    ",
        text: `${language === "en" ? "Or else" : "다른 해석"}: ${innocent[language]}`,
      }),
      paragraph(terminal, { mark: "    ↳ ", text: source, paint: (line) => paint(terminal, "dim", line) }),
    );
  }
  for (const { target, state, listings, paths } of search.links.slice(0, LINKS_TOLD_MAX)) {
    const on = listings
      .map(({ list, entry, listedOn }) => `${list} ${entry}${since(state, listedOn)}`)
      .join("; ");
    lines.push(paragraph(terminal, { mark: "  → ", text: `${target.caption} (${on})` }));
    for (const path of paths)
      lines.push(paragraph(terminal, { mark: "     · ", text: sayPath(path, language) }));
  }
  const more = search.links.length - LINKS_TOLD_MAX;
  if (more > 0) lines.push(paragraph(terminal, { mark: "    ", text: `and ${more} more (--json has all)` }));
  for (const { fact, sharers } of search.passedOver) {
    lines.push(
      paragraph(terminal, { mark: "    ", text: `${fact}: ${sharers} have it, so it joins nobody.` }),
    );
  }
  return lines.join("");
}

function since(state: string, listedOn: string | null): string {
  if (state === "not-yet-listed")
    return listedOn === null ? ", not yet listed" : `, listed only from ${sayDay(listedOn)}`;
  if (state === "delisted") return ", no longer listed";
  return listedOn === null ? "" : ` since ${sayDay(listedOn)}`;
}

function printProposal(terminal: Terminal, book: RecordBook, proposal: SamePartyProposal): string {
  const [a, b] = [proposal.a, proposal.b].map((id) => `${book.party(id)?.caption ?? id} (${id})`);
  const speaks = (sign: number) =>
    proposal.features.filter(({ weight }) => weight * sign > 0.1).map(({ words }) => words);
  return [
    `${paint(terminal, "bold", `${a} and ${b}`)}\n`,
    ...proposal.shared.map(({ fact, a: mine, b: other }) =>
      paragraph(terminal, {
        mark: "  = ",
        text: `The same ${fact.replace("-", " ")}: ${mine}${mine === other ? "" : ` and ${other}`}.`,
      }),
    ),
    ...speaks(1).map((text) => paragraph(terminal, { mark: "  + ", text })),
    ...speaks(-1).map((text) => paragraph(terminal, { mark: "  − ", text })),
  ].join("");
}

async function proposeSame(context: Context, given: Given, book: RecordBook): Promise<number> {
  const { snapshot } = await context.openLists();
  const { proposals, cut } = samePartyProposals(book, recordComparer(snapshot.index));
  if (cut) context.terminal.warn("sluice: there are more pairs than are compared at once; divide the file\n");
  for (const proposal of proposals) {
    await context.terminal.write(
      given.has("json") ? jsonLine(proposal) : `${printProposal(context.terminal, book, proposal)}\n`,
    );
  }
  if (!given.has("json")) {
    const words = proposals.length === 1 ? "One pair of records" : `${proposals.length} pairs of records`;
    await context.terminal.write(`${words} may be one party each. A person confirms.\n`);
  }
  return proposals.length > 0 ? EXIT.refer : EXIT.clear;
}

async function run(context: Context, given: Given): Promise<number> {
  const { terminal } = context;
  if (given.positionals.length === 0)
    throw usageFault("fronts needs a FILE of records, or - for standard input");
  const language = given.value("lang") ?? "en";
  if (language !== "en" && language !== "ko") throw usageFault(`--lang ${language}: en or ko`);
  const day = dayOf("--at", given.value("at")) ?? todayOf(terminal.now());
  const book = await readBook(context, given);
  if (given.has("same")) return proposeSame(context, given, book);
  const { snapshot } = await context.openLists();
  const world = frontWorld(snapshot, book);
  let [flagged, led] = [0, 0];
  const asked = partiesAsked(book, given);
  for (const party of asked) {
    const search = nearestListed(world, party, day);
    const flags = frontFlags({ world, party, day, search });
    if (flags.length > 0) flagged++;
    if (search.links.length > 0) led++;
    const caption = `${book.party(party)?.caption ?? party} (${party})`;
    if (given.has("json")) await terminal.write(jsonLine({ id: party, at: day, flags, ...search }));
    else if (search.links.length > 0 || flags.length > 0 || given.has("party"))
      await terminal.write(`${printParty(terminal, { caption, search, flags }, language)}\n`);
  }
  if (!given.has("json")) {
    await terminal.write(
      `Of ${asked.length} ${asked.length === 1 ? "party" : "parties"}, ${led} lead to listed ones and ${flagged} bear a sign of a front. A person decides.\n`,
    );
  }
  return flagged > 0 || led > 0 ? EXIT.refer : EXIT.clear;
}

/** `sluice fronts`: which of one's own records lead to listed parties, over which facts? */
export const frontsCommand: Command = {
  name: "fronts",
  summary: "which of your records lead to listed parties by shared facts, and which may be one party",
  usage: ["sluice fronts FILE… [--at DATE] [--party ID]", "sluice fronts FILE… --same"],
  about: [
    "FILE holds FollowTheMoney entities, as JSON lines or one document: companies and persons with their addresses, telephone numbers, accounts and documents, and who founds, directs, owns or works for whom. Each party comes out with the listed parties that it leads to, over which facts, how many others have the same fact, and the signs of a front (docs/fronts.md). A fact that more than 50 parties share joins nobody.",
    "With --same: which records may be one party, with what speaks for it and against it.",
    "Exit code 2 where anything was found, else 0: a person decides.",
  ],
  flags: {
    at: { value: "DATE", words: "the day asked about (YYYY-MM-DD); today where not given" },
    party: { value: "ID", words: "tell of this party alone, also where nothing was found", many: true },
    same: { words: "find records that may be one party" },
    lang: { value: "en|ko", words: "language of the explanation" },
  },
  run,
};
