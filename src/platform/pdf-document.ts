import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import pdfmake from "pdfmake";

const require = createRequire(import.meta.url);
const FONTS = join(dirname(require.resolve("pretendard/package.json")), "dist/public/static/alternative");

/** Colors of what is printed. */
export const INK = { text: "#1b1f24", muted: "#545c66", line: "#d5dae0", missing: "#b42318" } as const;

/** A PDF of this content with its fonts in it: Latin, Hangul and what Pretendard has. The same content gives the same pages. */
export function renderPdf(definition: object): Promise<Buffer> {
  const font = (weight: string) => join(FONTS, `Pretendard-${weight}.ttf`);
  pdfmake.setFonts({
    Pretendard: {
      normal: font("Regular"),
      bold: font("SemiBold"),
      italics: font("Regular"),
      bolditalics: font("SemiBold"),
    },
  });
  // Nothing but these fonts is read, whatever a field says.
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS));
  pdfmake.setUrlAccessPolicy(() => false);
  return pdfmake.createPdf(definition).getBuffer();
}
