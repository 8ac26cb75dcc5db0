import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { z } from "zod";
import { Fault } from "../fault.ts";
import { loadConfig } from "../platform/config/config.ts";
import { stopEmbedded } from "../platform/database/embedded.ts";
import { homeFolder } from "../platform/paths.ts";
import { createLog } from "../platform/telemetry/log.ts";
import { type Service, startService } from "../service/app.ts";
import type { Context } from "./command.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { paint, paragraph } from "./terminal.ts";

/** One thing that happens: when, who asks what of the service, and what the answer must hold. */
const stepSchema = z.strictObject({
  /** The instant at which the service's clock stands. */
  at: z.iso.datetime(),
  words: z.string(),
  by: z.enum(["applicant", "reviewer", "countersigner", "anybody"]),
  method: z.enum(["GET", "POST", "PATCH"]),
  /** Places in braces are filled with what earlier answers gave. */
  path: z.string(),
  /** A file beside the story, or the body itself. */
  file: z.string().optional(),
  body: z.unknown().optional(),
  type: z.string().optional(),
  status: z.int().default(200),
  /** What the answer must say, by paths such as `courses.0.phase`. */
  expect: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** What later steps take from the answer, by name and path. */
  keep: z.record(z.string(), z.string()).default({}),
});
const courseSchema = z.strictObject({ title: z.string(), note: z.string(), steps: z.array(stepSchema) });
type Step = z.infer<typeof stepSchema>;
type Person = "applicant" | "reviewer" | "countersigner";

const PASSWORD = "lantern otter plinth vague";
const ROLES: Readonly<Record<Person, string>> = {
  applicant: "analyst",
  reviewer: "second-reviewer",
  countersigner: "second-reviewer",
};

