import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from "playwright-core";
import type { Role } from "../../platform/auth/permission.ts";

/** Long enough for the service's rule, and the same for everybody in a test. */
export const PASSWORD = "lantern otter plinth vague";

/** Messages of the browser that a test provokes on purpose: a refused call is shown by the page. */
const EXPECTED = /Failed to load resource|net::ERR_|ERR_INTERNET_DISCONNECTED/;

/** What a browser has itself: the page's own data, and the parts of its viewer of PDFs. */
const OWN = /^(?:data|blob|chrome|chrome-extension):/;

/** Of the answers that a person's browser got, so many are told where a test fails. */
const ANSWERS_TOLD = 20;

/** A machine that does other work as well answers late. */
const CALL_MS_MAX = 120_000;

// biome-ignore lint/suspicious/noExplicitAny: whatever a route answers, for a test to look into.
type Answered = any;

/** A person before a browser of their own, signed in or not. */
export class Person {
  readonly name: string;
  readonly url: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #outside: string[] = [];
  readonly #complaints: string[] = [];
  readonly #asked: string[] = [];

  private constructor(name: string, url: string, context: BrowserContext, page: Page) {
    this.name = name;
    this.url = url;
    this.context = context;
    this.page = page;
    context.on("request", (request) => {
      const asked = request.url();
      if (!asked.startsWith(`${url}/`) && !OWN.test(asked)) this.#outside.push(asked);
    });
    context.on("requestfinished", (request) => this.#note(request));
    context.on("requestfailed", (request) => this.#note(request));
    context.on("console", (message) => {
      if (message.type() === "error" && !EXPECTED.test(message.text())) this.#complaints.push(message.text());
    });
    context.on("weberror", (error) => this.#complaints.push(String(error.error())));
  }

  static async at(
    browser: Browser,
    url: string,
    name: string,
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL: url,
      locale: "en-GB",
      timezoneId: "Asia/Seoul",
      viewport: { width: 1440, height: 900 },
      colorScheme: "light",
      reducedMotion: "reduce",
      // What a worker answers no test can see or replace; the tests of working without a network let it in.
      serviceWorkers: "block",
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    return new Person(name, url, context, page);
  }

  /** Addresses outside of the service that any page asked for. */
  get outsideRequests(): readonly string[] {
    return this.#outside;
  }

  /** What the browser's console complained of: errors of scripts, and what the content security policy refused. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }

  #note(request: Request): void {
    const path = request.url().slice(this.url.length);
    if (!path.startsWith("/api/")) return;
    const told = async (): Promise<string> => {
      const failure = request.failure();
      if (failure !== null) return failure.errorText;
      const answer = await request.response();
      if (answer === null || answer.ok()) return String(answer?.status());
      return `${answer.status()} ${(await answer.text()).slice(0, 500)}`;
    };
    void told().then(
      (what) => this.#asked.push(`${request.method()} ${path}: ${what}`),
      () => undefined,
    );
  }

  /** What this person sees, and what the service answered last: for who reads of a test that failed. */
  async sees(): Promise<string> {
    const text = await this.page
      .locator("body")
      .ariaSnapshot({ timeout: 5_000 })
      .catch((error: unknown) => String(error));
    return [`${this.name} sees ${this.page.url()}:`, text, ...this.#asked.slice(-ANSWERS_TOLD)].join("\n");
  }

  /** Uses a one-time link without its page: the tests of that page are elsewhere. */
  async use(link: string, facts: Readonly<Record<string, string>> = {}): Promise<void> {
    const token = link.split("/").at(-1);
    await this.call("POST", "/api/v1/links/use", { token, name: this.name, password: PASSWORD, ...facts });
  }

  /** A call of the API as this person. Throws what the service answered where it refused. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered> {
    const answer = await this.context.request.fetch(path, {
      method,
      timeout: CALL_MS_MAX,
      headers: { origin: this.url, ...headers },
      ...(body === undefined ? {} : { data: body as object }),
    });
    const text = await answer.text();
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${text.slice(0, 500)}`);
    return text === "" ? null : JSON.parse(text);
  }

  /** Invites somebody and has them join, in a browser of their own. */
  async invite(
    browser: Browser,
    who: { readonly name: string; readonly role: Role },
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const email = `${who.name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@bank.example`;
    const { url } = await this.call("POST", "/api/v1/invitations", { email, role: who.role });
    const person = await Person.at(browser, this.url, who.name, options);
    await person.use(url);
    return person;
  }

  /** Opens a page of the app and waits until it has drawn what it asked for. */
  async open(path: string): Promise<Page> {
    await this.page.goto(path);
    await this.settled();
    return this.page;
  }

  /** Resolves when the page is the one that was gone to, shows no block for what is on its way, and its fonts are there. */
  async settled(): Promise<void> {
    await this.page.locator("main").waitFor();
    await this.page.waitForFunction(
      () => document.querySelector("[data-loading], main[aria-busy=true]") === null,
    );
    // The letters of all scripts are declared after the first paint.
    await this.page.waitForFunction(() =>
      [...document.fonts].some(({ family }) => /Noto Sans SC/.test(family)),
    );
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
