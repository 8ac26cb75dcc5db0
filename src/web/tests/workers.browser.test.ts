import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser, useApp } from "./app.ts";
import { axeFindings, overflowing } from "./axe.ts";
import { Person } from "./person.ts";
import { expectNoteGivenBack } from "./refused-note.ts";

const examples = join(import.meta.dirname, "../../../examples");
const EVENTS = readFileSync(join(examples, "2018-silverstar/events.jsonl"));
const payout: unknown = JSON.parse(
  readFileSync(join(examples, "2018-silverstar/payout-to-freelancer.json"), "utf8"),
);

/** A log whose columns bear names of their own, with a row that is wrong. */
const TABLE = "Wer;Wann;Adresse\nworker-7;2018-06-01T08:00:00Z;203.0.113.9\nworker-7;yesterday;203.0.113.9\n";

/** Chooses a file where one is dropped. */
async function bring(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer });
}

describeInBrowser("the case desk", () => {
  const app = useApp();
  let caseId = "";
  const part = async (page: Page, name: RegExp): Promise<void> =>
    page.getByRole("navigation", { name: "Work on the case" }).getByRole("link", { name }).click();

  it("takes files of events: a table by a mapping with its errors row by row, and a log as it is", async () => {
    const olga = await app.owner();
    const page = await olga.open("/cases");
    await page.getByText("No cases.").waitFor();
    await bring(page, "log.csv", Buffer.from(TABLE));
    await page.getByRole("button", { name: "Take the events" }).click();
    await page.getByRole("alert").getByText("A column must say which account, and one when.").waitFor();
    await page.getByLabel("Taken for: Wer").selectOption("account");
    await page.getByLabel("Taken for: Wann").selectOption("at");
    await page.getByLabel("Taken for: Adresse").selectOption("ip");
    await page.getByRole("button", { name: "Take the events" }).click();
    await page.getByText("1 taken, 0 known before, 0 passed over, 1 refused.").waitFor();
    await page.getByRole("table", { name: "Refused rows" }).getByRole("rowheader", { name: "3" }).waitFor();
    await bring(page, "events.jsonl", EVENTS);
    await page.getByText("92 taken, 0 known before, 0 passed over, 0 refused.").waitFor();
    await page
      .getByRole("table", { name: "Cases" })
      .getByRole("link", { name: /dev-117/ })
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("opens a case by the keyboard, shows its signs with what else they may mean, its hours, its links", async () => {
    const olga = await app.owner();
    await olga.call("POST", "/api/v1/check", { transaction: payout, at: "2018-09-12" });
    const page = await olga.open("/cases");
    await page.getByRole("link", { name: /dev-117/ }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/cases\/cas_/);
    caseId = page.url().split("/").at(-1) ?? "";
    await page.getByText("Held: USD 4,800.00").waitFor();
    await page.getByText("What else it may mean: A family with one bank account").waitFor();
    await page.keyboard.press("a");
    await page.getByText("· yours").waitFor();
    await page.keyboard.press("2");
    await page.getByRole("heading", { name: "Everything that was told" }).waitFor();
    await page.keyboard.press("3");
    const hours = page.getByRole("table", { name: "Logins by hour, in each time zone" });
    const seoul = hours.getByRole("row").filter({ hasText: "Seoul" });
    expect(await seoul.getByRole("cell").count()).toBe(25);
    await seoul.getByRole("cell", { name: "100 %" }).waitFor();
    await page.keyboard.press("4");
    await page.locator("canvas").first().waitFor();
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowDown");
    await page
      .getByRole("table", { name: "What connects the accounts" })
      .getByText("device")
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("refuses a block before the worker was heard, asks the worker by a link, and shows what came back", async () => {
    const olga = await app.owner();
    const page = await olga.open(`/cases/${caseId}`);
    await page.keyboard.press("b");
    await page.getByLabel("In your own words").fill("One device, four names.");
    await page.getByRole("button", { name: "Decide" }).click();
    await page.getByRole("link", { name: "Before a block the worker is asked" }).waitFor();
    await page.getByRole("checkbox", { name: /^Bank data checked/ }).check();
    await page.getByRole("link", { name: "Checklist 1/15" }).waitFor();
    await part(page, /^Questions/);
    await page.getByRole("button", { name: /^Answer: Did daylight/ }).click();
    await page.getByLabel("Yes").check();
    await page.getByLabel(/What was seen or said/).fill("Night outside at noon.");
    await page.getByRole("button", { name: "Answer", exact: true }).click();
    await page.getByText("Night outside at noon.").waitFor();
    await part(page, /^Reply/);
    await page.getByRole("button", { name: "Send questions" }).click();
    await page.locator("select[name=account]").selectOption("dev-117");
    await page.getByRole("button", { name: "Make the link" }).click();
    const link = (await page.locator("[data-once]").textContent()) ?? "";
    const worker = await app.stranger({ viewport: { width: 390, height: 844 }, locale: "ko-KR" });
    await answerQuestions(worker, new URL(link).pathname);
    await page.getByText("I work alone, for a company in Vladivostok.").first().waitFor();
    await page.getByRole("link", { name: "Reply: answered" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("blocks with a second person, and money of a blocked case is not paid out", async () => {
    const olga = await app.owner();
    const page = await olga.open(`/cases/${caseId}?part=payouts`);
    await page.getByText("Block", { exact: true }).click();
    expect(await page.getByLabel("In your own words").inputValue()).toBe("One device, four names.");
    await page.getByRole("button", { name: "Decide" }).click();
    await page.getByText("You decided it, so another person must agree.").waitFor();
    const park = await app.person("second-reviewer", "Park Ji-hoon");
    const second = await park.open("/cases?view=second");
    await second.getByRole("link", { name: /dev-117/ }).click();
    await second.getByLabel("In your own words").fill("Seen: the company in Vladivostok.");
    await second.getByRole("button", { name: "Agree", exact: true }).click();
    await second.getByText("Confirmed by Park Ji-hoon").waitFor();
    await page.getByText("Confirmed by Park Ji-hoon").waitFor();
    await endHold(page, "Pay out");
    // It is shown as ended at once; refused, it is held again, and what was typed is in its field.
    await page.getByRole("dialog").getByRole("alert").waitFor();
    expect(await page.getByRole("dialog").getByLabel("In your own words").inputValue()).toBe(
      "31 CFR 510.201.",
    );
    await page.keyboard.press("Escape");
    await page.getByRole("table", { name: "Payouts" }).getByText("held", { exact: true }).waitFor();
    await endHold(page, "Block by law");
    await page.getByRole("table", { name: "Payouts" }).getByText("blocked by law").waitFor();
    await part(page, /^Reports/);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "PDF: Report of blocked property (OFAC)" }).click();
    expect((await download).suggestedFilename()).toBe(`ofac-blocked-${caseId}.pdf`);
  });

  it("pays out what was held when the case was cleared", async () => {
    const olga = await app.owner();
    const page = await olga.open(`/cases/${caseId}?part=payouts`);
    await page.getByRole("button", { name: "Open again" }).click();
    await page.getByLabel("In your own words").fill("The agency sent its papers.");
    await page.getByRole("button", { name: "Open again" }).click();
    await page.getByRole("button", { name: "Hold a payout" }).click();
    await page.getByLabel("Number of the payout").fill("p-2");
    await page.getByLabel(/^Amount/).fill("1250.75");
    await page.locator("#hold-reason").fill("Until it is decided.");
    await page.getByRole("button", { name: "Hold it" }).click();
    await page.getByText("Held: USD 1,250.75").waitFor();
    await olga.open(`/cases/${caseId}?part=payouts`);
    await page.keyboard.press("f");
    await page.getByLabel("In your own words").fill("An agency, seen in person.");
    await page.getByRole("button", { name: "Decide" }).click();
    await page.getByRole("button", { name: "Open again" }).waitFor();
    await endHold(page, "Pay out");
    await page.getByRole("table", { name: "Payouts" }).getByText("paid out").waitFor();
    await part(page, /^History/);
    await page.getByText(/^Second person · receipt \d+$/).waitFor();
  });

  it("shows a note at once, and gives its words back where it was not kept", async () => {
    const olga = await app.owner();
    const page = await olga.open(`/cases/${caseId}?part=history`);
    await expectNoteGivenBack(page, "Note", "The agency was called.");
  });

  it("scrolls its hours by themselves on a phone, by the keyboard too, and each row keeps its name", async () => {
    const olga = await app.owner();
    const phone = await Person.at(app.browser, app.url, "Olga Owner", {
      storageState: await olga.context.storageState(),
      viewport: { width: 390, height: 844 },
    });
    const page = await phone.open(`/cases/${caseId}?view=hours`);
    const map = page.getByRole("region", { name: "Time zone", exact: true });
    await map.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => map.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
    await map.evaluate((element) => element.scrollTo(element.scrollWidth, 0));
    const seoul = map.getByRole("row").filter({ hasText: "Seoul" });
    for (const seen of [seoul.getByRole("rowheader"), seoul.getByRole("cell").last()]) {
      const { x = -1, width = 0 } = (await seen.boundingBox()) ?? {};
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(390);
    }
    await phone.close();
  });

  it("has nothing that axe finds and nothing that overflows, narrow, dark and in Korean", async () => {
    const olga = await app.owner();
    const narrow = await Person.at(app.browser, app.url, "Olga Owner", {
      storageState: await olga.context.storageState(),
      // Higher than any of the pages, so that the bar at the foot covers nothing that is looked at.
      viewport: { width: 390, height: 12_000 },
      colorScheme: "dark",
      locale: "ko-KR",
    });
    const paths = [
      "/cases?view=all",
      `/cases/${caseId}`,
      `/cases/${caseId}?view=timeline&part=prompts`,
      `/cases/${caseId}?view=hours&part=reply`,
      `/cases/${caseId}?view=cluster&part=reports`,
      `/cases/${caseId}?view=hours&part=history`,
    ];
    const found: string[] = [];
    for (const path of paths) {
      const page = await narrow.open(path);
      const wrong = [...(await axeFindings(page)), ...(await overflowing(page))];
      found.push(...wrong.map((words) => `${path}: ${words}`));
    }
    await narrow.close();
    expect(found).toEqual([]);
  });
});

async function endHold(page: Page, ending: string): Promise<void> {
  await page.getByRole("button", { name: /^End the hold: / }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("select").selectOption({ label: ending });
  await dialog.getByLabel("In your own words").fill("31 CFR 510.201.");
  await dialog.getByRole("button", { name: "End the hold" }).click();
}

/** The worker's side, on a phone: questions in both languages, nothing of the suspicion, and one answer. */
async function answerQuestions(worker: Person, path: string): Promise<void> {
  const { page } = worker;
  await page.goto(path);
  await page.getByRole("heading", { name: "Some questions about your account" }).waitFor();
  await page.getByRole("link", { name: "이 페이지를 한국어로 보기" }).click();
  await page.getByLabel(/^주로 어느 나라/).waitFor();
  const text = (await page.locator("body").textContent()) ?? "";
  expect(text).not.toMatch(/RF-\d|dev-11|제재|북한|차단|사건|징후/);
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflowing(page)).toEqual([]);
  for (const box of await page.locator("textarea").all())
    await box.fill("I work alone, for a company in Vladivostok.");
  await page.getByRole("button", { name: "답변 보내기" }).click();
  await page.getByRole("heading", { name: "감사합니다" }).waitFor();
  await page.goto(path);
  await page.getByRole("heading", { name: "This page is closed" }).waitFor();
}
