import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser, useApp } from "./app.ts";
import { leftoverEnglish } from "./leftover-english.ts";
import { Person } from "./person.ts";
import { frontScreensOf } from "./screen-list.ts";

/** What a page names by an id at first is named by its title as soon as that is there. */
const TITLES_MS_MAX = 10_000;

/** The English that stays on the page. */
async function left(page: Page): Promise<readonly string[]> {
  const until = performance.now() + TITLES_MS_MAX;
  for (;;) {
    const found = await leftoverEnglish(page);
    if (found.length === 0 || performance.now() > until) return found;
    await page.waitForTimeout(250);
  }
}

describeInBrowser("the Korean app", () => {
  const app = useApp({ SLUICE_DEMO: "true" });

  it("says everything that is no data in Korean, on each page and in each state that is pictured", {
    timeout: 480_000,
  }, async () => {
    const owner = await app.owner();
    const screens = await frontScreensOf(owner);
    const person = await Person.at(app.browser, app.url, "Olga Owner", {
      locale: "ko-KR",
      storageState: await owner.context.storageState(),
    });
    const found: string[] = [];
    for (const { name, path, then, after } of screens.filter(({ signedOut }) => signedOut !== true)) {
      const page = await person.open(path);
      await then?.(page);
      found.push(...(await left(page)).map((words) => `${name}: ${words}`));
      await after?.(page);
    }
    expect(found).toEqual([]);
    await person.close();
  });
});
