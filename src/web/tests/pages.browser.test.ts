import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { describeInBrowser, useApp } from "./app.ts";
import { axeFindings, overflowing } from "./axe.ts";
import { Person } from "./person.ts";
import { strained } from "./strained.ts";
import { decider, makeWaivers } from "./waiver-screens.ts";

const root = join(import.meta.dirname, "../../..");
const payout: unknown = JSON.parse(
  readFileSync(join(root, "examples/2018-silverstar/payout-to-team.json"), "utf8"),
);

const shipment: unknown = JSON.parse(
  readFileSync(join(root, "examples/2019-video-reunion/shipment.json"), "utf8"),
);

/** A transfer to a listed person, as a bank would paste it. */
const MT103 = [
  "{1:F01BANKUS33AXXX0000000000}{2:I103BANKCNBJXXXXN}{4:",
  ":20:PAY-2018-0911",
  ":32A:180914USD4800,00",
  ":50K:LAKESIDE COMMERCE INC.",
  ":59:/123",
  "VOLASYS SILVER STAR",
  "VLADIVOSTOK",
  ":70:MILESTONE 3",
  "-}",
].join("\n");

const LOOKS = [
  { name: "1440, English, light", language: "en", options: { viewport: { width: 1440, height: 900 } } },
  {
    name: "390, Korean, dark",
    language: "ko",
    options: { viewport: { width: 390, height: 844 }, colorScheme: "dark", locale: "ko-KR" },
  },
] as const;

/** The pages of the waivers' desk, with one waiver that is drawn on and one that waits for its second person. */
async function waiverPaths(owner: Person): Promise<readonly string[]> {
  const [reviewer, second] = [await decider(owner, "Rhee Reviewer"), await decider(owner, "Cho Second")];
  const { application, waiver, letter } = await makeWaivers(owner, reviewer, second);
  await Promise.all([reviewer.close(), second.close()]);
  const { id: draft } = await owner.call("POST", "/api/v1/waiver-applications", { title: "A draft" });
  return [
    "/waivers",
    "/waivers/ask",
    "/waivers/tour?step=9",
    `/waivers/${waiver}`,
    `/apply/${draft}`,
    ...["who", "goods", "check"].map((step) => `/apply/${draft}/${step}`),
    "/desk?view=second",
    ...["course", "parties", "decide", "letter"].map(
      (part) => `/desk/${application}?part=${part}&approval=us-concurrence`,
    ),
    `/verify/${letter}`,
  ];
}

/** Sentences of the service that the page shows in English; names and addresses among what is told are none. */
async function unsaid(page: Page): Promise<readonly string[]> {
  const texts = await page.locator("[data-unsaid]").allTextContents();
  return texts.filter((text) => /\b[a-z]+ [a-z]+\b.*\.$/s.test(text));
}

