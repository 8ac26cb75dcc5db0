import type { Page } from "playwright-core";
import { WORDS } from "../words/words.ts";

/** Sentences of the app that Korean says otherwise: none of them may stand on a Korean page, also not inside another. */
const ENGLISH: readonly string[] = Object.values(WORDS)
  .filter(([english, korean]) => english !== korean && /^[A-Z][a-z]+ [a-z]/.test(english))
  .flatMap(([english]) => (english.includes("{") ? [] : [english]));

/**
 * English that a Korean page shows or says aloud, a line each: Latin words that are no data. Data is marked as such
 * (`translate="no"`, a `lang` of its own, code, what is typed), or has the form of a code: digits, capitals alone, an
 * address. Within a Korean sentence a word with a capital is a name, and what is quoted is data.
 */
export async function leftoverEnglish(page: Page): Promise<readonly string[]> {
  // A sentence of the service that is not known in Korean is shown in its own, and marked so.
  const unsaid = await page.locator("[data-unsaid]").allTextContents();
  return [
    ...unsaid.filter((text) => /\b[a-z]+ [a-z]+\b.*\.$/s.test(text)),
    ...(await page.evaluate(inPage, ENGLISH)),
  ];
}

/** Runs in the page. */
function inPage(english: readonly string[]): readonly string[] {
  const DATA = "[translate=no], [aria-hidden=true], code, kbd, samp, script, style, input, textarea";
  const isData = (element: Element): boolean =>
    element.closest(DATA) !== null || element.closest("[lang]")?.getAttribute("lang") !== "ko";
  const wordsIn = (text: string, kind: "text" | "label"): readonly string[] => {
    const isKorean = /[가-힣]/.test(text);
    const said = text
      // What is quoted, and an original title in brackets behind its Korean, is data within a sentence.
      .replaceAll(/“[^”]*”|`[^`]*`|(?<=[가-힣\d])\([A-Z]\w+ \S+ [^가-힣]*\)/g, " ");
    const words = said
      // So is how a line of goods is called.
      .replaceAll(/번 품목 .*?\(HS/g, " (HS")
      .split(/[\s·,–]+/)
      .map((word) => word.replaceAll(/^[^A-Za-z0-9@]+|[^A-Za-z0-9@]+$/g, ""))
      .filter((word) => (isKorean ? /^[a-z][A-Za-z'’-]+$/ : /^(?![A-Z-]+$)[A-Za-z][A-Za-z'’-]+$/).test(word));
    // A label cannot mark the name in it: a few small words are a part of one, many are a sentence.
    const told =
      kind === "label" && isKorean && words.filter(({ length }) => length > 2).length < 3 ? [] : words;
    return [...told, ...english.filter((one) => said.includes(one))];
  };
  const found = new Set<string>();
  const look = (element: Element, text: string, where: string): void => {
    const words = wordsIn(text, where === "text" ? "text" : "label");
    const at = `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
    if (words.length > 0)
      found.add(`${where} “${text.trim().slice(0, 160)}” has ${words.slice(0, 4).join(", ")} (${at})`);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement: element, nodeValue: text } = node;
    if (element === null || text === null || !/[A-Za-z]{2}/.test(text)) continue;
    if (element.checkVisibility() && !isData(element)) look(element, text, "text");
  }
  for (const name of ["aria-label", "title", "placeholder", "alt"])
    for (const element of document.body.querySelectorAll(`[${name}]`)) {
      const isHidden = !element.checkVisibility() || element.closest("[aria-hidden=true]") !== null;
      if (!isHidden && !isData(element.parentElement ?? element))
        look(element, element.getAttribute(name) ?? "", name);
    }
  return [...found];
}
