import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Routes } from "../../platform/http/routes.ts";

const require = createRequire(import.meta.url);
/** Latin and the 2,350 syllables of everyday Korean, a file for each weight. */
const FOLDER = join(dirname(require.resolve("pretendard/package.json")), "dist/web/static/woff2-subset");
const WEIGHTS = { Regular: 400, SemiBold: 600 } as const;

const fileOf = (weight: string): string => `Pretendard-${weight}.subset.woff2`;
const urlOf = (weight: string): string => `/page-fonts/${fileOf(weight)}`;

/** The faces of pages without the app, as CSS: a machine without Korean letters of its own shows them all the same. */
export const PAGE_FONT_FACES = Object.entries(WEIGHTS)
  .map(
    ([weight, number]) =>
      `@font-face{font-family:Pretendard;font-weight:${number};font-display:swap;src:url(${urlOf(weight)}) format("woff2")}`,
  )
  .join("\n");

/** Serves those faces. */
export function pageFontRoutes(): Routes {
  return (api) => {
    for (const weight of Object.keys(WEIGHTS)) {
      const face = readFileSync(join(FOLDER, fileOf(weight)));
      api.get(
        urlOf(weight),
        { schema: { hide: true }, config: { permission: "public" } },
        async (_request, reply) =>
          reply.type("font/woff2").header("cache-control", "public, max-age=2592000").send(face),
      );
    }
  };
}
