import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Fault } from "../fault.ts";
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
export type Course = z.infer<typeof courseSchema>;
type Step = Course["steps"][number];

/** Who asks: one of the story's persons, or anybody. */
export type Part = Step["by"];

/** The story as it lies beside its files. */
export async function readCourse(folder: string): Promise<Course> {
  return courseSchema.parse(JSON.parse(await readFile(join(folder, "course.json"), "utf8")));
}

/** A person's way of asking: a session's cookies and the page that they come from. */
export class Asker {
  readonly #url: string;
  readonly #origin: string;
  /** Headers that go with every question. */
  readonly #given: () => Readonly<Record<string, string>>;
  readonly #cookies = new Map<string, string>();

  /** `origin`: the address that the service knows as its own, where it is reached by another. */
  constructor(
    url: string,
    {
      origin = url,
      given = () => ({}),
    }: { origin?: string; given?: () => Readonly<Record<string, string>> } = {},
  ) {
    this.#url = url;
    this.#origin = new URL(origin).origin;
    this.#given = given;
  }

  async ask(
    method: string,
    path: string,
    body?: { readonly text: string; readonly type: string },
    key?: string,
  ): Promise<{ readonly status: number; readonly json: unknown }> {
    const answer = await fetch(new URL(path, this.#url), {
      method,
      redirect: "manual",
      headers: {
        origin: this.#origin,
        ...this.#given(),
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

  /** The same person, saying more with every question. */
  giving(given: () => Readonly<Record<string, string>>): Asker {
    const same = new Asker(this.#url, { origin: this.#origin, given });
    for (const [name, value] of this.#cookies) same.#cookies.set(name, value);
    return same;
  }

  /** Comes in by a one-time link, and is signed in from then on. Throws `conflict` where it does not open. */
  async join(link: string, facts: Readonly<Record<string, string>>): Promise<void> {
    const { status, json } = await this.post("/api/v1/links/use", {
      token: link.split("/").at(-1),
      ...facts,
    });
    if (status < 300) return;
    const reason = `nobody could join: ${JSON.stringify(json)}`;
    throw new Fault({ code: "conflict", what: "story", reason });
  }
}

/** A member of a JSON value by a path such as `courses.0.phase`. */
export function memberOf(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((at, part) => {
    if (Array.isArray(at)) return at[Number(part)];
    return typeof at === "object" && at !== null
      ? (at as Readonly<Record<string, unknown>>)[part]
      : undefined;
  }, value);
}

const filled = (text: string, kept: ReadonlyMap<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => kept.get(name) ?? "");

/** Where the story is played: by whom, and by which clock. */
export type Stage = {
  readonly folder: string;
  readonly people: ReadonlyMap<Part, Asker>;
  readonly setClock: (at: string) => void;
};

/** Does one step; gives what the answer lacks, a sentence each. */
async function play(
  stage: Stage & { readonly kept: Map<string, string> },
  step: Step,
  number: number,
): Promise<readonly string[]> {
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

/**
 * Plays the course step by step and tells each; resolves to 0 where every answer is the one that it expects, and to what the
 * steps kept.
 */
export async function playCourse(
  { terminal }: Pick<Context, "terminal">,
  { title, note, steps }: Course,
  stage: Stage,
  json: boolean,
): Promise<{ readonly code: number; readonly kept: ReadonlyMap<string, string> }> {
  const kept = new Map<string, string>();
  if (!json)
    await terminal.write(
      `${paint(terminal, "bold", title)}\n${paragraph(terminal, { mark: "", text: note })}\n`,
    );
  const done: object[] = [];
  let failed = 0;
  for (const [index, step] of steps.entries()) {
    const wrong = await play({ ...stage, kept }, step, index);
    failed += wrong.length > 0 ? 1 : 0;
    done.push({ at: step.at, by: step.by, asks: `${step.method} ${step.path}`, words: step.words, wrong });
    if (json) continue;
    const mark = `${wrong.length === 0 ? "ok" : "NO"}  ${step.at.slice(0, 16).replace("T", " ")}  `;
    await terminal.write(paragraph(terminal, { mark, text: step.words }));
    for (const text of wrong) await terminal.write(paragraph(terminal, { mark: "     ", text }));
  }
  if (json) await terminal.write(jsonLine({ title, steps: done, failed, kept: Object.fromEntries(kept) }));
  return { code: failed === 0 ? EXIT.clear : EXIT.bug, kept };
}
