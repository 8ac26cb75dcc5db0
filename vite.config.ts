import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const folder = join(import.meta.dirname, "src/web");

/** The app: source in `src/web`, built into `dist/web`, served by the service itself. */
export default defineConfig({
  root: folder,
  base: "/",
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
});
