import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDatabase, TEST_SECRET } from "../platform/database/test-database.ts";
import { trustOf } from "../platform/receipts/trust.ts";
import { verifyExport } from "../platform/receipts/verify.ts";
import { TestBrowser } from "../service/accounts/fixtures/test-service.ts";

const PROGRAM = join(import.meta.dirname, "../../bin/sluice.js");
const READY_MS_MAX = 400_000;

/** A process of the program, as an operator starts it. */
type Running = {
  readonly url: string;
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly exit: Promise<number | null>;
};

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let folder: string;
const started: Running[] = [];

beforeAll(async () => {
  database = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), "sluice-program-"));
});
afterAll(async () => {
  for (const { child, exit } of started) {
    child.kill("SIGKILL");
    await exit;
  }
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function run(settings: Readonly<Record<string, string>>): {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly exit: Promise<number | null>;
} {
  const child = spawn(process.execPath, [PROGRAM, "serve"], {
    env: {
      PATH: process.env.PATH,
      SLUICE_HOME: process.env.SLUICE_HOME,
      SLUICE_PORT: "0",
      SLUICE_DATA: folder,
      SLUICE_SECRET: TEST_SECRET,
      SLUICE_DEMO: "false",
      SLUICE_AUTO_UPDATE: "false",
      SLUICE_THREADS: "1",
      SLUICE_LOG_LEVEL: "info",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (part: Buffer) => {
      text += part.toString("utf8");
    });
  return { child, said: () => text, exit: new Promise((resolve) => child.once("exit", resolve)) };
}

async function start(): Promise<Running> {
  const process = run({ DATABASE_URL: database.url });
  for (const until = Date.now() + READY_MS_MAX; !process.said().includes("Ready."); await sleep(50)) {
    if (Date.now() < until && process.child.exitCode === null) continue;
    process.child.kill("SIGKILL");
    throw new Error(`the program is not ready:\n${process.said()}`);
  }
  const url = /listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(process.said())?.[1] ?? "";
  const running = { ...process, url: `http://localhost:${url}` };
  started.push(running);
  return running;
}

/** `npm run test:crash` asks for 100. */
const KILLS = Number(process.env.CRASH_ROUNDS ?? 1);
const ACKNOWLEDGED_MIN = 12;

/** The owner's session, which any process of the service knows. */
let ownerCookie = "";

/** Asks a process as the organisation's key does. */
let askWithKey: (
  at: Running,
  path: string,
  body?: object,
  more?: Record<string, string>,
) => Promise<Response>;

const SUBJECT = { schema: "Person", properties: { name: ["정성화"], birthDate: ["1970-02-05"] } };
const CHECK = {
  at: "2024-06-01",
  transaction: {
    kind: "payment",
    reference: "p-1",
    purpose: "wages",
    from: "US",
    to: "CN",
    parties: [{ ...SUBJECT, role: "payee" }],
  },
};

/** A request whose body is sent in two halves: it is under way until the second. */
function halved(url: string, headers: Record<string, string>, body: string) {
  const half = Math.floor(body.length / 2);
  const call = request(url, {
    method: "POST",
    headers: { ...headers, "content-length": Buffer.byteLength(body) },
  });
  const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
    call.on("response", (response) => {
      let text = "";
      response.on("data", (part: Buffer) => {
        text += part.toString("utf8");
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    call.on("error", reject);
  });
  call.write(body.slice(0, half));
  return { answer, finish: () => call.end(body.slice(half)) };
}

test("two processes serve one database by its address, and the stopped one answers what is under way", async () => {
  const one = await start();
  const other = await start();
  // The newest start's link holds, at whichever process.
  const link = /way in, good once:\s+(\S+)/.exec(other.said())?.[1] ?? "";
  const owner = new TestBrowser(one.url);
  const facts = {
    name: "Olga",
    email: "o@bank.example",
    organizationName: "Bank",
    password: "lantern otter plinth vague",
  };
  expect(
    (await owner.ask("POST", "/api/v1/links/use", { token: link.split("/").at(-1), ...facts })).status,
  ).toBe(201);
  ownerCookie = owner.cookie;
  const made = await owner.ask("POST", "/api/v1/keys", {
    name: "both",
    permissions: [
      "checks.create",
      "checks.read",
      "subjects.write",
      "alerts.read",
      "receipts.read",
      "match.use",
    ],
  });
  const headers = {
    authorization: `Bearer ${made.json.key}`,
    "content-type": "application/json",
  };
  const ask = (at: Running, path: string, body?: object, more: Record<string, string> = {}) =>
    fetch(`${at.url}${path}`, {
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
  askWithKey = ask;
  const brought = await ask(one, "/api/v1/subjects", { subjects: [{ ref: "c-1", ...SUBJECT }] });
  expect(brought.status, await brought.text()).toBeLessThan(300);
  const alerts = (await (await ask(other, "/api/v1/alerts")).json()) as { items: unknown[] };
  expect(alerts.items).toHaveLength(1);

  const both = await Promise.all(
    [one, other].map((at) => ask(at, "/check", CHECK, { "idempotency-key": "k-1" })),
  );
  const [first, second] = (await Promise.all(both.map((answer) => answer.json()))) as { id: string }[];
  expect(first?.id).toMatch(/^chk_/);
  expect(second?.id).toBe(first?.id);

  const exported = await (await ask(other, "/api/v1/receipts/export")).text();
  async function* lines() {
    yield* exported.split("\n");
  }
  expect((await verifyExport(lines(), { trust: trustOf([]) })).problems).toEqual([]);

  // Stopped while a question is under way, the first answers it and then ends; the other goes on.
  const slow = halved(`${one.url}/check`, headers, JSON.stringify({ ...CHECK, at: "2024-06-02" }));
  await sleep(200);
  one.child.kill("SIGTERM");
  for (let tries = 0; !one.said().includes("Stopping") && tries < 200; tries += 1) await sleep(50);
  slow.finish();
  const { status, text } = await slow.answer;
  expect(status, text).toBeLessThan(300);
  expect(await one.exit, one.said()).toBe(0);
  const kept = (JSON.parse(text) as { id: string }).id;
  expect((await ask(other, `/checks/${kept}`)).status).toBe(200);
}, 900_000);

/** What a person is answered who decides an alert: the number of the decision's receipt, or null for any refusal. */
async function decide(at: Running, alert: string): Promise<number | null> {
  const answer = await fetch(`${at.url}/api/v1/alerts/${alert}/decisions`, {
    method: "POST",
    headers: { cookie: ownerCookie, origin: at.url, "content-type": "application/json" },
    body: JSON.stringify({
      outcome: "undetermined",
      reasonCode: "facts-missing",
      narrative: "The place of birth is missing.",
    }),
  });
  return answer.status === 200 ? receiptOf(((await answer.json()) as { alert: Alert }).alert) : null;
}

type Alert = { readonly events: readonly { readonly kind: string; readonly receipt: number | null }[] };

const receiptOf = ({ events }: Alert): number | null =>
  events.find(({ kind }) => kind === "decided")?.receipt ?? null;

/** What a process answers once it has its database: on a busy machine it says for a moment to come back. */
async function readAt(at: Running, path: string): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    const answer = await askWithKey(at, path);
    if (answer.status === 200) return answer;
    if (answer.status !== 503 || tries > 100)
      throw new Error(`${path}: ${answer.status} ${await answer.text()}\n${at.said().slice(-3_000)}`);
    await sleep(100);
  }
}

/** What was answered, and must be there whatever happens. */
type Noted = { readonly alerts: string[]; readonly checks: string[]; readonly decisions: [string, number][] };

/** Brings subjects in, decides their alerts and checks payments until it is cut off; what was answered is noted. */
async function writeUntilCut(at: Running, round: number, noted: Noted): Promise<void> {
  for (let number = 0; ; number += 1) {
    try {
      const subjects = [{ ref: `k-${round}-${number}`, ...SUBJECT }];
      const brought = await askWithKey(at, "/api/v1/subjects", { subjects });
      const { opened = [] } = brought.status === 200 ? ((await brought.json()) as { opened: string[] }) : {};
      noted.alerts.push(...opened);
      for (const alert of opened) {
        const receipt = await decide(at, alert);
        if (receipt !== null) noted.decisions.push([alert, receipt]);
      }
      const checked = await askWithKey(at, "/check", { ...CHECK, at: "2024-06-03" });
      if (checked.status === 200) noted.checks.push(((await checked.json()) as { id: string }).id);
    } catch {
      return;
    }
  }
}

test(
  "killed while it writes, it loses no alert, decision, check or receipt that was acknowledged",
  async () => {
    const noted: Noted = { alerts: [], checks: [], decisions: [] };
    const count = (): number => noted.decisions.length + noted.checks.length;
    let at = started[started.length - 1] ?? (await start());
    for (let round = 0; round < KILLS; round += 1) {
      const before = count();
      const from = { alerts: noted.alerts.length, checks: noted.checks.length };
      const writing = Promise.all([1, 2].map((writer) => writeUntilCut(at, round * 2 + writer, noted)));
      let ended = false;
      void writing.then(() => {
        ended = true;
      });
      while (count() < before + ACKNOWLEDGED_MIN && !ended) await sleep(20);
      expect(ended, "nobody ends writing before the kill").toBe(false);
      at.child.kill("SIGKILL");
      await writing;
      at = await start();
      const decided = new Map(noted.decisions);
      for (const id of noted.alerts.slice(from.alerts)) {
        const alert = await readAt(at, `/api/v1/alerts/${id}`);
        const receipt = decided.get(id);
        if (receipt !== undefined) expect(receiptOf((await alert.json()) as Alert), id).toBe(receipt);
      }
      for (const id of noted.checks.slice(from.checks)) await readAt(at, `/checks/${id}`);
      const exported = await (await readAt(at, "/api/v1/receipts/export")).text();
      async function* lines() {
        yield* exported.split("\n");
      }
      expect((await verifyExport(lines(), { trust: trustOf([]) })).problems).toEqual([]);
      for (const id of [...noted.checks, ...decided.keys()]) expect(exported).toContain(id);
    }
  },
  600_000 + KILLS * 60_000,
);

test.each([
  [{ SLUICE_THREADS: "many" }, 'SLUICE_THREADS: "many" is not a whole number.'],
  [{ SLUICE_COLOUR: "red" }, "SLUICE_COLOUR is no setting"],
  [{ SLUICE_DATABASE: "url" }, "SLUICE_DATABASE is url, and DATABASE_URL is not set"],
  [{ SLUICE_UPDATE_CRON: "soon" }, "SLUICE_UPDATE_CRON"],
  [{ DATABASE_URL: "postgres://nobody:wrong@127.0.0.1:1/none" }, "database"],
])(
  "with %o the start stops with one line that says why",
  async (settings, words) => {
    const { said, exit } = run({ ...settings, SLUICE_LOG_LEVEL: "warn" });
    expect(await exit).toBeGreaterThanOrEqual(64);
    const lines = said().trim().split("\n");
    expect(said()).toContain(words);
    expect(lines, said()).toHaveLength(1);
  },
  300_000,
);
