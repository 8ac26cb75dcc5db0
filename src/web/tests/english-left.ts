import type { Page } from "playwright-core";

/** Words that a Korean page has in Latin letters as well: names of formats, products and units. */
const SAID_SO = /\b(?:JSON lines|Have I Been Pwned)\b/g;

/**
 * English that a Korean page shows: texts of two words in small letters or more. What somebody else wrote is none of it:
 * names and told texts (`bdi`), what is marked as English, codes, fields to write in and their choices.
 */
export async function englishLeft(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const found = new Set<string>();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const element = node.parentElement;
      if (element === null || !element.checkVisibility()) continue;
      if (element.closest("bdi, code, [lang=en], [lang^=en-], textarea, option, script, style, kbd") !== null)
        continue;
      found.add((node.textContent ?? "").replaceAll(/\s+/g, " ").trim());
    }
    return [...found];
  });
  return texts.filter((text) => /\b[a-z]{2,} [a-z]{2,}\b/.test(text.replaceAll(SAID_SO, "")));
}
