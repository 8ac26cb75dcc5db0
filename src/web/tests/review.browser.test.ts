import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { describeInBrowser, useApp } from "./app.ts";
import { axeFindings } from "./axe.ts";
import { Person } from "./person.ts";
import { expectNoteGivenBack } from "./refused-note.ts";

/** Customers of whom each is alike to a listed party of the bundled lists. */
const SUBJECTS = [
  { ref: "R-1", schema: "Person", properties: { name: ["Jong Song Hwa"], nationality: ["kp"] } },
  { ref: "R-2", schema: "Company", properties: { name: ["Volasys Silver Star"], country: ["ru"] } },
  { ref: "R-3", schema: "Company", properties: { name: ["延边银星网络科技有限公司"], country: ["cn"] } },
  { ref: "R-4", schema: "Company", properties: { name: ["Korea Kwangson Banking Corp"], country: ["kp"] } },
];

describeInBrowser("reviewing alerts", () => {
  const app = useApp();
  let kim: Person;
  let park: Person;

  beforeAll(async () => {
    const owner = await app.owner();
    await owner.call("POST", "/api/v1/subjects", { subjects: SUBJECTS });
    kim = await app.person("analyst", "Kim Min-ji");
    park = await app.person("second-reviewer", "Park Ji-hoon");
    await askForFourEyes(owner, park);
    await waitForAlerts(owner, 4);
  });

  it("is done with the keyboard alone, also with the Korean layout: find, open, answer, decide, undo", async () => {
    const page = await kim.open("/alerts?q=R-1");
    await page.getByRole("table", { name: "Alerts" }).waitFor();
    // On a Korean keyboard the letters are ㅓ, ㅏ and so on; the keys are where they always are.
    await press(page, "KeyJ", "ㅓ");
    await press(page, "KeyJ", "ㅓ");
    await press(page, "KeyK", "ㅏ");
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe(await page.locator("[data-row-focus]").first().textContent());
    await press(page, "KeyA", "ㅁ");
    await page.getByRole("row").filter({ hasText: "Kim Min-ji" }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/alerts\/alr_/);
    await page.getByRole("list", { name: "OFAC's five steps" }).waitFor();
    for (const next of [2, 3, 4, 5]) {
      await page.keyboard.press("1");
      await page
        .locator("legend")
        .filter({ hasText: new RegExp(`^${next}`) })
        .waitFor();
    }
    await page.keyboard.press("2");
    await page.getByText("The steps answered so far suggest: False positive.").waitFor();
    await press(page, "KeyF", "ㄹ");
    await page.keyboard.type("Another person: the father's name differs.");
    await page.keyboard.press("Control+Enter");
    const undo = page.getByRole("button", { name: "Undo" });
    const bar = page.getByRole("status").filter({ hasText: "False positive" }).filter({ has: undo });
    await bar.waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await press(page, "KeyZ", "ㅋ");
    await bar.waitFor({ state: "detached" });
    const { items } = await kim.call("GET", "/api/v1/alerts?view=mine");
    expect(items).toHaveLength(1);
    expect(items[0].phase).toBe("in-review");
  });

  it("shows what was pointed at without asking again, and the next one too; a press is told in the same frame", async () => {
    const page = await kim.open("/alerts");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const timesAsked = (id: string): number => asked.filter((path) => path === `/api/v1/alerts/${id}`).length;
    const rows = page.getByRole("table", { name: "Alerts" }).locator("[data-row-focus]");
    const [first = "", next = "", last = ""] = await idsOf(page);
    await page.getByRole("row").nth(1).hover();
    await expect.poll(() => timesAsked(first)).toBe(1);
    await page.waitForLoadState("networkidle");
    // Anywhere on the row.
    await page.getByRole("row").nth(1).getByRole("cell").nth(3).click();
    await page.waitForURL(`**/alerts/${first}`);
    await page.getByRole("heading", { name: "Decision", exact: true }).waitFor();
    await expect.poll(() => timesAsked(next)).toBe(1);
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("j");
    await page.waitForURL(`**/alerts/${next}`);
    await page.getByText(/ · 2 of \d+ · /).waitFor();
    expect([timesAsked(first), timesAsked(next)]).toEqual([1, 1]);
    // One that nobody has pointed at, and whose answer does not come.
    await kim.open("/alerts");
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(`**/api/v1/alerts/${last}`, async (route) => {
      await held;
      await route.continue();
    });
    const told = await rows.and(page.locator(`[href="/alerts/${last}"]`)).evaluate(async (link) => {
      (link as HTMLElement).click();
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const main = document.querySelector("main");
      return [main?.getAttribute("aria-busy"), main?.querySelector("table") !== null];
    });
    expect(told).toEqual(["true", true]);
    letGo();
    await page.getByRole("heading", { name: "Decision", exact: true }).waitFor();
    await page.unroute(`**/api/v1/alerts/${last}`);
  });

  it("shows a note at once, and gives its words back where it was not kept", async () => {
    const { items } = await kim.call("GET", "/api/v1/alerts?view=all&q=R-2");
    const page = await kim.open(`/alerts/${items[0].id}`);
    const words = "Asked for the register.";
    await expectNoteGivenBack(page, "A note for whoever looks next", words);
    const noted = page.getByRole("listitem").filter({ hasText: words });
    await page.getByRole("button", { name: "Add the note" }).click();
    await noted.waitFor();
    // It is seen before it was sent; that it was is asked of the service.
    const last = async () => (await kim.call("GET", `/api/v1/alerts/${items[0].id}`)).events.at(-1);
    await expect.poll(last).toMatchObject({ kind: "noted", text: "Asked for the register." });
  });

  it("leads to the decision by the thumb on a phone, where it stands below everything that speaks for it", async () => {
    const { items } = await kim.call("GET", "/api/v1/alerts?view=all&q=R-2");
    const phone = await Person.at(app.browser, app.url, "Kim Min-ji", {
      viewport: { width: 390, height: 844 },
      storageState: await kim.context.storageState(),
    });
    const page = await phone.open(`/alerts/${items[0].id}`);
    const go = page.getByRole("button", { name: "To the decision" });
    const heading = page.getByRole("heading", { name: "Decision", exact: true });
    const isSeen = () =>
      heading.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      });
    await go.waitFor();
    expect(await isSeen()).toBe(false);
    await go.click();
    await expect.poll(isSeen).toBe(true);
    await go.waitFor({ state: "hidden" });
    await phone.close();
  });

  it("goes on at once when one confirms and goes on: the bar tells what became of it, and words that were not sent are kept", async () => {
    const page = await kim.open("/alerts");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Decision", exact: true }).waitFor();
    const here = page.url();
    const words = page.getByLabel("In your own words");
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route("**/decisions", async (route) => {
      await held;
      await route.abort("internetdisconnected");
    });
    await page.keyboard.press("u");
    await page.keyboard.type("The passport is asked for.");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^Sending: .*, Undetermined …$/).waitFor();
    await page.waitForURL((url) => url.href !== here);
    letGo();
    const bar = page.getByRole("alert").filter({ hasText: "Your words are kept." });
    await bar.waitFor();
    await page.unroute("**/decisions");
    await bar.getByRole("link", { name: "Open it" }).click();
    await page.waitForURL(here);
    expect(await words.inputValue()).toBe("The passport is asked for.");
    await page.getByRole("radio", { name: "Undetermined" }).check();
    await words.press("Control+Enter");
    const done = page.getByRole("status").filter({ hasText: "Undetermined" });
    await done.getByRole("button", { name: "Undo" }).click();
    await done.waitFor({ state: "detached" });
  });

  it("keeps a view for the whole team, which everybody finds and opens", async () => {
    const page = await (await app.owner()).open("/alerts?q=R-2&order=risk");
    await page.getByRole("button", { name: "Save this view" }).click();
    await page.getByRole("textbox", { name: "Name of the view" }).fill("Vladivostok");
    await page.getByRole("checkbox", { name: "For the whole team" }).check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("link", { name: "Vladivostok" }).waitFor();
    const other = await kim.open("/alerts");
    await other.getByRole("link", { name: "Vladivostok" }).click();
    await other.waitForURL(/q=R-2/);
    await other.getByRole("table", { name: "Alerts" }).getByText("Volasys Silver Star").first().waitFor();
    expect(await axeFindings(other)).toEqual([]);
  });

  it("needs two persons for a true match, and the one who decided is never the second", async () => {
    const alert = await alertOf(kim, "R-2");
    const page = await kim.open(`/alerts/${alert.id}`);
    await answerTo(page, "True match");
    await page.getByLabel("In your own words").fill("Name, country and address are those of the listing.");
    await page.getByRole("button", { name: "Decide" }).click();
    await page.getByText("You decided; a second person must agree.").waitFor();
    expect(await page.getByRole("button", { name: "I agree" }).count()).toBe(0);
    // Whoever is to confirm it hears of it from the bell, on whatever page.
    const second = await park.open("/lists");
    await second.getByRole("button", { name: /^\d+ notices?$/ }).click();
    await second.getByRole("menuitem", { name: /for your signature/ }).click();
    await second.getByRole("link", { name: "Volasys Silver Star" }).first().click();
    await second.waitForURL(`**/alerts/${alert.id}`);
    await second.getByRole("button", { name: "I agree" }).click();
    await second.getByText("Confirmed by Park Ji-hoon").waitFor();
    // The one who decided sees it without asking.
    await page.getByText("Confirmed by Park Ji-hoon").waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("lets one of two who decide at once win, and tells the other, whose words are kept", async () => {
    const alert = await alertOf(kim, "R-3");
    const lee = await app.person("analyst", "Lee Su-bin");
    // What happens elsewhere is not heard of, as it is when two press at the same moment.
    await lee.page.route("**/api/v1/events*", (route) => route.abort());
    const [first, other] = [await kim.open(`/alerts/${alert.id}`), await lee.open(`/alerts/${alert.id}`)];
    await answerTo(first, "False positive");
    await lee.open(`/alerts/${alert.id}`);
    await other.getByRole("radio", { name: "False positive" }).check();
    await other.getByLabel("In your own words").fill("I looked at the registry as well.");
    await first.getByLabel("In your own words").fill("Another company in another town.");
    await first.getByRole("button", { name: "Decide" }).click();
    await first.getByText("Another company in another town.").first().waitFor();
    await other.getByRole("button", { name: "Decide" }).click();
    await other.getByText("Kim Min-ji has decided; your words are kept.").waitFor();
    expect(await other.getByRole("alert").textContent()).toContain("I looked at the registry as well.");
    const { events } = await kim.call("GET", `/api/v1/alerts/${alert.id}`);
    const settled = events.filter(
      ({ kind, outcome }: { kind: string; outcome?: string }) =>
        kind === "decided" && outcome === "false-positive",
    );
    expect(settled).toHaveLength(1);
    await other.getByRole("button", { name: "Add them as a note" }).click();
    await other.getByText("I looked at the registry as well.").first().waitFor();
  });

  it("loses nothing that was typed when the session ends, and goes on after signing in again", async () => {
    const alert = await alertOf(kim, "R-4");
    const page = await kim.open(`/alerts/${alert.id}`);
    const words = page.getByLabel("In your own words");
    await words.fill("Half a thought that took an hour.");
    await page.getByRole("radio", { name: "Undetermined" }).check();
    await kim.context.clearCookies();
    await page.getByRole("button", { name: "Decide" }).click();
    const dialog = page.getByRole("dialog", { name: "Your session has ended" });
    await dialog.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByLabel("Password", { exact: true }).fill("lantern otter plinth vague");
    await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await words.inputValue()).toBe("Half a thought that took an hour.");
    await page.getByRole("button", { name: "Decide" }).click();
    await page.getByText("Half a thought that took an hour.").first().waitFor();
    await expect.poll(async () => (await alertOf(kim, "R-4")).phase).toBe("undetermined");
  });

  it("decides many alike with one reason, and takes all of them back", async () => {
    const page = await kim.open("/alerts");
    await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
    await page.getByRole("button", { name: "Decide all alike" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Escalate" }).check();
    await dialog.getByLabel("In your own words").fill("The list's keeper was asked about all of them.");
    await dialog.getByRole("button", { name: "Decide" }).click();
    const bar = page.getByRole("status").filter({ hasText: "decided: Escalate" });
    await bar.waitFor();
    const escalated = async () => (await kim.call("GET", "/api/v1/alerts/counts")).escalated;
    expect(await escalated()).toBeGreaterThan(1);
    await bar.getByRole("button", { name: "Undo" }).click();
    await expect.poll(escalated).toBe(0);
  });
});

/** The alerts of the queue, in its order. */
async function idsOf(page: Page): Promise<readonly string[]> {
  const links = page.getByRole("table", { name: "Alerts" }).locator("[data-row-focus]");
  await links.nth(3).waitFor();
  return links.evaluateAll((all) => all.map((link) => link.getAttribute("href")?.split("/").at(-1) ?? ""));
}

/** Presses a key by its place, with the letter that the layout gives it. */
async function press(page: Page, code: string, letter: string): Promise<void> {
  await page.evaluate(
    ([where, key]) => {
      const event = { code: where, key, bubbles: true, cancelable: true };
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent("keydown", event as KeyboardEventInit),
      );
    },
    [code, letter],
  );
  await page.waitForTimeout(50);
}

