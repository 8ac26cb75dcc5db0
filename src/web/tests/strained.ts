import type { Page } from "playwright-core";
import { overflowing } from "./axe.ts";

/** The least width that WCAG 2.2 asks of a page, and what 200 % zoom leaves of a screen of 1440. */
const WIDTHS = [320, 720] as const;
/** Other languages say the same with more letters. */
const LONGER_BY = 0.4;

/** What is cut or unseen on the page in a narrow window, at 200 % zoom, with longer words, and in colors that the system forces. */
export async function strained(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  const look = async (how: string): Promise<void> => {
    found.push(...(await overflowing(page)).map((words) => `${how}: ${words}`));
  };
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 8_000 });
    await look(`${width} px`);
  }
  await page.emulateMedia({ forcedColors: "active" });
  found.push(...(await unseen(page)).map((words) => `forced colors: ${words}`));
  await page.emulateMedia({ forcedColors: null });
  await page.evaluate(lengthen, LONGER_BY);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 8_000 });
    await look(`longer words at ${width} px`);
  }
  if (before !== null) await page.setViewportSize(before);
  return found;
}

/** Signs and buttons that have the color of what is behind them. */
async function unseen(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const ground = (element: Element | null): string => {
      for (let at = element; at !== null; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (backgroundColor !== "rgba(0, 0, 0, 0)") return backgroundColor;
      }
      return "";
    };
    const found: string[] = [];
    for (const element of document.querySelectorAll("main svg, main button, main a, header button, nav a")) {
      if (
        element.getClientRects().length === 0 ||
        element.closest(".visually-hidden, [aria-hidden=true] svg") !== null
      )
        continue;
      if (getComputedStyle(element).color === ground(element))
        found.push(
          `${element.tagName.toLowerCase()} “${(element.textContent ?? "").slice(0, 40)}” has the color of its ground`,
        );
    }
    return found;
  });
}

/** Lengthens whatever the app itself says; names, codes and sources stay as they are. Runs in the page. */
function lengthen(by: number): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const { parentElement: parent, data } = text;
    if (
      parent === null ||
      !/\p{L}{2}/u.test(data) ||
      parent.closest("bdi, code, kbd, svg, script, style") !== null
    )
      continue;
    const more = data.trim().slice(0, Math.ceil(data.trim().length * by));
    text.data = /\s/.test(data.trim()) ? `${data.trimEnd()} ${more}` : `${data.trimEnd()}${more}`;
  }
}
