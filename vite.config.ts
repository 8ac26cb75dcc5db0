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

/** The first page's letters and sentences, asked for with its script and not after it; whoever reads one language may switch to the other. */
const fetchedAtOnce: Plugin = {
  name: "fetched-at-once",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /(?:_virtual_words-..-|subset\.119-).*\.(?:js|woff2)$/.test(file))
        .map((file) => ({
          tag: "link",
          injectTo: "head" as const,
          attrs: file.endsWith(".js")
            ? { rel: "modulepreload", crossorigin: true, href: `/${file}` }
            : { rel: "preload", as: "font", type: "font/woff2", crossorigin: true, href: `/${file}` },
        })),
  },
};

/** The app: source in `src/web`, built into `dist/web`, served by the service itself. */
export default defineConfig({
  root: folder,
  base: "/",
  plugins: [react(), wordsByLanguage, fetchedAtOnce],
  build: {
    outDir: join(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: { index: join(folder, "index.html"), worker: join(folder, "offline/worker.ts") },
      output: {
        // The worker answers for every address of the app, which it may only from the top of it.
        entryFileNames: ({ name }) => (name === "worker" ? "worker.js" : "assets/[name]-[hash].js"),
        codeSplitting: {
          // Half a hundred small files cost a browser more time than the bytes in them: what the first page needs is one.
          groups: [{ name: "first", test: /[\\/]src[\\/]web[\\/](main|ask[\\/]ask-page)\.tsx$/ }],
        },
      },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
});
