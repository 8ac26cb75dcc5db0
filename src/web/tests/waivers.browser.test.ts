import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { REUNION_ANNEX } from "../../service/waivers/fixtures/reunion-file.ts";
import { proveLetter } from "../../service/waivers/letters/letter.ts";
import { describeInBrowser, useApp } from "./app.ts";
import { axeFindings, overflowing } from "./axe.ts";
import type { Person } from "./person.ts";
import { applyFor, dayAfter, FILE, makeWaivers, proposalOf } from "./waiver-screens.ts";

const PASTED = [
  "Monitor, 24 inch\t8528.52\t21\tpieces",
  "Optical-fibre cable\t8544.70\t500\tm",
  "Chair, wooden\t9401.69\t60\tpieces",
].join("\n");

const UN = "un-1718-exemption";
const PHONE = { viewport: { width: 390, height: 844 }, locale: "ko-KR" } as const;

describeInBrowser("waivers in the app", () => {
  const app = useApp();
  let applicant: Person;
  let reviewer: Person;
  let second: Person;
  let application = "";
  let waiver = "";
  let letter = "";

  beforeAll(async () => {
    applicant = await app.person("analyst", "Kim Applicant");
    reviewer = await app.person("second-reviewer", "Rhee Reviewer");
    second = await app.person("second-reviewer", "Cho Second");
  });

  it("says what may be sent line by line, and begins the form with what would be needed", async () => {
    const page = await applicant.open("/waivers/ask");
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("alert").getByRole("link", { name: "Paste at least one line." }).waitFor();
    await page.getByLabel("Lines from a spreadsheet").fill(PASTED);
    await page.getByRole("rowheader", { name: "1. Monitor, 24 inch" }).waitFor();
    await page.getByLabel("Route").fill("Seoul, Dorasan, Kaesong, Pyongyang");
    await page.getByLabel("Supplier").fill("Korean National Red Cross");
    await page.getByLabel("United States").check();
    await page.getByLabel("US content").selectOption({ label: "Not subject to them" });
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("heading", { name: "Prohibited", level: 2, exact: true }).waitFor();
    const lines = page.getByRole("region", { name: "Line by line" });
    const monitors = lines.getByRole("row").filter({ hasText: "Monitor" });
    await monitors.getByText("Prohibited").waitFor();
    await monitors.getByText("No waiver of the United Nations 1718 Committee covers it").waitFor();
    await lines.getByRole("row").filter({ hasText: "Chair" }).getByText("Clear").waitFor();
    await page.getByRole("heading", { name: "Permission to cross the line" }).waitFor();
    expect(await wholeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Begin the application with this" }).click();
    await page.waitForURL(/\/apply\/wva_/);
    application = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await page.getByRole("link", { name: "Goods", exact: true }).last().waitFor();
  });

  it("asks one thing per page, saves as one types, tells two errors, and takes the annex from a file", async () => {
    const page = await applicant.open(`/apply/${application}/who`);
    await page.getByLabel("Name of the applicant").fill("Ministry of Unification");
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.keyboard.press("Enter");
    const told = page.getByRole("alert");
    await told.getByRole("link", { name: "what kind of applicant it is" }).waitFor();
    await expect.poll(() => page.title()).toMatch(/^Error: /);
    expect(await wholeFindings(page)).toEqual([]);
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
    const screened = page.getByRole("row").filter({ hasText: "Korean National Red Cross" });
    await screened.getByText("nothing found").waitFor();
  });

  it("takes documents that are dropped or chosen, says what cannot be kept, and lets them go before it is submitted", async () => {
    const page = await applicant.open(`/apply/${application}/papers`);
    await page.getByText("PDF, PNG, JPEG or text, at most 10 MB").waitFor();
    await page.setInputFiles("input[type=file]", [
      { name: "cover.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 made up") },
      { name: "stock.txt", mimeType: "text/plain", buffer: Buffer.from("Ten cameras") },
      { name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.from("film") },
      { name: "scan.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(10 * 1024 * 1024 + 1, "%") },
    ]);
    const told = page.getByRole("alert");
    await told.getByText("film.mp4 is no PDF, PNG, JPEG or text.").waitFor();
    expect(await told.textContent()).toContain("scan.pdf is larger than 10 MB.");
    await page.getByRole("link", { name: "stock.txt" }).waitFor();
    await page.getByRole("link", { name: "cover.pdf" }).waitFor();
    await dropFile(page, "photo.txt", "A room with monitors");
    await page.getByRole("link", { name: "photo.txt" }).waitFor();
    expect(await wholeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Remove: stock.txt" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await page.getByRole("link", { name: "stock.txt" }).waitFor({ state: "detached" });
    const { attachments } = await applicant.call("GET", `/api/v1/waiver-applications/${application}`);
    expect(attachments.map(({ name }: { name: string }) => name).sort()).toEqual(["cover.pdf", "photo.txt"]);
  });

  it("keeps what was typed where somebody else has saved meanwhile, and says so", async () => {
    const page = await applicant.open(`/apply/${application}/safeguards`);
    await applicant.call("PATCH", `/api/v1/waiver-applications/${application}`, {
      file: { earlierCases: "none" },
    });
    const field = page.getByLabel("What keeps the goods from being diverted");
    await field.fill("The South's technicians take stock at each session.");
    await page.getByText("Somebody else has saved this application meanwhile.").waitFor();
    await page.getByRole("button", { name: "Save mine in this question" }).click();
    await page.getByText("Saved", { exact: true }).waitFor();
    const kept = await applicant.call("GET", `/api/v1/waiver-applications/${application}`);
    expect(kept.file).toMatchObject({
      earlierCases: "none",
      antiDiversion: "The South's technicians take stock at each session.",
    });
  });

  it("is submitted after its answers are checked, and then lies with the authority", async () => {
    const page = await applicant.open(`/apply/${application}/check`);
    await page.getByText("1. Monitors").waitFor();
    expect(await wholeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Submit the application" }).click();
    await page.waitForURL(new RegExp(`/apply/${application}$`));
    await page.getByText("submitted", { exact: true }).first().waitFor();
    await applicant.open(`/apply/${application}/goods`);
    await page.getByText("The file lies with an authority.").waitFor();
  });

  it("is circulated, asked about and answered; who wrote in it takes no part, and is told so", async () => {
    const page = await reviewer.open("/desk");
    await page.getByRole("link", { name: "Video reunions" }).click();
    await page.getByLabel("Members it goes to").fill("Belgium\nIndonesia");
    await page.getByRole("button", { name: "Circulate" }).click();
    await page.getByText("with the members").first().waitFor();
    await page
      .getByText(/ left$/)
      .or(page.getByText(/ left/).first())
      .first()
      .waitFor();
    await page.getByLabel("Who asks").fill("Belgium");
    await page.getByLabel("Question to the applicant").fill("Who keeps the cameras?");
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    await page.getByText("not answered yet").waitFor();
    expect(await wholeFindings(page)).toEqual([]);
    const asked = await applicant.open(`/apply/${application}`);
    await asked.getByLabel("Belgium: Who keeps the cameras?").fill("The reunion centre does.");
    await asked.getByRole("button", { name: "Send the answer" }).click();
    await asked.getByText("The reunion centre does.").waitFor();
    // The officer's page hears of it by itself.
    await page.getByText("The reunion centre does.").waitFor();
    const own = await applicant.open(`/desk/${application}`);
    await own.getByText("You wrote in this application").waitFor();
    expect(await own.getByRole("button", { name: "Write it down" }).count()).toBe(0);
  });

  it("shows whoever decides the parties and who stands behind them, drawn", async () => {
    const page = await reviewer.open(`/desk/${application}?part=parties`);
    const drawn = page.getByRole("application", {
      name: "The parties of the application and who stands behind them",
    });
    await drawn.locator("canvas").first().waitFor();
    await drawn.focus();
    await page.keyboard.press("ArrowUp");
    expect(await wholeFindings(page)).toEqual([]);
    await page.getByRole("link", { name: "Korean National Red Cross" }).waitFor();
  });

  it("is proposed once no member objects, its letter looked at, and countersigned by another person", async () => {
    const page = await reviewer.open(`/desk/${application}?part=decide&approval=${UN}`);
    await fillProposal(page);
    await page.getByRole("button", { name: "Propose", exact: true }).click();
    await page.getByText(/silence is consent only from/).waitFor();
    await consentOf(page, application, ["Belgium", "Indonesia"]);
    await reviewer.open(`/desk/${application}?part=decide&approval=${UN}`);
    await fillProposal(page);
    await page.getByRole("button", { name: "Look at the letter" }).click();
    await page.getByRole("article", { name: "1718-2026-video" }).waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Draft as PDF" }).click();
    expect(
      readFileSync(await (await download).path())
        .subarray(0, 4)
        .toString(),
    ).toBe("%PDF");
    expect(await wholeFindings(page)).toEqual([]);
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
    waiver = decided.courses.find((one: { template: string }) => one.template === UN).decision.waiver;
    letter = (await second.call("GET", `/api/v1/waivers/${waiver}`)).letter;
  });

  it("is verified on a customs officer's phone, in Korean, without an account", async () => {
    const officer = await app.stranger(PHONE);
    const page = await officer.open(`/verify/${letter}`);
    await page.getByRole("status").getByText("유효합니다").waitFor();
    await page.getByText("이 브라우저가 키").waitFor();
    await page.getByText("20개 중 20개 남음").waitFor();
    // A stranger is offered nothing that needs an account: no alerts, no commands.
    expect(await page.getByRole("banner").getByRole("button").allTextContents()).toEqual(["English"]);
    expect(await overflowing(page)).toEqual([]);
    expect(await wholeFindings(page)).toEqual([]);
    // Without a network the page stands, says of when it is, and still gives the letter as a file that proves itself.
    await officer.context.setOffline(true);
    await page.getByRole("button", { name: "현재 상태 다시 확인" }).click();
    await page
      .getByText(/오프라인/)
      .first()
      .waitFor();
    await page.getByRole("status").getByText("유효합니다").waitFor();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "파일로 보관" }).click();
    const file: unknown = JSON.parse(readFileSync(await (await saved).path(), "utf8"));
    expect(proveLetter(file)).toMatchObject({ kind: "signed", letter: { id: letter } });
    await officer.context.setOffline(false);
    await officer.open("/verify/ltr_of-nobody");
    await page.getByText("그런 허가서가 없습니다.").waitFor();
    await officer.close();
  });

  it("is drawn down to the unit: what is reserved passes, and the 21st monitor is refused", async () => {
    const page = await applicant.open(`/waivers/${waiver}`);
    await page.getByLabel("Shipment", { exact: false }).first().fill("kit-1");
    await page.getByLabel("1. Monitors (piece)").fill("20");
    await page.getByRole("button", { name: "Reserve", exact: true }).click();
    await page.getByText("Done: entry 1 of the ledger.").waitFor();
    await page.getByText("0 pieces of 20 pieces left").waitFor();
    await page.getByRole("button", { name: "It has passed: kit-1" }).click();
    await page.getByText("20 pieces drawn, 0 pieces reserved").waitFor();
    await page.getByLabel("1. Monitors (piece)").fill("1");
    await page.getByRole("button", { name: "Reserve", exact: true }).click();
    await page.getByText(/1 piece of 1 piece are not covered/).waitFor();
    expect(await wholeFindings(page)).toEqual([]);
    const again = await applicant.open("/waivers/ask");
    await again
      .getByLabel("Consignee")
      .fill("Red Cross Society of the Democratic People's Republic of Korea");
    await again.getByRole("button", { name: "Check" }).click();
    const monitors = again
      .getByRole("region", { name: "Line by line" })
      .getByRole("row")
      .filter({ hasText: "Monitor" });
    await monitors.getByText(/its one shipment has been made/).waitFor();
  });

  it("shows where customs' file and the ledger differ", async () => {
    const page = await applicant.open("/waivers");
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a file" }).click();
    await (await chooser).setFiles({
      name: "usage.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`licence,line,quantity,unit\n1718-2026-video,1,18,NAR\n`),
    });
    await page.getByText("They differ.").waitFor();
    await page.getByText("we have more").first().waitFor();
  });

  it("says of other letters that they are expired, revoked, forged, or of another key", async () => {
    const made = await makeWaivers(applicant, reviewer, second);
    const officer = await app.stranger({ ...PHONE, locale: "en-GB" });
    const { page } = officer;
    await forge(page, made.letter, (signed) => ({
      ...signed,
      letter: { ...signed.letter, title: "Permits everything" },
    }));
    await officer.open(`/verify/${made.letter}`);
    await page.getByText("Not genuine: do not rely on it").waitFor();
    expect(await page.getByText("Permits everything").count()).toBe(0);
    const { publicKey } = generateKeyPairSync("ed25519");
    const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
    await forge(page, made.letter, (signed) => ({ ...signed, key: { ...signed.key, pem } }));
    await officer.open(`/verify/${made.letter}`);
    await page.getByText("Not genuine: do not rely on it").waitFor();
    await page.unrouteAll();
    await officer.open(`/verify/${made.letter}`);
    await page.getByText(/^Valid today/).waitFor();
    const revoking = await reviewer.open(`/waivers/${made.waiver}`);
    await revoking.getByLabel("Act").selectOption({ label: "Revoke" });
    await revoking.getByLabel("Reason").fill("The project has ended early.");
    await revoking.getByRole("button", { name: "Revoke" }).click();
    await revoking.getByText("Revoked").first().waitFor();
    await officer.open(`/verify/${made.letter}`);
    await page.getByText(/^Not valid today/).waitFor();
    await page.getByText(/it was revoked on/).waitFor();
    await officer.open(`/verify/${await expiredLetter(applicant, reviewer, second)}`);
    await page.getByText(/^Not valid today/).waitFor();
    await page.getByText(/it expired on/).waitFor();
    await officer.close();
  });

  it("tells the story of 2019 step by step, with the answers of the service", async () => {
    const page = await applicant.open("/waivers/tour");
    await page.getByRole("heading", { name: "Prohibited", level: 2, exact: true }).waitFor();
    for (const answer of [
      "Prohibited",
      "submitted",
      "with the members",
      "with the members",
      "no objection",
    ]) {
      await page.getByRole("link", { name: "Next" }).click();
      await page.getByRole("article").getByText(answer, { exact: true }).first().waitFor();
    }
    await page.getByRole("link", { name: "The same kit is permitted" }).click();
    await page.getByRole("heading", { name: "Permitted", level: 2, exact: true }).waitFor();
    await page.getByRole("link", { name: "It lapses unused" }).click();
    await page
      .getByText(/it expired on 8 September 2019/)
      .first()
      .waitFor();
    expect(await wholeFindings(page)).toEqual([]);
  });
});

/** What axe finds on the whole page: bars that stay at an edge cover nothing where the window is as high as the page. */
async function wholeFindings(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ ...size, height: 5_000 });
  const found = await axeFindings(page);
  await page.setViewportSize(size);
  return found;
}

