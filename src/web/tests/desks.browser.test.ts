import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import ExcelJS from "exceljs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser, useApp } from "./app.ts";
import { axeFindings, overflowing } from "./axe.ts";
import { bringBatch, CUSTOMERS } from "./desk-screens.ts";
import { oneTimeCode } from "./one-time-code.ts";
import { PASSWORD, Person } from "./person.ts";
import { strained } from "./strained.ts";

/** The pages by which an organisation works its gate, as one asks for them. */
const PAGES = [
  "/start",
  ...["own", "organization", "people", "keys", "webhooks", "policy", "sign-in", "retention"].map(
    (part) => `/settings/${part}`,
  ),
  "/batch",
  "/tuning?threshold=0.85",
  "/reports",
  "/audit",
  "/network",
  "/network/C-1011?at=2018-09-13&view=table",
];

/** Those that are looked at wide and light as well: one of each sort. */
const LIGHT_TOO = /start|keys|tuning|reports|network/;

describeInBrowser("working the gate", () => {
  const app = useApp({ SLUICE_DEMO: "true", SLUICE_WEBHOOKS_ALLOWED: "127.0.0.1" });
  let owner: Person | null = null;
  const first = async (): Promise<Person> => {
    owner ??= await app.owner();
    return owner;
  };
  const inDemo = async (person: Person, isDemo: boolean): Promise<void> => {
    const session = await person.call("GET", "/api/v1/session");
    const { id } = session.organizations.find((one: { demo: boolean }) => one.demo === isDemo);
    await person.call("PUT", "/api/v1/session/organization", { organizationId: id });
  };

  it("screens a file from the drop to the results, with its columns mended", async () => {
    const olga = await first();
    await inDemo(olga, true);
    const page = await olga.open("/batch");
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a file" }).click();
    await (await chooser).setFiles({
      name: "customers.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(CUSTOMERS.replace("성명", "who")),
    });
    await page.getByText("No column says whom a row is about.").waitFor();
    await page.getByLabel("Taken for: who").selectOption({ label: "Name" });
    await page.getByRole("button", { name: "Screen customers.csv" }).click();
    await page.getByText("Screened to the end: 5 rows.").waitFor();
    await page.getByRole("link", { name: "JONG, Song Hwa" }).waitFor();
    await page.getByRole("link", { name: "Errors 1" }).click();
    await page.getByText("neither a name nor an identifier").waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "All, CSV" }).click();
    expect((await download).suggestedFilename()).toBe("customers-results.csv");
    expect(await axeFindings(page)).toEqual([]);
  });

  it("reads the sheet of a workbook that is chosen, and gives the results as a workbook", async () => {
    const olga = await first();
    await inDemo(olga, true);
    const book = new ExcelJS.Workbook();
    book.addWorksheet("Cover").addRows([["Prepared by"], ["Kim Min-ji"]]);
    book.addWorksheet("Customers").addRows([["name"], ["Jong Song Hwa"], ["Nils Bergstad"]]);
    const page = await olga.open("/batch");
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a file" }).click();
    await (await chooser).setFiles({
      name: "book.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: Buffer.from(await book.xlsx.writeBuffer()),
    });
    await page.getByLabel("Sheet").selectOption("Customers");
    await page.getByLabel("Taken for: name").waitFor();
    await page.getByRole("button", { name: "Screen book.xlsx" }).click();
    await page.getByText("Screened to the end: 2 rows.").waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "All, XLSX" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  });

  it("draws who is behind a customer, moves by arrows, and computes what if", async () => {
    const olga = await first();
    await inDemo(olga, true);
    const page = await olga.open("/network/C-1011?at=2018-09-13");
    await page.getByText("Undetermined: blocked parties hold 30 % to 54 %.").waitFor();
    await page
      .getByText(
        "Skydev Co. ← 30 % ← Alpha Trading Dandong ← 100 % ← YANBIAN SILVERSTAR NETWORK TECHNOLOGY CO., LTD.",
      )
      .waitFor();
    await page
      .getByRole("listitem")
      .filter({ hasText: "Who is the owner" })
      .getByRole("button", { name: /^Write it down: / })
      .first()
      .click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("fact-owner");
    await page.locator("canvas").first().waitFor();
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("region", { name: "Selected" }).getByText("Skydev Games Pte. Ltd.").waitFor();
    // Under the bar at the top everything is half hidden; what is looked at is the page as one comes to it.
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("Share would be, in %").fill("25.9");
    await page.getByRole("button", { name: "Compute" }).click();
    await page.getByText("Then: Not blocked: blocked parties hold 25.9 % to 49.9 %.").waitFor();
    await page.getByLabel("Law").selectOption("eu");
    await page.getByText("European Union ·").waitFor();
    await page
      .locator("label")
      .filter({ hasText: /^Table$/ })
      .click();
    await page
      .getByRole("table", { name: "Ties" })
      .getByText("shareholder list given by the customer")
      .first()
      .waitFor();
  });

  it("switches kinds of parties off, goes to another day by its slider, and reads the path tie by tie", async () => {
    const olga = await first();
    await inDemo(olga, true);
    const page = await olga.open("/network/C-1011?at=2018-09-13&view=table");
    const ties = page.getByRole("table", { name: "Ties" });
    await ties.getByText("Han Yun-seo").first().waitFor();
    await page.getByRole("group", { name: "Parties" }).getByLabel("Person").uncheck();
    await expect.poll(() => ties.getByText("Han Yun-seo").count()).toBe(0);
    await ties.getByText("Alpha Trading Dandong").first().waitFor();
    await page.getByRole("slider").focus();
    await page.keyboard.press("Home");
    await expect.poll(() => new URL(page.url()).searchParams.get("at")).toMatch(/^201[5-7]-/);
    await olga.open("/network/C-1012?at=2018-09-13&view=path");
    const steps = page.getByRole("listitem").filter({ hasText: "company register of Liaoning" });
    await steps.filter({ hasText: "100 %" }).first().waitFor();
  });

  it("shows whom a subject leads to, and a person says that two records are one party", async () => {
    const olga = await first();
    await inDemo(olga, false);
    const records = [
      {
        ref: "N-1",
        name: "Pebble Bridge Network Technology",
        address: ["No. 20998B-26, Changbai Shan Dong Lu, Yanji City, Jilin 133000, China"],
      },
      { ref: "N-2", name: "Pebble Bridge Network Technology Ltd" },
    ];
    const { subjects } = await olga.call("POST", "/api/v1/subjects", {
      subjects: records.map(({ ref, name, ...more }) => ({
        ref,
        schema: "Company",
        properties: { name: [name], phone: ["+86 433 255 0001"], ...more },
      })),
    });
    const id = subjects[1].id;
    const page = await olga.open(`/network/${id}`);
    await page.getByText("YANBIAN SILVERSTAR").first().waitFor();
    await olga.open("/network");
    const pair = page.getByRole("listitem").filter({ hasText: "≈" }).filter({ hasText: "N-1" });
    await pair.getByRole("button", { name: "One party" }).click();
    await pair.locator("[aria-invalid=true]").waitFor();
    await pair.getByRole("textbox").fill("Both were opened from one extract.");
    await pair.getByRole("button", { name: "One party" }).click();
    await expect.poll(async () => (await olga.call("GET", "/api/v1/same-parties")).items).toEqual([]);
  });

  it("drafts the report of a block from the payment, tells what it lacks, keeps what is typed, and is previewed and filed", async () => {
    const olga = await first();
    await inDemo(olga, true);
    const page = await olga.open(`/reports/${await blockedPayment(olga)}`);
    // The payment's own parties, numbers and worth.
    await page.getByRole("table", { name: "Parties" }).getByText("Volasys Silver Star").first().waitFor();
    expect(await page.getByLabel("Amount", { exact: true }).inputValue()).toBe("4800.00");
    expect(await page.getByLabel(/^Account and reference/).inputValue()).toContain("PAY-77");
    const needs = page.getByRole("complementary", { name: "What the law asks for" });
    await needs.getByText(/^5 of \d+ are not stated yet\.$/).waitFor();
    expect(await needs.getByRole("button", { name: "Note the filing" }).isDisabled()).toBe(true);
    await needs.getByRole("link", { name: "Where the property is" }).click();
    await page.keyboard.type("Account 12 at our branch in New York");
    await page.getByLabel("Name", { exact: true }).last().fill("Bank of Example");
    await page.getByLabel("Address", { exact: true }).fill("1 Quay Street, New York");
    await page.getByLabel("Contact person").fill("Kim Min-ji");
    await page.getByLabel("Telephone").fill("+1 202 555 0100");
    await page.getByRole("button", { name: "Add a party" }).click();
    const party = page.getByRole("dialog", { name: "Parties" });
    await party.getByLabel("Name").fill("Harbor Bank");
    await party.getByLabel("Part played").fill("intermediary");
    expect(await axeFindings(page)).toEqual([]);
    await party.getByRole("button", { name: "Done" }).click();
    await page.getByRole("row").filter({ hasText: "Harbor Bank" }).waitFor();
    await page.reload();
    await page.getByText("Not saved yet; kept in this browser.").waitFor();
    await page.getByRole("row").filter({ hasText: "Harbor Bank" }).waitFor();
    // It is saved before it is looked at.
    const shown = olga.context.waitForEvent("response", (answer) => answer.url().includes("show=true"));
    await page.getByRole("button", { name: "Preview PDF" }).click();
    expect((await (await shown).allHeaders())["content-disposition"]).toMatch(/^inline; filename=.*\.pdf/);
    await needs.getByText("Everything is stated: it can be filed.").waitFor();
    await needs.getByRole("button", { name: "Note the filing" }).click();
    await page.getByRole("dialog").getByLabel("Reference of the filing").fill("ORS-2026-7");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await page.getByText("Filed as ORS-2026-7").waitFor();
    expect(await page.getByLabel("Contact person").isDisabled()).toBe(true);
  });

  it("tells an address of events, and shows what it met", async () => {
    const told: string[] = [];
    const ear = createServer((request, response) => {
      told.push(String(request.headers["webhook-signature"]));
      request.resume();
      response.writeHead(204).end();
    });
    await new Promise<void>((heard) => ear.listen(0, "127.0.0.1", heard));
    const olga = await first();
    await inDemo(olga, false);
    const page = await olga.open("/settings/webhooks");
    const address = `http://127.0.0.1:${(ear.address() as AddressInfo).port}/sluice`;
    await page.getByLabel("Address (https)").fill(address);
    await page.getByRole("button", { name: "Add it" }).click();
    expect(await page.locator("[data-once]").textContent()).toMatch(/^whsec_/);
    await page.getByRole("button", { name: "Done, I have it" }).click();
    await page.getByRole("button", { name: "Send a test message" }).click();
    await page.getByRole("cell", { name: "Delivered" }).first().waitFor();
    expect(told[0]).toMatch(/^v1,/);
    ear.close();
  });

  it("changes the threshold by two persons with a reason, and dates it", async () => {
    const olga = await first();
    await inDemo(olga, false);
    const page = await olga.open("/tuning");
    await page.getByRole("slider", { name: "Threshold" }).focus();
    for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowRight");
    await page.getByLabel("Reason").fill("Too many names of one syllable.");
    await page.waitForURL(/[?&]threshold=0\.6$/);
    await page.getByRole("button", { name: "Propose 0.6" }).click();
    await page.getByText("You proposed it, so another person must decide.").waitFor();
    const park = await olga.invite(app.browser, { name: "Park Ji-hoon", role: "second-reviewer" });
    const second = await park.open("/settings/policy");
    await second.getByText("0.55 → 0.6").waitFor();
    await second.getByLabel("Reason").fill("The measured curve allows it.");
    await second.getByRole("button", { name: "Approve" }).click();
    await second.getByText("Version 1", { exact: true }).waitFor();
    expect((await olga.call("GET", "/api/v1/policy")).policy.screen.threshold).toBe(0.6);
    expect(await axeFindings(second)).toEqual([]);
  });

  it("shows a link and a key once, and has a second factor and a passkey set up", async () => {
    const olga = await first();
    await inDemo(olga, false);
    const page = await olga.open("/settings/people");
    await page.getByLabel("E-mail address").fill("kim@bank.example");
    await page.getByRole("button", { name: "Make the link" }).click();
    expect(await page.locator("[data-once]").textContent()).toMatch(/\/join\//);
    await olga.open("/settings/keys");
    await page.getByLabel("What is it for?").fill("Payments");
    await page.getByRole("radio", { name: "Check payments and shipments" }).check();
    // By hand one begins with what the purpose gives.
    await page.getByRole("radio", { name: "Something else" }).check();
    await page.getByRole("group", { name: "Lists" }).getByLabel("Read lists").uncheck();
    await page.getByRole("group", { name: "Questions" }).getByLabel("Read checks").uncheck();
    await page.getByRole("button", { name: "Make the key" }).click();
    const key = (await page.locator("[data-once]").textContent()) ?? "";
    await page.getByRole("button", { name: "Done, I have it" }).click();
    expect(await page.getByText(key).count()).toBe(0);
    await page.getByRole("row").filter({ hasText: "Payments" }).getByText("Ask checks").waitFor();
    await setUpPasskey(await olga.open("/settings"));
    await setUpCode(page);
    await enterByPasskey(page);
  });

  it("verifies the log of receipts in the browser, and says who did what", async () => {
    const olga = await first();
    await inDemo(olga, true);
    const page = await olga.open("/audit");
    await page.getByText("Brought a file of ownership").first().waitFor();
    await page.getByRole("button", { name: "Verify" }).click();
    await page.getByText(/^Whole: receipts 1 to \d+ \(\d+\) were verified here\.$/).waitFor();
  });

  it("says of a check that was erased that it was, and leads to who erased it and why", async () => {
    const olga = await first();
    await inDemo(olga, true);
    const { items } = await olga.call("GET", "/api/v1/checks");
    const { id, receipt } = items[0];
    const erasure = { sequences: [receipt.sequence], ground: "law-requires", reason: "A court asked for it" };
    const made = await olga.call("POST", "/api/v1/retention/erasures", erasure);
    const page = await olga.open(`/checks/${id}`);
    await page.getByRole("heading", { name: "What was asked and answered here was erased." }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("link", { name: `Receipt ${made.receipt} of the log` }).click();
    await page.getByText("It holds: nothing was changed.").waitFor();
    for (const text of ["A law asks for it", "A court asked for it"])
      await page.getByText(text, { exact: true }).waitFor();
    await page.getByText("All that was written").click();
    await page.getByText(`"ground": "law-requires"`).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await olga.open(`/receipts?sequence=${receipt.sequence}`);
    await page.getByText("What was written here was erased.").waitFor();
    await page.getByText("erased, nothing to look at").waitFor();
  });

  it("has nothing that axe finds and nothing that overflows: wide and light, narrow and dark and Korean", {
    timeout: 240_000,
  }, async () => {
    const olga = await first();
    await inDemo(olga, true);
    const batch = await bringBatch(olga, false);
    const narrow = await Person.at(app.browser, app.url, "Olga Owner", {
      // Who she is, and not the language that her own browser keeps.
      storageState: { ...(await olga.context.storageState()), origins: [] },
      // As high as the page, so that the bars at its edges cover nothing that is looked at.
      viewport: { width: 390, height: 8_000 },
      colorScheme: "dark",
      locale: "ko-KR",
    });
    const found: string[] = [];
    for (const path of [...PAGES, `/batch/${batch}`]) {
      for (const person of LIGHT_TOO.test(path) ? [olga, narrow] : [narrow]) {
        const page = await person.open(path);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(person === olga ? "en" : "ko");
        const wrong = [
          ...(await axeFindings(page)),
          ...(person === narrow ? [...(await overflowing(page)), ...(await strained(page))] : []),
        ];
        found.push(...wrong.map((words) => `${path}, ${person === olga ? "light" : "dark"}: ${words}`));
      }
    }
    await narrow.close();
    expect(found).toEqual([]);
  });
});

