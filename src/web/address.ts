import { parseSearchWith, stringifySearchWith } from "@tanstack/react-router";

/** The text within quotation marks, as addresses of before had texts that look like numbers; throws where there are none. */
function unquoted(text: string): string {
  const held: unknown = text.startsWith('"') ? JSON.parse(text) : null;
  if (typeof held !== "string") throw new SyntaxError("no quoted text");
  return held;
}

/** The query of an address, every part of it as it was written. */
export const readSearch = parseSearchWith(unquoted);

/** An address's query as people would write it themselves: `threshold=0.58`; only what is quoted already is quoted once more. */
export const writeSearch = stringifySearchWith(JSON.stringify, unquoted);