/** Answers the steps so that they come to an outcome, and chooses it. */
async function answerTo(page: Page, outcome: "True match" | "False positive"): Promise<void> {
  const answers = [
    "A list of OFAC",
    "The same kind, or not known",
    "The whole name, or several parts",
    "Compared; enough is known",
    outcome === "True match" ? "Several" : "None that counts",
  ];
  for (const name of answers) await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await page.getByText(`The steps answered so far suggest: ${outcome}.`).waitFor();
  await page.getByRole("radio", { name: outcome }).check();
}

async function waitForAlerts(person: Person, count: number): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const { items } = await person.call("GET", "/api/v1/alerts?limit=50");
    if (items.length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`there are fewer than ${count} alerts`);
}

/** Has the policy ask for four eyes: one proposes it, another approves. */
async function askForFourEyes(owner: Person, approver: Person): Promise<void> {
  const { policy } = await owner.call("GET", "/api/v1/policy");
  const { history } = await owner.call("POST", "/api/v1/policy/proposals", {
    policy: { ...policy, fourEyes: { "true-match": true, "false-positive": false } },
    reason: "A true match is looked at by two persons.",
  });
  await approver.call("POST", `/api/v1/policy/proposals/${history[0].id}/decision`, {
    decision: "approved",
    reason: "Agreed by a second person.",
  });
}

async function alertOf(person: Person, ref: string) {
  const { items } = await person.call("GET", `/api/v1/alerts?view=all&order=newest&q=${ref}`);
  expect(items.length).toBeGreaterThan(0);
  return items[0];
}