/** A person's way of asking: a session's cookies and the page that they come from. */
class Asker {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  async ask(
    method: string,
    path: string,
    body?: { readonly text: string; readonly type: string },
    key?: string,
  ): Promise<{ readonly status: number; readonly json: unknown }> {
    const answer = await fetch(new URL(path, this.#origin), {
      method,
      redirect: "manual",
      headers: {
        origin: this.#origin,
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body === undefined ? {} : { "content-type": body.type }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
      ...(body === undefined ? {} : { body: body.text }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    const text = await answer.text();
    return {
      status: answer.status,
      json: /json/.test(answer.headers.get("content-type") ?? "") ? JSON.parse(text) : null,
    };
  }

  async post(path: string, value: unknown) {
    return this.ask("POST", path, { text: JSON.stringify(value), type: "application/json" });
  }
}

/** A member of a JSON value by a path such as `courses.0.phase`. */
function memberOf(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((at, part) => {
    if (Array.isArray(at)) return at[Number(part)];
    return typeof at === "object" && at !== null
      ? (at as Readonly<Record<string, unknown>>)[part]
      : undefined;
  }, value);
}

const filled = (text: string, kept: ReadonlyMap<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => kept.get(name) ?? "");

type Stage = {
  readonly folder: string;
  readonly people: ReadonlyMap<Step["by"], Asker>;
  readonly kept: Map<string, string>;
  readonly setClock: (at: string) => void;
};

/** Does one step; gives what the answer lacks, a sentence each. */
async function play(stage: Stage, step: Step, number: number): Promise<readonly string[]> {
  stage.setClock(step.at);
  const text =
    step.file !== undefined
      ? await readFile(join(stage.folder, step.file), "utf8")
      : step.body === undefined
        ? undefined
        : JSON.stringify(step.body);
  const asker = stage.people.get(step.by);
  const answer = await asker?.ask(
    step.method,
    filled(step.path, stage.kept),
    text === undefined
      ? undefined
      : { text: filled(text, stage.kept), type: step.type ?? "application/json" },
    `story-${number}`,
  );
  const wrong: string[] = [];
  if (answer?.status !== step.status)
    wrong.push(`answered ${answer?.status ?? "nothing"}: ${JSON.stringify(answer?.json).slice(0, 600)}`);
  for (const [path, wanted] of Object.entries(step.expect)) {
    const found = memberOf(answer?.json, path);
    const fits =
      typeof wanted === "string" && typeof found === "string" ? found.includes(wanted) : found === wanted;
    if (!fits)
      wrong.push(`${path} is ${JSON.stringify(found)?.slice(0, 300)}, not ${JSON.stringify(wanted)}`);
  }
  for (const [name, path] of Object.entries(step.keep))
    stage.kept.set(name, String(memberOf(answer?.json, path)));
  return wrong;
}

/** The people of the story, each with a session: the owner invites them, as in any organisation. */
async function peopleOf(service: Service, link: string): Promise<ReadonlyMap<Step["by"], Asker>> {
  const origin = service.address.replace("127.0.0.1", "localhost");
  const join = async (url: string, facts: object): Promise<Asker> => {
    const person = new Asker(origin);
    const token = url.split("/").at(-1);
    const answer = await person.post("/api/v1/links/use", { token, password: PASSWORD, ...facts });
    if (answer.status >= 300)
      throw new Fault({
        code: "conflict",
        what: "story",
        reason: `nobody could join: ${JSON.stringify(answer.json)}`,
      });
    return person;
  };
  const owner = await join(link, {
    name: "Olga Owner",
    email: "owner@story.example",
    organizationName: "Video reunions",
  });
  const people = new Map<Step["by"], Asker>([["anybody", new Asker(origin)]]);
  for (const person of ["applicant", "reviewer", "countersigner"] as const) {
    const asked = await owner.post("/api/v1/invitations", {
      email: `${person}@story.example`,
      role: ROLES[person],
    });
    people.set(person, await join(String(memberOf(asked.json, "url")), { name: person }));
  }
  return people;
}

/**
 * The video reunion of 2019 against a service of its own with a clock of its own, in a folder that goes when it ends. Resolves
 * to 0 where every answer is the one that the story expects.
 */
export async function tellStory(context: Context, json: boolean): Promise<number> {
  const { terminal } = context;
  const folder = join(context.programFolder, "examples/2019-video-reunion");
  const course = courseSchema.parse(JSON.parse(await readFile(join(folder, "course.json"), "utf8")));
  const data = mkdtempSync(join(tmpdir(), "sluice-story-"));
  chmodSync(data, 0o755);
  let now = new Date(course.steps[0]?.at ?? 0);
  const { config } = loadConfig({
    environment: {
      SLUICE_PORT: "0",
      SLUICE_DATABASE: "embedded",
      SLUICE_DATA: data,
      SLUICE_HOME: homeFolder(undefined, process.env),
      SLUICE_AUTO_UPDATE: "false",
      SLUICE_DEMO: "false",
      SLUICE_RATE_PER_MINUTE: "0",
      SLUICE_THREADS: "1",
    },
    file: null,
    flags: {},
  });
  let service: Service | null = null;
  try {
    service = await startService({
      config,
      version: context.version,
      environment: {},
      log: createLog("fatal", pino.destination({ dest: 2, sync: true })),
      now: () => now,
    });
    await service.ready;
    const people = await peopleOf(service, service.ownerLink ?? "");
    const setClock = (at: string): void => {
      now = new Date(at);
    };
    const stage: Stage = { folder, people, kept: new Map(), setClock };
    if (!json)
      await terminal.write(
        `${paint(terminal, "bold", course.title)}\n${paragraph(terminal, { mark: "", text: course.note })}\n`,
      );
    const done: object[] = [];
    let failed = 0;
    for (const [index, step] of course.steps.entries()) {
      const wrong = await play(stage, step, index);
      failed += wrong.length > 0 ? 1 : 0;
      done.push({ at: step.at, by: step.by, asks: `${step.method} ${step.path}`, words: step.words, wrong });
      if (json) continue;
      const mark = `${wrong.length === 0 ? "ok" : "NO"}  ${step.at.slice(0, 16).replace("T", " ")}  `;
      await terminal.write(paragraph(terminal, { mark, text: step.words }));
      for (const text of wrong) await terminal.write(paragraph(terminal, { mark: "     ", text }));
    }
    if (json) await terminal.write(jsonLine({ title: course.title, steps: done, failed }));
    return failed === 0 ? EXIT.clear : EXIT.bug;
  } finally {
    await service?.stop();
    await stopEmbedded(data).catch(() => undefined);
    rmSync(data, { recursive: true, force: true });
  }
}
