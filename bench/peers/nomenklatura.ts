import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Subject } from "../../src/engine/match/subject.ts";
import type { Answer, PeerRun } from "./answers.ts";
import { lastWords, runProcess } from "./process.ts";
import type { Query, Task } from "./task.ts";
import { trigramCandidates } from "./trigram-candidates.ts";

/** The newest release when this was written; the matcher behind yente. */
const VERSION = "4.17.4";
/** Candidates that are scored for each query: what yente's search hands over for ten results. */
const CANDIDATES = 44;
/** One listed query in so many has its first candidate asked of the older algorithms too, to see how near ours come. */
const REPRODUCED_EVERY = 3;
const INSTALL_MS = 600_000;
/** Until it has read its name data and the list, on a busy machine. */
const START_MS = 400_000;

/** A score of one of the older algorithms, for a query and the candidate that was asked about. */
export type Reproduced = {
  readonly query: Query;
  readonly id: string;
  readonly scores: Readonly<Record<string, number>>;
};

/** A run, or why there is none. */
export type NomenklaturaRun =
  | { readonly run: PeerRun; readonly reproduced: readonly Reproduced[] }
  | { readonly skipped: string };

async function installed(folder: string): Promise<string | { readonly skipped: string }> {
  const python = join(folder, `nomenklatura-${VERSION}`, "bin", "python");
  const works = ["-c", "import nomenklatura.matching"];
  if (existsSync(python) && (await runProcess(python, works, { timeoutMs: 60_000 })).code === 0)
    return python;
  const made = await runProcess("python3", ["-m", "venv", join(folder, `nomenklatura-${VERSION}`)], {
    timeoutMs: 120_000,
  });
  if (made.code !== 0) return { skipped: `no Python 3 with venv: ${lastWords(made)}` };
  const pip = ["-m", "pip", "install", "--quiet", `nomenklatura==${VERSION}`];
  const ended = await runProcess(python, pip, { timeoutMs: INSTALL_MS });
  return ended.code === 0 ? python : { skipped: `not to be installed from PyPI: ${lastWords(ended)}` };
}

function lines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

type Line = {
  readonly start?: number;
  readonly megabytes?: number;
  readonly at?: number;
  readonly ms?: number;
  readonly work?: number;
  readonly matches?: readonly (readonly [string, number])[];
  readonly reproduce?: Readonly<Record<string, number>>;
};

/** Asks nomenklatura, in a virtual environment under `folder`, for at most so many seconds. */
export async function askNomenklatura(task: Task, folder: string, seconds: number): Promise<NomenklaturaRun> {
  mkdirSync(folder, { recursive: true });
  const python = await installed(folder);
  if (typeof python !== "string") return python;
  const idOf = (place: number): string => task.parties[place]?.entity.id ?? "";
  const searched = trigramCandidates(task.parties);
  const candidatesOf = (subject: Subject): readonly string[] => {
    const own = task.index.candidates(subject, CANDIDATES).map(idOf);
    return [...new Set([...own, ...searched(subject, CANDIDATES)])].slice(0, CANDIDATES);
  };
  const queries = task.queries.map(({ subject, mode, kind }, at) => ({
    at,
    schema: subject.schema,
    properties: subject.properties,
    candidates: candidatesOf(subject),
    reproduce: mode === "name-alone" && kind === "listed" && at % REPRODUCED_EVERY === 0,
  }));
  const [entitiesFile, queriesFile] = [join(folder, "entities.jsonl"), join(folder, "queries.jsonl")];
  writeFileSync(
    entitiesFile,
    lines(task.parties.map(({ entity: { id, schema, properties } }) => ({ id, schema, properties }))),
  );
  writeFileSync(queriesFile, lines(queries));
  const script = join(import.meta.dirname, "score_nomenklatura.py");
  const ended = await runProcess(python, [script, entitiesFile, queriesFile, String(seconds)], {
    timeoutMs: seconds * 1_000 + START_MS,
    env: { OMP_NUM_THREADS: "1" },
  });
  // What it answered before its time was up counts; a line that was cut off does not.
  const read = ended.out
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line) as Line);
  if (!read.some(({ at }) => at !== undefined)) return { skipped: `failed: ${lastWords(ended)}` };
  const answers = read.flatMap(({ at, ms, matches }): Answer[] =>
    at === undefined || ms === undefined
      ? []
      : [{ at, ms, matches: (matches ?? []).map(([id, score]) => ({ id, score })) }],
  );
  const reproduced = read.flatMap(({ at, reproduce }): Reproduced[] => {
    const query = task.queries[at ?? -1];
    const id = queries[at ?? -1]?.candidates[0];
    return reproduce === undefined || query === undefined || id === undefined
      ? []
      : [{ query, id, scores: reproduce }];
  });
  const run: PeerRun = {
    program: "nomenklatura logic-v2",
    version: VERSION,
    work: `Scores ${CANDIDATES} candidates, in one Python process: those of Sluice's index and, where these are fewer, the nearest by pieces of three letters. It is spared the search for candidates and the HTTP that yente adds.`,
    startSeconds: read.find(({ start }) => start !== undefined)?.start ?? 0,
    megabytes: read.find(({ megabytes }) => megabytes !== undefined)?.megabytes ?? null,
    processorSeconds: read.reduce((sum, { work = 0 }) => sum + work, 0),
    answers,
  };
  return { run, reproduced };
}