describeInBrowser("the pages", () => {
  const app = useApp();
  let owner: Person;
  let paths: readonly string[] = [];

  beforeAll(async () => {
    owner = await app.owner();
    await owner.call("POST", "/api/v1/subjects", {
      subjects: [
        { ref: "P-1", schema: "Person", properties: { name: ["Jong Song Hwa"], nationality: ["kp"] } },
        // Names come from files of strangers: markup in them is text, and some are written from the right.
        { ref: "P-2", schema: "Person", properties: { name: ["<img src=x onerror=alert(1)>"] } },
        {
          ref: "P-3",
          schema: "Person",
          properties: { name: ["محمد عبد الله"], alias: ["Mohammed Abdullah"] },
        },
      ],
    });
    const check = await owner.call("POST", "/api/v1/check", { transaction: payout });
    const kind = "rejected-transaction";
    const report = await owner.call("POST", "/api/v1/reports", { kind, eventOn: "2026-11-02" });
    const { items } = await owner.call("GET", "/api/v1/alerts?view=all&q=P-1");
    const [alert] = items;
    // The first look at a list's editions reads them all: no page shall wait for that here.
    await owner.call("GET", "/api/v1/lists/us-ofac-sdn/changes/entries?limit=1");
    paths = [
      "/",
      "/?q=Jong+Song+Hwa&birth=1970&country=kp",
      "/?q=Nils+Bergstad",
      "/?q=Jong+Song+Hwa&at=2018-09-12",
      `/checks/${check.id}`,
      `/receipts?sequence=${check.receipt.sequence}&check=${check.id}`,
      "/alerts?view=all",
      `/alerts/${alert.id}`,
      "/subjects",
      `/subjects/${alert.subject.id}`,
      `/listed/${alert.listed.id}`,
      "/lists",
      "/lists/us-ofac-sdn",
      "/goods?q=8528.52",
      `/reports/${report.id}`,
      "/cases",
      ...(await waiverPaths(owner)),
    ];
  });

  it.each(LOOKS)(
    "are whole at $name: nothing is cut, and axe finds nothing",
    { timeout: 240_000 },
    async ({ language, options }) => {
      const person = await Person.at(app.browser, app.url, "Olga Owner", {
        ...options,
        storageState: await owner.context.storageState(),
      });
      for (const path of paths) {
        const page = path === "/nowhere" ? null : await person.open(path);
        if (page === null) continue;
        expect(await page.evaluate(() => document.documentElement.lang), path).toBe(language);
        expect(await overflowing(page), path).toEqual([]);
        // Every sentence of the service is known in Korean: one that is not would be shown in English, and marked so.
        if (language === "ko") expect(await unsaid(page), path).toEqual([]);
        // A bar that stays at the foot hides what is scrolled under it: the whole page is looked at.
        await page.setViewportSize({ width: options.viewport.width, height: 8_000 });
        expect(await axeFindings(page), path).toEqual([]);
        await page.setViewportSize(options.viewport);
        expect(await page.locator("img[src=x]").count(), path).toBe(0);
        expect(await page.evaluate(() => document.getAnimations().length), path).toBe(0);
        // Once for each page: the languages and appearances change nothing of it.
        if (language === "en") expect(await strained(page), path).toEqual([]);
      }
      expect(person.complaints).toEqual([]);
      expect(person.outsideRequests).toEqual([]);
      await person.close();
    },
  );

  it("switch the language at once, and remember it", async () => {
    const page = await owner.open("/lists");
    await page.getByRole("button", { name: "한국어" }).click();
    await page.getByRole("heading", { name: "제재 명단", level: 1 }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "제재 명단", level: 1 }).waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Lists", level: 1 }).waitFor();
  });

  it("answer a name, a sentence of facts, and a pasted payment message, whose text stands in no address", async () => {
    const page = await owner.open("/");
    const box = page.getByLabel("Who, or what?");
    await box.fill("Jong Song Hwa, born 5 Feb 1970, North Korea");
    await box.press("Enter");
    // The name and the birth date are those of the listing: it is no mere likeness.
    await page.getByRole("heading", { name: "Prohibited", level: 1 }).waitFor();
    expect(new URL(page.url()).searchParams.get("birth")).toBe("1970-02-05");
    await page.getByRole("button", { name: /^JONG, Song Hwa/ }).waitFor();
    await page.getByLabel("Who, or what?").fill(MT103);
    await page.getByRole("button", { name: "Check" }).click();
    await page.waitForURL(/\/checks\/chk_[0-9a-f]{32}$/);
    await page.getByRole("heading", { name: "Prohibited", level: 1 }).waitFor();
    await page.getByText("This payment may not go through.").waitFor();
    await page.getByText("USD 4,800.00").waitFor();
    // The address opens the same page, and the same address without a browser is data.
    await page.reload();
    await page.getByRole("heading", { name: "Prohibited", level: 1 }).waitFor();
    expect((await owner.call("GET", new URL(page.url()).pathname)).answer).toBe("prohibited");
  });

  it("draw a name that is asked about, keep nothing of it, and keep it with a receipt by one press", async () => {
    const count = async (): Promise<number> =>
      (await owner.call("GET", "/api/v1/checks?limit=200")).items.length;
    const before = await count();
    const page = await owner.open("/?q=Jong+Song+Hwa");
    await page.getByRole("heading", { name: "Refer", level: 1 }).waitFor();
    await page.getByRole("heading", { name: "Missing" }).waitFor();
    await page.getByText("the birth date, the country or nationality").waitFor();
    await page.getByRole("heading", { name: "What would change it" }).waitFor();
    await page.locator("canvas").first().waitFor();
    expect(await count()).toBe(before);
    await page.getByRole("button", { name: "Keep it with a receipt" }).click();
    await page.waitForURL(/\/checks\/chk_/);
    await page.getByRole("heading", { name: "Refer", level: 1 }).waitFor();
    expect(await count()).toBe(before + 1);
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const pdf = await owner.context.request.get(`/api/v1/checks/${id}/document`);
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    expect((await owner.call("POST", `/api/v1/checks/${id}/replay`)).same).toBe(true);
    await page.getByRole("link", { name: "Verify its place in the log" }).click();
    await page.getByText("It holds: nothing was changed.").waitFor();
  });

  it("tell in one line what an answer cannot see, and open it to each list with its day", async () => {
    const page = await owner.open("/?q=Nils+Bergstad");
    await page.getByRole("heading", { name: "Clear", level: 1 }).waitFor();
    const old = page.getByText(/^\d+ lists are old/);
    await old.waitFor();
    const list = page.getByRole("listitem").filter({ hasText: "UN 1718 designated vessels" });
    expect(await list.isVisible()).toBe(false);
    await old.click();
    await list.filter({ hasText: "4 Jun 2020" }).waitFor();
  });

  it("check a file that is dropped anywhere on the first page, and say where a table belongs", async () => {
    const page = await owner.open("/");
    await dropOn(page, "payout.json", JSON.stringify(payout));
    await page.waitForURL(/\/checks\/chk_/);
    await page.getByRole("heading", { name: "Refer", level: 1 }).waitFor();
    await owner.open("/");
    // A table is no one question: where it belongs is said.
    await dropOn(page, "customers.csv", "name\nJong Song Hwa");
    await page.getByRole("alert").filter({ hasText: "customers.csv" }).waitFor();
    // Whoever does not drag opens the file by a button.
    await owner.open("/");
    const chosen = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open a file" }).click();
    const file = {
      name: "payout.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(payout)),
    };
    await (await chosen).setFiles(file);
    await page.waitForURL(/\/checks\/chk_/);
  });

  it("draw how what was asked leads to what stops it, by mouse or by key, with the sentence of what is chosen", async () => {
    const check = await owner.call("POST", "/api/v1/check", { transaction: payout });
    const page = await owner.open(`/checks/${check.id}`);
    const graph = page.getByRole("application");
    await graph.scrollIntoViewIfNeeded();
    await page.locator("canvas").first().waitFor();
    await graph.focus();
    const sentence = page.locator("section").filter({ has: graph }).getByRole("listitem").first();
    for (let turn = 0; turn < 6 && (await sentence.count()) === 0; turn += 1) {
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowRight");
    }
    expect(await sentence.textContent()).toContain("Bright Harbor");
  });

  it("say by a bar that they are as of another day, picked in the top bar, and lead back to today", async () => {
    const { items } = await owner.call("GET", "/api/v1/alerts?view=all&q=P-1");
    const page = await owner.open(`/listed/${items[0].listed.id}`);
    await page.getByRole("banner").getByLabel("As of").fill("2023-03-10");
    const bar = page.getByRole("status").filter({ hasText: "You see 10 Mar 2023, not today." });
    await bar.waitFor();
    expect(new URL(page.url()).searchParams.get("at")).toBe("2023-03-10");
    await bar.getByRole("button", { name: "Back to today" }).click();
    await bar.waitFor({ state: "detached" });
  });

  it("verify a receipt in the browser, and tell one that was changed", async () => {
    const { items } = await owner.call("GET", "/api/v1/checks");
    const { receipt, id } = items[0];
    const page = await owner.open(`/receipts?sequence=${receipt.sequence}`);
    await page.getByText("It holds: nothing was changed.").waitFor();
    const proof = await owner.call("GET", `/api/v1/receipts/${receipt.sequence}/proof`);
    const body: string = proof.receipt.body;
    const files = {
      "changed.json": { ...proof, receipt: { ...proof.receipt, body: `${body.slice(0, -1)} }` } },
      // No JSON any more: what is left is shown as it is.
      "cut.json": { ...proof, receipt: { ...proof.receipt, body: body.slice(0, -1) } },
      "other-signature.json": {
        ...proof,
        head: { ...proof.head, size: proof.head.size + 1 },
        size: proof.size + 1,
      },
    };
    const choose = async (name: string, text: string): Promise<void> =>
      page.locator("input[type=file]").setInputFiles({
        name,
        mimeType: "application/json",
        buffer: Buffer.from(text),
      });
    for (const [name, changed] of Object.entries(files)) {
      await choose(name, JSON.stringify(changed));
      await page.getByRole("heading", { name }).waitFor();
      await page.getByText("It does not hold: something was changed.").waitFor();
    }
    const written = await owner.context.request.get(`/api/v1/checks/${id}/receipt`);
    await choose("receipt.json", await written.text());
    await page.getByText("It holds: nothing was changed.").waitFor();
  });

  it("print a check on one page, in the browser and as the PDF that the service makes", async () => {
    const pagesOf = (pdf: Buffer): number =>
      [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page[^s]/g)].length;
    const check = await owner.call("POST", "/api/v1/check", { transaction: payout });
    const shipped = await owner.call("POST", "/api/v1/check", { transaction: shipment });
    for (const { id } of [check, shipped]) {
      const answer = await owner.context.request.get(`/api/v1/checks/${id}/document?language=ko`);
      expect(answer.headers()["content-type"]).toBe("application/pdf");
      expect(pagesOf(await answer.body())).toBe(1);
    }
    const page = await owner.open(`/checks/${check.id}`);
    expect(pagesOf(await page.pdf({ format: "A4" }))).toBe(1);
  });

  it("say that they are offline, keep what was loaded, and go on by themselves", async () => {
    const page = await owner.open("/alerts?view=all");
    const table = page.getByRole("table", { name: "Alerts" });
    await table.waitFor();
    // What the alert's page is made of comes, and what it shows does not.
    await owner.page.route("**/api/v1/**", (route) => route.abort("internetdisconnected"));
    await table.getByRole("link").first().hover();
    await page.waitForLoadState("networkidle");
    await table.getByRole("link").first().click();
    await page.getByText("You are offline.").waitFor();
    await owner.page.unroute("**/api/v1/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "Decision", exact: true }).waitFor();
  });

  it("keep a message that was typed while there is no network, say so, and send it when there is one again", async () => {
    const person = await Person.at(app.browser, app.url, "Olga Owner", {
      storageState: await owner.context.storageState(),
    });
    const page = await person.open("/");
    const box = page.getByLabel("Who, or what?");
    const bar = page.getByText("Offline. What is on the page stays");
    await box.fill(MT103);
    await person.context.setOffline(true);
    await bar.waitFor();
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByText("You are offline.", { exact: true }).first().waitFor();
    expect(await box.inputValue()).toBe(MT103);
    await person.context.setOffline(false);
    await bar.waitFor({ state: "detached" });
    expect(await box.inputValue()).toBe(MT103);
    await page.getByRole("button", { name: "Check" }).click();
    await page.waitForURL(/\/checks\/chk_/);
    expect(person.complaints).toEqual([]);
    await person.close();
  });

  it("open again without a network: a letter with what was said of it then, until it can be asked again", {
    timeout: 240_000,
  }, async () => {
    const letter = paths.find((path) => path.startsWith("/verify/")) ?? "";
    const holder = await Person.at(app.browser, app.url, "A holder", { serviceWorkers: "allow" });
    const page = await holder.open(letter);
    const today = page.getByText(/^(?:Valid|Not valid) today, /);
    await today.waitFor();
    await expect.poll(() => page.evaluate(everythingIsKept), { timeout: 120_000 }).toBe(true);
    await holder.context.setOffline(true);
    await page.reload();
    await page.getByText(/^Offline: this is what was said at /).waitFor();
    await page.getByText(/^(?:Was valid|Was not valid) on /).waitFor();
    expect(await today.count()).toBe(0);
    await holder.context.setOffline(false);
    await page.getByRole("button", { name: "Ask again how it stands" }).click();
    await today.waitFor();
    // Nothing that the API says is kept by the worker.
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept.filter((path) => path !== "/" && !path.startsWith("/assets/"))).toEqual([]);
    await holder.close();
  });
});

/** True where the app's document and every file of it that the page has used are kept in the browser. */
async function everythingIsKept(): Promise<boolean> {
  const asked = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  const files = [...new Set(asked.filter((path) => path.startsWith("/assets/"))), "/"];
  const held = await Promise.all(files.map((file) => caches.match(file)));
  return files.length > 3 && held.every((answer) => answer !== undefined);
}

/** Drops a file on the page, as from a folder. */
async function dropOn(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([called, content]) => {
      const files = new DataTransfer();
      files.items.add(new File([content], called));
      return files;
    },
    [name, text] as const,
  );
  await page.dispatchEvent("[data-main-box]", "dragover", { dataTransfer: data });
  await page.dispatchEvent("[data-main-box]", "drop", { dataTransfer: data });
}
