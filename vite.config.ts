import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { LANGUAGES, WORDS } from "./src/web/words/words.ts";

const folder = join(import.meta.dirname, "src/web");

/** `virtual:words-en` and `virtual:words-ko`, the sentences of one language each: a page waits for no language but its reader's. */
const wordsByLanguage: Plugin = {
  name: "words-by-language",
  resolveId: (id) => (LANGUAGES.some((language) => id === `virtual:words-${language}`) ? `\0${id}` : null),
  load(id) {
    const at = LANGUAGES.findIndex((language) => id === `\0virtual:words-${language}`);
    if (at < 0) return null;
    return `export default ${JSON.stringify(Object.fromEntries(Object.entries(WORDS).map(([key, texts]) => [key, texts[at]])))}`;
  },
};

/** The app: source in `src/web`, built into `dist/web`, served by the service itself. */
export default defineConfig({
  root: folder,
  base: "/",
  plugins: [react(), wordsByLanguage],
  build: {
    outDir: join(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
});
