import { join } from "node:path";
import { z } from "zod";
import { sha256 } from "../../engine/digest.ts";
import type { SourceFile } from "../../engine/lists/reader.ts";
import { Fault, must } from "../../fault.ts";
import { FETCH_LIMITS, type FetchLimits, fetchFile, type Validators } from "../../platform/fetch.ts";
import { readFileIfThere, writeFileAtomic } from "../../platform/files.ts";
import { homeFolder, programFolder } from "../../platform/paths.ts";
import type { CatalogueList } from "./catalogue.ts";
import {
  type HeldEdition,
  heldEditions,
  keepEdition,
  readAs,
  readFiles,
  updatedFile,
  VALIDATORS,
} from "./held-editions.ts";

/** What became of one list. In every case but `updated` the edition held before stays in force. */
export type UpdateReport = {
  readonly list: string;
  readonly outcome: "updated" | "unchanged" | "refused" | "unreachable" | "not-offered";
  /** The edition in force after the update, or null where none is held. */
  readonly edition: string | null;
  /** The one before it, where it was updated. */
  readonly before: string | null;
  /** One plain sentence. */
  readonly words: string;
  readonly fault: Fault | null;
};

export type UpdateOptions = {
  readonly home?: string;
  /** Only these lists; all where absent. */
  readonly lists?: readonly string[];
  /** The moment of the update: dates an edition whose publisher does not, and refuses one from the future. */
  readonly now: Date;
  readonly limits?: FetchLimits;
  /** The program's folder, with the catalogue; another one in tests. */
  readonly folder?: string;
};

/**
 * An edition with fewer than this share of its predecessor's targets is refused. Real editions have lost a tenth at once
 * (a whole programme ended); a download cut in half loses half.
 */
export const TARGETS_SHARE_MIN = 0.8;

/** An edition dated further ahead than this is refused: publishers' time zones explain a day. */
const DAYS_AHEAD_MAX = 2;
const DAY_MS = 86_400_000;

/** Fetches the newest edition of each list from its publisher, checks it whole, and takes it in whole or not at all. */
export async function updateLists(options: UpdateOptions): Promise<readonly UpdateReport[]> {
  const home = homeFolder(options.home, process.env);
  const held = Map.groupBy(heldEditions(home, options.folder ?? programFolder()), ({ list }) => list.id);
  const wanted = [...held.keys()].filter((id) => options.lists === undefined || options.lists.includes(id));
  for (const id of options.lists ?? []) {
    if (!held.has(id)) throw new Fault({ code: "usage", reason: `there is no list ${id}` });
  }
  const reports = await Promise.all(
    wanted.map((id) => updateList(home, must(held.get(id), "a group has members"), options)),
  );
  keepOutcomes(home, reports, options.now);
  return reports;
}

const Outcome = z.strictObject({
  list: z.string(),
  at: z.iso.datetime(),
  outcome: z.enum(["updated", "unchanged", "refused", "unreachable", "not-offered"]),
  edition: z.string().nullable(),
  words: z.string(),
});

/** How a list's publisher was last asked, and what came of it. */
export type UpdateOutcome = z.infer<typeof Outcome>;

const outcomesFile = (home: string): string => join(home, "lists", "outcomes.json");

/** What came of the last update of each list, whoever asked for it: the service, its clock, or the command line. */
export function lastOutcomes(home: string): readonly UpdateOutcome[] {
  const bytes = readFileIfThere(outcomesFile(home));
  if (bytes === null) return [];
  try {
    return z.array(Outcome).parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  } catch {
    // Of another version of the program, or damaged: the next update writes it anew.
    return [];
  }
}

function keepOutcomes(home: string, reports: readonly UpdateReport[], now: Date): void {
  const asked = new Set(reports.map(({ list }) => list));
  const told = reports.map(({ list, outcome, edition, words }): UpdateOutcome => {
    return { list, at: now.toISOString(), outcome, edition, words };
  });
  const all = [...lastOutcomes(home).filter(({ list }) => !asked.has(list)), ...told];
  writeFileAtomic(outcomesFile(home), `${JSON.stringify(all, null, 2)}\n`);
}

/** The reports as lines to print: one for all lists where no publisher could be reached. */
export function updateLines(reports: readonly UpdateReport[]): readonly string[] {
  const tried = reports.filter(({ outcome }) => outcome !== "not-offered");
  const first = tried[0];
  if (first !== undefined && tried.length > 1 && tried.every(({ outcome }) => outcome === "unreachable")) {
    const reason = first.fault?.details.code === "fetch-failed" ? first.fault.details.reason : "unreachable";
    return [`No publisher could be reached (${reason}): the editions held stay in force.`];
  }
  return reports.map(({ list, words }) => `${list}: ${words}`);
}

async function updateList(
  home: string,
  editions: readonly HeldEdition[],
  options: UpdateOptions,
): Promise<UpdateReport> {
  const newest = must(editions.at(-1), "a group has members");
  const { list } = newest;
  const report = (
    outcome: UpdateReport["outcome"],
    words: string,
    fault: Fault | null = null,
  ): UpdateReport => {
    return { list: list.id, outcome, edition: newest.date, before: null, words, fault };
  };
  if (list.update === null) {
    return report(
      "not-offered",
      `the publisher offers no file to update from; ${newest.date} stays in force`,
    );
  }
  try {
    const fetched = await fetchList(home, newest, list.update.files, options.limits ?? FETCH_LIMITS);
    if (fetched === null) return report("unchanged", `${newest.date} is still the newest edition`);
    const taken = await takeIn(home, newest, fetched, options.now);
    if (taken === null) return report("unchanged", `${newest.date} is still the newest edition`);
    const words = `edition of ${taken.date} with ${taken.targets} parties is in force`;
    return { ...report("updated", words), edition: taken.date, before: newest.date };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const outcome = error.code === "fetch-failed" ? "unreachable" : "refused";
    return report(outcome, `${error.message}; ${newest.date} stays in force`, error);
  }
}

