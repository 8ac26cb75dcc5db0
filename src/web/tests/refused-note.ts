import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Writes a note that the service never gets: it is seen at once, and goes again with its words back in the field. */
export async function expectNoteGivenBack(page: Page, label: string, words: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  const noted = page.getByRole("listitem").filter({ hasText: words });
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/notes", async (route) => {
    await held;
    await route.abort("internetdisconnected");
  });
  await field.fill(words);
  await page.getByRole("button", { name: "Add the note" }).click();
  await noted.waitFor();
  expect(await field.inputValue()).toBe("");
  letGo();
  await noted.waitFor({ state: "detached" });
  await expect.poll(() => field.inputValue()).toBe(words);
  await page.unroute("**/notes");
}
