import { expect, it } from "vitest";
import { describeInBrowser, useApp } from "./app.ts";
import { axeFindings } from "./axe.ts";
import { PASSWORD } from "./person.ts";

describeInBrowser("signing in", () => {
  const app = useApp();

  it("opens with the one-time link, and leads the first owner into the app", async () => {
    const { page } = await app.stranger();
    await page.goto(app.ownerLink);
    await page.getByLabel("Your organisation").fill("Bank of Example");
    await page.getByLabel("Your name").fill("Olga Owner");
    await page.getByLabel("Your e-mail address").fill("olga@bank.example");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Create account" }).click();
    await page.waitForURL(`${app.url}/start`);
    await page.getByRole("heading", { name: "Start here" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
