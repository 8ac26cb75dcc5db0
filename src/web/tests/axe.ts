import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const SCRIPT = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Longer than any motion of the app. */
const SETTLE_MS = 400;

/** What axe-core finds wrong on the page by WCAG 2.2 AA and good practice, a line each; none where all is well. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Evaluated by the driver and not by the page: the content security policy stays in force.
  await page.evaluate(SCRIPT);
  return page.evaluate(async () => {
    type Axe = {
      run: (options: object) => Promise<{
        violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[];
      }>;
    };
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(" ")} (${failureSummary})`),
    );
  });
}

/** Elements that are wider than the place they have, so that something of them is cut or the page scrolls sideways. */
export async function overflowing(page: Page): Promise<readonly string[]> {
  const found = await overflowingNow(page);
  if (found.length === 0) return found;
  // What moves to its place after a change of width, as the mark of a chosen segment does, is given the time for it.
  await page.waitForTimeout(SETTLE_MS);
  return overflowingNow(page);
}

async function overflowingNow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const named = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? "").slice(0, 60)}”`;
    const { documentElement: root } = document;
    const found =
      root.scrollWidth > root.clientWidth ? [`the page: ${root.scrollWidth} > ${root.clientWidth}`] : [];
    for (const element of document.querySelectorAll("main *, header *, nav *")) {
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) continue;
      const style = getComputedStyle(element);
      if (
        style.display.startsWith("inline") ||
        // What is folded away keeps the size that it had when it was last unfolded.
        !element.checkVisibility() ||
        // Words for those who hear the page alone.
        style.clipPath === "inset(50%)" ||
        element.closest("[data-scrolls], .visually-hidden, svg") !== null
      )
        continue;
      if (style.overflowX === "visible" || style.overflowX === "hidden") found.push(named(element));
    }
    return found;
  });
}
