import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { REUNION_ANNEX, REUNION_FILE } from "../../service/waivers/fixtures/reunion-file.ts";
import { describeInBrowser, useApp } from "./app.ts";
import { axeFindings, overflowing } from "./axe.ts";
import type { Person } from "./person.ts";

const PASTED = [
  "Monitor, 24 inch\t8528.52\t21\tpieces",
  "Optical-fibre cable\t8544.70\t500\tm",
  "Chair, wooden\t9401.69\t60\tpieces",
].join("\n");

const DAY_MS = 86_400_000;
const dayAfter = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** The file of 2019 with days that have not passed. */
const FILE = {
  ...REUNION_FILE,
  approvals: ["un-1718-exemption", "us-concurrence"],
  transfers: [{ ...REUNION_FILE.transfers[0], from: dayAfter(20), until: dayAfter(60) }],
  from: dayAfter(1),
  until: dayAfter(120),
};

describeInBrowser("waivers in the app", () => {
  const app = useApp();
  let applicant: Person;
  let reviewer: Person;
  let second: Person;
  let waiver = "";
  let letter = "";

  beforeAll(async () => {
    applicant = await app.person("analyst", "Kim Applicant");
    reviewer = await app.person("second-reviewer", "Rhee Reviewer");
    second = await app.person("second-reviewer", "Cho Second");
  });

  it("says what may be sent line by line, what is missing, and begins the form with what would be needed", async () => {
    const page = await applicant.open("/waivers/ask");
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("alert").getByRole("link", { name: "Paste at least one line." }).waitFor();
    await page.getByLabel("Lines from a spreadsheet").fill(PASTED);
    await page.getByRole("rowheader", { name: "1. Monitor, 24 inch" }).waitFor();
    await page.getByLabel("Route").fill("Seoul, Dorasan, Kaesong, Pyongyang");
    await page.getByLabel("Supplier").fill("Korean National Red Cross");
    await page.getByLabel("United States").check();
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("heading", { name: "Prohibited", level: 2 }).waitFor();
    const lines = page.getByRole("region", { name: "Line by line" });
    await lines.getByRole("row").filter({ hasText: "Monitor" }).getByText("Prohibited").waitFor();
    await lines.getByRole("row").filter({ hasText: "Chair" }).getByText("Clear").waitFor();
    await page.getByRole("heading", { name: "Exemption for humanitarian" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Begin the application with this" }).click();
    await page.waitForURL(/\/apply\/wva_/);
    await page.getByRole("link", { name: "Goods", exact: true }).waitFor();
  });

  let application = "";

  it("asks one thing per page, saves as one types, tells two errors, and takes the annex from a file", async () => {
    application = new URL(applicant.page.url()).pathname.split("/").at(-1) ?? "";
    const page = await applicant.open(`/apply/${application}/who`);
    await page.getByLabel("Name of the applicant").fill("Ministry of Unification");
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.keyboard.press("Enter");
    const told = page.getByRole("alert");
    await told.getByRole("link", { name: "what kind of applicant it is" }).waitFor();
    await expect.poll(() => page.title()).toMatch(/^Error: /);
    expect(await axeFindings(page)).toEqual([]);
    await told.getByRole("link", { name: "how the applicant can be reached" }).click();
    await page.keyboard.type("Seoul, made-up telephone");
    await page.getByLabel("Kind of applicant").selectOption({ label: "Member State of the United Nations" });
    await page.getByRole("button", { name: "Save and continue" }).click();
    await page.waitForURL(/\/approvals$/);
    const kept = await applicant.call("GET", `/api/v1/waiver-applications/${application}`);
    expect(kept.file.applicant).toMatchObject({ kind: "member-state", contact: "Seoul, made-up telephone" });
    // The other questions are of the same kind; their answers come by the API, as the form would send them.
    await applicant.call("PATCH", `/api/v1/waiver-applications/${application}`, {
      title: "Video reunions",
      file: { ...FILE, lines: [] },
    });
    await bringAnnex(await applicant.open(`/apply/${application}/goods`));
    await applicant.open(`/apply/${application}/parties`);
    await page.getByRole("button", { name: "Screen every party now" }).click();
    await page
      .getByRole("row")
      .filter({ hasText: "Korean National Red Cross" })
      .getByText("nothing found")
      .waitFor();
  });

  it("is submitted after its answers are checked", async () => {
    const page = await applicant.open(`/apply/${application}/check`);
    await page.getByText("1. Monitors").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Submit the application" }).click();
    await page.waitForURL(new RegExp(`/apply/${application}$`));
    await page.getByText("submitted", { exact: true }).first().waitFor();
    await applicant.open(`/apply/${application}/goods`);
    await page.getByText("The file lies with an authority.").waitFor();
  });

  it("is circulated, asked about and answered; who wrote in it takes no part, and is told so", async () => {
    const owner = await app.owner();
    await owner.call("POST", `/api/v1/waiver-applications/${application}/screening`);
    const page = await reviewer.open("/desk");
    await page.getByRole("link", { name: "Video reunions" }).click();
    await page.getByLabel("Members it goes to").fill("Belgium\nIndonesia");
    await page.getByRole("button", { name: "Circulate" }).click();
    await page.getByText("with the members").first().waitFor();
    await page.getByText(/ left$/).waitFor();
    await page.getByLabel("Who asks").fill("Belgium");
    await page.getByLabel("Question to the applicant").fill("Who keeps the cameras?");
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    await page.getByText("not answered yet").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const asked = await applicant.open(`/apply/${application}`);
    await asked.getByLabel("Belgium: Who keeps the cameras?").fill("The reunion centre does.");
    await asked.getByRole("button", { name: "Send the answer" }).click();
    await asked.getByText("The reunion centre does.").waitFor();
    await page.getByText("The reunion centre does.").waitFor();
    const own = await applicant.open(`/desk/${application}`);
    await own.getByText("You wrote in this application").waitFor();
  });

  it("is proposed once no member objects, its letter looked at, and countersigned by another person", async () => {
    const page = await reviewer.open(`/desk/${application}?part=decide&approval=un-1718-exemption`);
    await page.getByLabel("Number of the letter").fill("1718-2026-video");
    await page.getByLabel("Measures that it lifts").fill("un-2397-7-machinery");
    await page.getByLabel("Why it is decided so").fill("No member objected in time.");
    await page.getByRole("button", { name: "Propose", exact: true }).click();
    await page.getByText(/silence is consent only from/).waitFor();
    await consentOf(page, application, ["Belgium", "Indonesia"]);
    await reviewer.open(`/desk/${application}?part=decide&approval=un-1718-exemption`);
    await page.getByLabel("Number of the letter").fill("1718-2026-video");
    await page.getByLabel("Measures that it lifts").fill("un-2397-7-machinery");
    await page.getByLabel("Why it is decided so").fill("No member objected in time.");
    await page.getByRole("button", { name: "Look at the letter" }).click();
    await page.getByRole("article", { name: "1718-2026-video" }).waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Draft as PDF" }).click();
    expect(
      readFileSync(await (await download).path())
        .subarray(0, 4)
        .toString(),
    ).toBe("%PDF");
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Propose", exact: true }).click();
    await page.getByText("You proposed it, so you cannot countersign it.").waitFor();
    const other = await second.open("/desk?view=second");
    await other.getByRole("link", { name: "Video reunions" }).click();
    await other.getByRole("link", { name: "Decision" }).click();
    await other.getByLabel("Reason").fill("Compared with the file and its annex.");
    await other.getByRole("button", { name: "Countersign and issue" }).click();
    await other.getByText("Decided by two persons").waitFor();
    await other.getByRole("link", { name: "Letter" }).click();
    await other.getByRole("img", { name: "Code that leads to its verification" }).waitFor();
    const decided = await second.call("GET", `/api/v1/waiver-applications/${application}`);
    waiver = decided.courses[0].decision.waiver;
    letter = (await second.call("GET", `/api/v1/waivers/${waiver}`)).letter;
  });

  it("is verified on a customs officer's phone, in Korean, without an account", async () => {
    const officer = await app.stranger({ viewport: { width: 390, height: 844 }, locale: "ko-KR" });
    const page = await officer.open(`/verify/${letter}`);
    await page.getByText(/유효하지 않습니다$/).waitFor();
    await page
      .getByText("아직 효력이 없습니다", { exact: false })
      .or(page.getByText(/부터 효력/))
      .first()
      .waitFor();
    expect(await overflowing(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
  });
});

/** Brings the annex as a file; the unit value of a line is then changed. */
async function bringAnnex(page: Page): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles({
    name: "annex.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(REUNION_ANNEX),
  });
  await page.getByRole("rowheader", { name: /^1\. Monitors/ }).waitFor();
  await page.getByRole("button", { name: "Change: Line 1" }).click();
  await page.getByLabel("Maker and model (optional)").fill("Made up 24");
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await page.getByText("Saved", { exact: true }).waitFor();
}

/** Has each member say that it does not object: where all have spoken there is nothing to wait for. */
async function consentOf(page: Page, application: string, members: readonly string[]): Promise<void> {
  await page.goto(`/desk/${application}?part=course&approval=un-1718-exemption`);
  for (const member of members) {
    await page.getByLabel("Member", { exact: true }).selectOption(member);
    await page.getByRole("button", { name: "Write it down" }).click();
    await page.getByRole("listitem").filter({ hasText: member }).getByText("consents").waitFor();
  }
}
