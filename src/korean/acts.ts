/** Where in an act a measure stands. */
type Place = { readonly instrument: string; readonly paragraph: string };

/** `UNSCR 2397 (2017), paragraph 7` as 안보리 결의 2397호(2017) 7항. */
export const sayAct = (words: string): string =>
  words
    .replaceAll(/UNSCR (\d+) \((\d+)\)/g, "안보리 결의 $1호($2)")
    .replace(/, paragraph (\S+)/g, " $1항")
    .replace(/, lists extended by UNSCR ([\d, ]+) and (\d+)/, "(결의 $1, $2호로 확대된 목록)");

/**
 * An act with the place in it, as it is cited on every page, in every document and by every command: resolutions have
 * paragraphs (`UNSCR 2397 (2017), paragraph 7`), regulations their own numbers (`US North Korea Sanctions Regulations, 31 CFR, 510.201`).
 */
export function actIn(language: "en" | "ko", { instrument, paragraph }: Place): string {
  const place =
    instrument.startsWith("UNSCR") && /^\d/.test(paragraph) ? `paragraph ${paragraph}` : paragraph;
  const act = place === "" ? instrument : `${instrument}, ${place}`;
  return language === "ko" ? sayAct(act) : act;
}
