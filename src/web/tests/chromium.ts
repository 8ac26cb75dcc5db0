import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where distributions put it. */
const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
] as const;

/** The browser to test in: `CHROMIUM_PATH`, else the first of the usual places; null where there is none. */
export function chromiumPath(environment: NodeJS.ProcessEnv = process.env): string | null {
  const { CHROMIUM_PATH: given } = environment;
  if (given !== undefined && given !== "") return given;
  return USUAL_PLACES.find((path) => existsSync(path)) ?? null;
}

/** True where tests without a browser must fail rather than be skipped. */
export function isBrowserRequired(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment.CI === "true" || environment.SLUICE_BROWSER === "required";
}

/** What to do where there is no browser. */
export const NO_CHROMIUM =
  "No Chromium found: tests in the browser are skipped. Install it (apt-get install chromium) or name it by CHROMIUM_PATH.";

/** Starts the browser. Throws where there is none. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error(NO_CHROMIUM);
  return chromium.launch({
    executablePath,
    // The only pages that are opened are our own, and a container gives Chromium no sandbox.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"],
  });
}
