import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { startCompany } from "../../service/accounts/fixtures/company-provider.ts";
import { describeInBrowser, useApp } from "./app.ts";
import { axeFindings } from "./axe.ts";
import { oneTimeCode } from "./one-time-code.ts";
import { PASSWORD } from "./person.ts";

/** What the README promises a newcomer, from the one-time link on; the clone and its packages come before. */
const FIRST_DECISION_MS_MAX = 5 * 60_000;

describeInBrowser("a newcomer", () => {
  const app = useApp({ SLUICE_DEMO: "true" });

  it("comes from the one-time link to the first decided alert by the app's own guidance alone", {
    timeout: 240_000,
  }, async () => {
    const { page } = await app.stranger();
    const began = performance.now();
    await page.goto(app.ownerLink);
    await page.getByLabel("Your organisation").fill("Bank of Example");
    await page.getByLabel("Your name").fill("Olga Owner");
    await page.getByLabel("Your e-mail address").fill("olga@bank.example");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Create account" }).click();
    await page.waitForURL(`${app.url}/start`);
    await page.getByRole("heading", { name: "Start here" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const guide = page.getByRole("main");
    await guide.getByRole("button", { name: "Open the demonstration" }).click();
    await guide.getByRole("link", { name: /≈/ }).click();
    await page.waitForURL(/\/alerts\/alr_/);
    await guide.getByRole("radio", { name: "Undetermined" }).check();
    await guide.getByLabel("In your own words").fill("The birth date is not known; the customer is asked.");
    await guide.getByRole("button", { name: "Decide" }).click();
    await page.getByRole("status").filter({ hasText: "Undetermined" }).waitFor();
    const took = performance.now() - began;
    console.log(`from the one-time link to the first decided alert: ${(took / 1_000).toFixed(1)} s`);
    expect(took).toBeLessThanOrEqual(FIRST_DECISION_MS_MAX);
    await page.goto("/start");
    await page.getByText(/^Decided: /).waitFor();
  });
});

const company = await startCompany();
afterAll(() => company.close());

/** Goes through the company's own pages as the person of this login, who knows any password. */
async function enterByCompany(page: Page, login: string): Promise<void> {
  await page.getByRole("button", { name: "Sign in with Bank of Example" }).click();
  await page.locator("input[name=login]").fill(login);
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
  await page.getByRole("button", { name: "Continue" }).click();
}

describeInBrowser("somebody who comes back", () => {
  const app = useApp({
    SLUICE_OIDC_URL: `${company.issuer}/.well-known/openid-configuration`,
    SLUICE_OIDC_CLIENT_ID: "sluice",
    SLUICE_OIDC_CLIENT_SECRET: company.clientSecret,
    SLUICE_OIDC_NAME: "Bank of Example",
  });
  it("enters by a code that was written down for the day on which the phone is lost, to the page that was wanted", async () => {
    const person = await app.person("analyst", "Ines Analyst");
    const { totpURI, backupCodes } = await person.call("POST", "/api/auth/two-factor/enable", {
      password: PASSWORD,
    });
    const secret = new URL(totpURI).searchParams.get("secret") ?? "";
    await person.call("POST", "/api/auth/two-factor/verify-totp", { code: oneTimeCode(secret, new Date()) });
    const { page } = await app.stranger();
    await page.goto("/sign-in?next=%2Falerts%3Fview%3Dmine");
    await page.getByLabel("E-mail address").fill("ines.analyst@bank.example");
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByLabel("Code of your authenticator").waitFor();
    await page.getByRole("button", { name: "I do not have the phone" }).click();
    const spare = page.getByLabel("One of the codes that you wrote down");
    await spare.fill("wrong-codes");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: "The code is not right, or too old." }).waitFor();
    await spare.fill(backupCodes[0]);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(`${app.url}/alerts?view=mine`);
    await page.getByRole("heading", { name: "Alerts", level: 1 }).waitFor();
  });

  it("enters by the company's own provider where there is an invitation, and is told where there is none", async () => {
    await (await app.owner()).call("POST", "/api/v1/invitations", {
      email: "invited@bank.example",
      role: "analyst",
    });
    for (const login of ["invited", "stranger"]) {
      // The company's pages are no part of the app: what they ask for is no concern of this test.
      const context = await app.browser.newContext({ baseURL: app.url, locale: "en-GB" });
      await context.route(/^https:/, (route) => route.abort());
      const page = await context.newPage();
      await page.goto("/sign-in?next=%2Flists");
      await enterByCompany(page, login);
      if (login === "invited") {
        await page.waitForURL(`${app.url}/lists`);
        await page.getByText("Ina Invited").waitFor();
      } else await page.getByRole("alert").filter({ hasText: "no account here has that address" }).waitFor();
      await context.close();
    }
  });
});
