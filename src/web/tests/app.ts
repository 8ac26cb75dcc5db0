import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import type { Role } from "../../platform/auth/permission.ts";
import { TEST_SECRET, type TestDatabase, testDatabase } from "../../platform/database/test-database.ts";
import { chromiumPath, isBrowserRequired, launchChromium, NO_CHROMIUM } from "./chromium.ts";
import { Person } from "./person.ts";
import { type RunningApp, startApp } from "./running-app.ts";

/** The app of one test file: one service, one database, one Chromium, and the persons before it. */
export type App = {
  readonly url: string;
  readonly database: TestDatabase;
  readonly browser: Browser;
  /** The first owner, signed in; made when it is first asked for. */
  readonly owner: () => Promise<Person>;
  /** Somebody with a role, signed in, in a browser of their own. */
  readonly person: (role: Role, name: string, options?: BrowserContextOptions) => Promise<Person>;
  /** Somebody who is not signed in. */
  readonly stranger: (options?: BrowserContextOptions) => Promise<Person>;
  /** The first owner's one-time link, unused until `owner` is asked for. */
  readonly ownerLink: string;
};

const missing = chromiumPath() === null && !isBrowserRequired();

/** `describe` for tests in the browser: skipped, and said so, where there is no Chromium and none is required. */
export const describeInBrowser = missing ? describe.skip : describe;
if (missing) console.warn(NO_CHROMIUM);

/** Starts the service once for the file; after each test nobody may have asked outside or complained in the console. */
export function useApp(settings: Readonly<Record<string, string>> = {}): App {
  let running: RunningApp;
  let database: TestDatabase;
  let browser: Browser;
  let owner: Person | null = null;
  const persons: Person[] = [];
  const keep = (person: Person): Person => {
    persons.push(person);
    return person;
  };
  beforeAll(async () => {
    if (missing) return;
    database = await testDatabase();
    [running, browser] = await Promise.all([
      startApp({
        SLUICE_DATABASE: "url",
        DATABASE_URL: database.ownerUrl,
        SLUICE_SECRET: TEST_SECRET,
        SLUICE_DEMO: "false",
        ...settings,
      }),
      launchChromium(),
    ]);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") for (const person of persons) console.error(await person.sees());
    for (const person of persons) {
      expect(person.outsideRequests, `${person.name} asked nobody but the service`).toEqual([]);
      expect(person.complaints, `nothing went wrong in ${person.name}'s browser`).toEqual([]);
    }
  });
  afterAll(async () => {
    if (missing) return;
    await browser?.close();
    await running?.stop();
    await database?.close();
  });
  const app: App = {
    get url() {
      return running.url;
    },
    get database() {
      return database;
    },
    get browser() {
      return browser;
    },
    get ownerLink() {
      return running.service.ownerLink ?? "";
    },
    owner: async () => {
      if (owner !== null) return owner;
      owner = keep(await Person.at(browser, running.url, "Olga Owner"));
      await owner.use(app.ownerLink, { email: "owner@bank.example", organizationName: "Bank of Example" });
      return owner;
    },
    person: async (role, name, options = {}) =>
      keep(await (await app.owner()).invite(browser, { name, role }, options)),
    stranger: async (options = {}) => keep(await Person.at(browser, running.url, "A stranger", options)),
  };
  return app;
}
