import { DEFAULT_CHECK_POLICY } from "../../engine/check/world.ts";
import { valuesOf } from "../../engine/entity/entity.ts";
import { parseTransaction } from "../../engine/transaction.ts";
import type { Book } from "../screening/yente/book.ts";
import type { OpenRelease } from "../screening/yente/release.ts";
import type { GateTask } from "./gate-work.ts";

export const WARM_UP_LIMITS = {
  /** Fewer entities are answered from quickly by whatever runs. */
  entitiesMin: 5_000,
  /** Listed parties whose names are asked about, each in three ways. */
  namesMax: 600,
  /** Every so many names, a payment to the party is checked too. */
  checkEvery: 4,
  /** Longer than the compiler needs where nothing else runs; a busy machine starts to serve all the same. */
  msMax: 3_000,
} as const;

type Named = { readonly name: string; readonly schema: string };

/** Listed parties from all over the book, evenly. */
function namedIn(book: Book, count: number): readonly Named[] {
  const step = Math.max(1, Math.floor(book.size / count));
  const found: Named[] = [];
  for (let place = 0; place < book.size && found.length < count; place += step) {
    const entity = book.entity(place);
    const [name] = valuesOf(entity, "name");
    if (name !== undefined) found.push({ name, schema: entity.schema });
  }
  return found;
}

function matchTask({ name, schema }: Named, dataset: string): GateTask {
  const properties = { name: [name], birthDate: ["1961-07-01"], country: ["us"] };
  const body = new TextEncoder().encode(JSON.stringify({ queries: { q: { schema, properties } } }));
  return { kind: "yente", request: { kind: "match", dataset, query: "", body, decided: null } };
}

function checkTask({ name, schema }: Named): GateTask {
  const properties = { name: [name], address: ["1 Harbor Street, Newport"], phone: ["+12125550100"] };
  const transaction = parseTransaction(
    {
      kind: "payment",
      reference: "warm-up",
      purpose: "wages",
      from: "US",
      to: "DE",
      parties: [{ role: "payee", schema, properties }],
    },
    "warm-up",
  );
  const world = { waivers: [], policy: DEFAULT_CHECK_POLICY, suppressions: [] };
  return { kind: "check", transaction, at: "2026-01-02", world };
}

/**
 * Questions by which a thread comes to run at its full speed, before anybody waits for an answer: until V8 has compiled
 * what it runs, a screening takes ten times as long. Names as they are listed, with a letter lost, and of two parties
 * crossed, whom no list knows; empty where the data is small.
 */
export function warmUpTasks(
  { catalogue, snapshot }: OpenRelease,
  limits: Pick<typeof WARM_UP_LIMITS, "namesMax" | "checkEvery"> & {
    readonly entitiesMin: number;
  } = WARM_UP_LIMITS,
): readonly GateTask[] {
  const { entitiesMin, namesMax, checkEvery } = limits;
  const [shelf] = [...catalogue.shelves].sort((one, other) => other.book.size - one.book.size);
  const whole = catalogue.datasets.find(({ name }) => name === "default")?.name;
  const dataset = whole ?? [...(shelf?.datasets ?? [])][0];
  if (shelf === undefined || dataset === undefined || shelf.book.size < entitiesMin) return [];
  const named = namedIn(shelf.book, namesMax);
  return named.flatMap((one, at) => {
    const other = named[(at * 7 + 1) % named.length] ?? one;
    const lost = { ...one, name: one.name.slice(0, 3) + one.name.slice(4) };
    const crossed = { ...one, name: `${one.name.split(" ")[0]} ${other.name.split(" ").at(-1)}` };
    const matches = [one, lost, crossed].map((asked) => matchTask(asked, dataset));
    return snapshot !== null && at % checkEvery === 0 ? [...matches, checkTask(crossed)] : matches;
  });
}

/**
 * Has every task done, `width` of them at once, for as long as is given. What fails here fails again where somebody asks,
 * and is told there.
 */
export async function warmUp(
  tasks: readonly GateTask[],
  run: (task: GateTask) => Promise<unknown>,
  given: { readonly width: number; readonly msMax: number },
): Promise<void> {
  const until = performance.now() + given.msMax;
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < tasks.length && performance.now() < until) {
      const task = tasks[next];
      next += 1;
      if (task !== undefined) await run(task).catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: given.width }, worker));
}