const Remembered = z.strictObject({
  edition: z.string(),
  files: z.record(
    z.string(),
    z.strictObject({ etag: z.string().nullable(), lastModified: z.string().nullable() }),
  ),
});

type Fetched = {
  readonly files: readonly SourceFile[];
  readonly validators: Readonly<Record<string, Validators>>;
};

/** The publisher's files, or null where it says that none has changed since they were fetched. */
async function fetchList(
  home: string,
  newest: HeldEdition,
  sources: readonly { readonly name: string; readonly url: string }[],
  limits: FetchLimits,
): Promise<Fetched | null> {
  const known = rememberedOf(home, newest);
  const files: (SourceFile | null)[] = [];
  const validators: Record<string, Validators> = {};
  for (const { name, url } of sources) {
    const answer = await fetchFile(url, known[name] ?? { etag: null, lastModified: null }, limits);
    files.push(answer.kind === "fetched" ? { name, bytes: answer.bytes } : null);
    validators[name] =
      answer.kind === "fetched"
        ? { etag: answer.etag, lastModified: answer.lastModified }
        : (known[name] ?? { etag: null, lastModified: null });
  }
  if (files.every((file) => file === null)) return null;
  const earlier = files.includes(null) ? await readFiles(newest) : [];
  return {
    files: files.map(
      (file, index) =>
        file ??
        must(
          earlier.find(({ name }) => name === sources[index]?.name),
          "only a file that is held is asked for conditionally",
        ),
    ),
    validators,
  };
}

/** What the publisher said of the files of the edition held; nothing where that edition did not come from an update. */
function rememberedOf(home: string, newest: HeldEdition): Readonly<Record<string, Validators>> {
  const bytes =
    newest.origin === "updated" ? readFileIfThere(updatedFile(home, newest.list.id, VALIDATORS)) : null;
  if (bytes === null) return {};
  try {
    const remembered = Remembered.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
    return remembered.edition === newest.date ? remembered.files : {};
  } catch {
    // Without what was remembered the files are fetched whole: slower, never wrong.
    return {};
  }
}

/** Reads and checks a fetched edition and keeps it; null where it is the one held already. Throws where it is refused. */
async function takeIn(
  home: string,
  newest: HeldEdition,
  { files, validators }: Fetched,
  now: Date,
): Promise<{ readonly date: string; readonly targets: number } | null> {
  const { list } = newest;
  const source = must(list.update, "an update has a source");
  const remember = (edition: string): void =>
    writeFileAtomic(updatedFile(home, list.id, VALIDATORS), JSON.stringify({ edition, files: validators }));
  const hashes = files.map(({ bytes }) => sha256(bytes));
  if (
    newest.origin === "updated" &&
    newest.files.every(({ sha256: hash }, index) => hash === hashes[index])
  ) {
    remember(newest.date);
    return null;
  }
  const content = await readAs(list, source.format, files);
  const { targets } = content.report;
  const date = content.date ?? modifiedOn(validators) ?? now.toISOString().slice(0, 10);
  refuseDoubtful(list, { date, targets, file: files.map(({ name }) => name).join(", ") }, newest, now);
  const edition = {
    list: list.id,
    date,
    format: source.format,
    fetchedAt: now.toISOString(),
    targets,
    files: source.files.map(({ name, url }, index) => ({
      name,
      url,
      sha256: must(hashes[index], "every file has a hash"),
    })),
  };
  keepEdition(home, edition, files);
  remember(date);
  return { date, targets };
}

function refuseDoubtful(
  list: CatalogueList,
  fetched: { readonly date: string; readonly targets: number; readonly file: string },
  newest: HeldEdition,
  now: Date,
): void {
  const refuse = (reason: string): Fault =>
    new Fault({ code: "list-refused", list: list.id, file: fetched.file, reason });
  if (fetched.targets === 0) throw refuse("it lists nobody");
  if (fetched.date < newest.date)
    throw refuse(`it is of ${fetched.date}, older than the edition of ${newest.date} held`);
  if (Date.parse(fetched.date) > now.getTime() + DAYS_AHEAD_MAX * DAY_MS) {
    throw refuse(`it is dated ${fetched.date}, in the future`);
  }
  if (newest.targets !== null && fetched.targets < newest.targets * TARGETS_SHARE_MIN) {
    throw refuse(
      `it lists ${fetched.targets} parties where the edition of ${newest.date} lists ${newest.targets}`,
    );
  }
}

function modifiedOn(validators: Readonly<Record<string, Validators>>): string | null {
  const times = Object.values(validators).map(({ lastModified }) => Date.parse(lastModified ?? ""));
  const known = times.filter((time) => !Number.isNaN(time));
  return known.length === 0 ? null : new Date(Math.max(...known)).toISOString().slice(0, 10);
}
