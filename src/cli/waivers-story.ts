import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { loadConfig } from "../platform/config/config.ts";
import { stopEmbedded } from "../platform/database/embedded.ts";
import { homeFolder } from "../platform/paths.ts";
import { createLog } from "../platform/telemetry/log.ts";
import { STORY_HEADER } from "../service/accounts/story-clock.ts";
import { type Service, startService } from "../service/app.ts";
import type { Context } from "./command.ts";
import { Asker, memberOf, type Part, playCourse, readCourse } from "./story-course.ts";
import { paragraph } from "./terminal.ts";
import { bodyOf, type Remote } from "./waivers-remote.ts";

const ROLES = {
  applicant: "analyst",
  reviewer: "second-reviewer",
  countersigner: "second-reviewer",
} as const satisfies Readonly<Record<Exclude<Part, "anybody">, string>>;
const STORY_FOLDER = "examples/2019-video-reunion";

/** A password that nobody knows: the story's persons come in this once. */
const passwordOfNobody = (): string => randomBytes(24).toString("base64url");

/** The people of the story, each with a session: the owner invites them, as in any organisation. */
async function peopleOf(service: Service, link: string): Promise<ReadonlyMap<Part, Asker>> {
  const origin = service.address.replace("127.0.0.1", "localhost");
  const owner = new Asker(origin);
  await owner.join(link, {
    name: "Olga Owner",
    email: "owner@story.example",
    organizationName: "Video reunions",
    password: passwordOfNobody(),
  });
  const people = new Map<Part, Asker>([["anybody", new Asker(origin)]]);
  for (const part of ["applicant", "reviewer", "countersigner"] as const) {
    const asked = await owner.post("/api/v1/invitations", {
      email: `${part}@story.example`,
      role: ROLES[part],
    });
    const person = new Asker(origin);
    await person.join(String(memberOf(asked.json, "url")), { name: part, password: passwordOfNobody() });
    people.set(part, person);
  }
  return people;
}

/**
 * The video reunion of 2019 against a service of its own with a clock of its own, in a folder that goes when it ends. Resolves
 * to 0 where every answer is the one that the story expects.
 */
export async function tellStory(context: Context, json: boolean): Promise<number> {
  const folder = join(context.programFolder, STORY_FOLDER);
  const course = await readCourse(folder);
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
    const { code } = await playCourse(context, course, { folder, people, setClock }, json);
    return code;
  } finally {
    await service?.stop();
    await stopEmbedded(data).catch(() => undefined);
    rmSync(data, { recursive: true, force: true });
  }
}

/**
 * The same story in a service that already runs: in a throw-away organisation that is made there for it, where alone a
 * question may give its day. All of it stays, to be looked at in the app, until it is thrown away.
 */
export async function tellStoryThere(context: Context, remote: Remote, json: boolean): Promise<number> {
  const { terminal } = context;
  const folder = join(context.programFolder, STORY_FOLDER);
  const course = await readCourse(folder);
  const made = await bodyOf(remote.client.POST("/api/v1/story-organizations"), remote.url);
  let told = course.steps[0]?.at ?? "";
  const people = new Map<Part, Asker>();
  for (const { part, url } of made.people) {
    const given = () => ({ [STORY_HEADER]: told });
    const joining = new Asker(remote.url, { origin: url });
    await joining.join(url, { name: `Story: ${part}`, password: passwordOfNobody() });
    people.set(part, joining.giving(given));
  }
  // What anybody may ask of today is asked of the story's day by one of its persons.
  const applicant = people.get("applicant");
  if (applicant !== undefined) people.set("anybody", applicant);
  const setClock = (at: string): void => {
    told = at;
  };
  const { code, kept } = await playCourse(context, course, { folder, people, setClock }, json);
  if (!json) {
    const place = `${remote.url.replace(/\/+$/, "")}/verify/${kept.get("letter") ?? ""}`;
    const text = `It is kept in the organization “${made.name}”, which its owners find in the app's menu of organizations: the application, both waivers with their ledgers, letters and history, and the tour with what was told. The letter, for anybody: ${place}. “sluice demo-data remove stories” throws it away.`;
    await terminal.write(`\n${paragraph(terminal, { mark: "", text })}`);
  }
  return code;
}
