/**
 * Makes a picture of every page in both languages, both widths and both appearances, from the real service with the
 * demonstration's data, into docs/screens.
 * Usage: npm run screens [-- PATTERN], such as "^alert.*ko.phone"
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "./chromium.ts";
import { Person } from "./person.ts";
import { startApp } from "./running-app.ts";
import { type Screen, screensOf } from "./screen-list.ts";

const root = join(import.meta.dirname, "../../..");
const folder = join(root, "docs/screens");
const only = new RegExp(process.argv[2] ?? "");

const WIDTHS = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

process.env.SLUICE_HOME ??= join(root, ".cache/sluice");
const app = await startApp();
const browser = await launchChromium();
mkdirSync(folder, { recursive: true });
let made = 0;
try {
  const owner = await Person.at(browser, app.url, "Olga Owner");
  await owner.use(app.service.ownerLink ?? "", {
    email: "owner@bank.example",
    organizationName: "Bank of Example",
  });
  const screens = await screensOf(owner);
  for (const [width, viewport] of Object.entries(WIDTHS))
    for (const language of ["en", "ko"] as const)
      for (const colorScheme of ["light", "dark"] as const) {
        const named = screens
          .map((screen) => ({ screen, file: `${screen.name}.${language}.${width}.${colorScheme}.png` }))
          .filter(({ file }) => only.test(file));
        if (named.length === 0) continue;
        const person = await Person.at(browser, app.url, "Olga Owner", {
          viewport,
          colorScheme,
          locale: language === "en" ? "en-GB" : "ko-KR",
          storageState: await owner.context.storageState(),
        });
        for (const { screen, file } of named) {
          await take(person, screen, join(folder, file));
          made += 1;
        }
        await person.close();
      }
} finally {
  await browser.close();
  await app.stop();
}
console.log(`${made} pictures in docs/screens`);

async function take(person: Person, screen: Screen, path: string): Promise<void> {
  if (screen.signedOut === true) {
    const stranger = await person.context.browser()?.newContext({
      baseURL: person.url,
      viewport: person.page.viewportSize(),
      locale: await person.page.evaluate(() => navigator.language),
      colorScheme: await person.page.evaluate(() =>
        matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
      ),
    });
    const page = await stranger?.newPage();
    await page?.goto(screen.path);
    await page?.locator("main, body").first().waitFor();
    await page?.waitForFunction(
      () => document.querySelector("[data-loading], main[aria-busy=true]") === null,
    );
    await page?.waitForTimeout(300);
    await page?.screenshot({ path, fullPage: screen.whole !== false });
    await stranger?.close();
    return;
  }
  const page = await person.open(screen.path);
  await screen.then?.(page);
  await person.settled();
  await page.screenshot({ path, fullPage: screen.whole !== false });
  await screen.after?.(page);
}