/** Has the browser make a passkey with an authenticator of its own, and finds it in the list. */
async function setUpPasskey(page: Page): Promise<void> {
  // A browser makes none for a page that is behind another.
  await page.bringToFront();
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await page.getByLabel("Name of this device").fill("Desk machine");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("rowheader", { name: "Desk machine" }).waitFor();
}

/** Signs in anew with the passkey alone: neither password nor code. */
async function enterByPasskey(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.bringToFront();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.getByRole("heading", { name: "May this go through?" }).waitFor();
}

/** Scans the code as an authenticator app would, and turns the second factor on. */
async function setUpCode(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Set it up" }).click();
  await page.getByLabel("Your password, to be sure that it is you").fill(PASSWORD);
  await page.getByRole("button", { name: "Set it up" }).click();
  await page.getByRole("img", { name: "Code to scan" }).waitFor();
  const secret = ((await page.locator("[data-totp]").textContent()) ?? "").trim();
  await page.getByLabel("Code of six digits").fill(oneTimeCode(secret, new Date()));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await page.getByRole("heading", { name: "Codes for the day you lose the phone" }).waitFor();
  await page.getByText("It is on.").waitFor();
}

/** A payment to a listed party, its alert decided as a true match and the money blocked; gives the drafted report. */
async function blockedPayment(person: Person): Promise<string> {
  const party = (role: string, name: string) => ({ role, schema: "Company", properties: { name: [name] } });
  const transaction = {
    kind: "payment",
    reference: "PAY-77",
    purpose: "Milestone 3",
    parties: [party("payer", "Lakeside Commerce Inc."), party("payee", "Volasys Silver Star")],
    funds: { amount: "480000", scale: 2, currency: "USD" },
  };
  const { alerts } = await person.call("POST", "/api/v1/check", { transaction });
  let alert = await person.call("GET", `/api/v1/alerts/${alerts[0]}`);
  const tag = () => ({ "if-match": `"${alert.version}"` });
  const answers = ["ofac", "same-kind", "whole-name", "compared", "several"];
  for (const [at, answer] of answers.entries())
    alert = await person.call(
      "POST",
      `/api/v1/alerts/${alert.id}/steps/${at + 1}`,
      { answer, words: "" },
      tag(),
    );
  const choice = {
    outcome: "true-match",
    reasonCode: "facts-agree",
    narrative: "Name and town are those of the listing.",
    action: "block",
    legalAuthority: "31 CFR 510.201",
  };
  return (await person.call("POST", `/api/v1/alerts/${alert.id}/decisions`, choice, tag())).report;
}