/** Brings the annex as a file; a fact of one line is then changed. */
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

/** The window begins today, so that the letter can be looked at on the same day. */
async function fillProposal(page: Page): Promise<void> {
  await page.getByLabel("Number of the letter").fill("1718-2026-video");
  await page.getByLabel("First day").fill(await page.getByLabel("Approved on").inputValue());
  await page.getByLabel("Measures that it lifts").fill("un-2397-7-machinery");
  await page.getByLabel("Why it is decided so").fill("No member objected in time.");
}

/** Has each member say that it does not object: where all have spoken there is nothing to wait for. */
async function consentOf(page: Page, application: string, members: readonly string[]): Promise<void> {
  await page.goto(`/desk/${application}?part=course&approval=${UN}`);
  for (const member of members) {
    await page.getByLabel("Member", { exact: true }).selectOption(member);
    await page.getByRole("button", { name: "Write it down" }).click();
    await page.getByRole("listitem").filter({ hasText: member }).getByText("consents").waitFor();
  }
}

type Signed = {
  readonly letter: Readonly<Record<string, unknown>>;
  readonly key: { readonly id: string; readonly pem: string };
};

/** Has the browser get another answer about a letter than the service gives. */
async function forge(page: Page, letter: string, change: (signed: Signed) => object): Promise<void> {
  await page.unrouteAll();
  await page.route(`**/api/v1/verify/${letter}`, async (route) => {
    const answer = await route.fetch();
    const found = await answer.json();
    await route.fulfill({ response: answer, json: { ...found, letter: change(found.letter) } });
  });
}

/** A letter of an authority without a circulation, whose only day was the day before yesterday. */
async function expiredLetter(applicant: Person, reviewer: Person, second: Person): Promise<string> {
  const id = await applyFor(applicant, "An earlier kit");
  const day = dayAfter(-3);
  const at = `/api/v1/waiver-applications/${id}`;
  const template = "us-concurrence";
  const proposal = proposalOf("us-2026-earlier", { approvedOn: day, from: day, until: day });
  await reviewer.call("POST", `${at}/proposals`, { template, proposal });
  const reason = "Compared with the file and its annex.";
  const signed = await second.call("POST", `${at}/countersignature`, { template, confirms: true, reason });
  const given = signed.courses.find((one: { template: string }) => one.template === template);
  return (await second.call("GET", `/api/v1/waivers/${given.decision.waiver}`)).letter;
}

/** Drops a file on the place for it, as a person drags it there. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ({ name, text }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type: "text/plain" }));
      return transfer;
    },
    { name, text },
  );
  // While a file is on its way there is no place for another.
  await page.locator("[data-over] button").waitFor();
  await page.locator("[data-over]").dispatchEvent("drop", { dataTransfer: data });
}
