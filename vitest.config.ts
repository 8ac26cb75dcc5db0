import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // What is waited for comes, on a machine that does other work as well later than on an idle one.
    expect: { poll: { timeout: 30_000 } },
    // Two workers: each may hold a whole snapshot, and the smallest machine that we promise has two cores.
    maxWorkers: 2,
    globalSetup: ["src/platform/database/test-server.ts"],
    // Tests compile the bundled editions once and never see what a user's updates fetched.
    env: { SLUICE_HOME: join(import.meta.dirname, ".cache/sluice") },
    reporters: ["default", ["json", { outputFile: ".cache/test-report.json" }]],
    projects: [
      {
        extends: true,
        test: {
          name: "embedded",
          exclude: [...configDefaults.exclude, "src/**/*.url.test.ts"],
          include: [
            "src/**/*.test.ts",
            "examples/**/*.test.ts",
            "scripts/**/*.test.ts",
            "bench/**/*.test.ts",
          ],
        },
      },
      {
        // What depends on the server itself, once more on one that is given by its address.
        extends: true,
        test: {
          name: "by address",
          include: [
            "src/**/*.url.test.ts",
            "src/platform/{database/{tenant,migrate},receipts/append,jobs/jobs,live/publish}.pg.test.ts",
          ],
          globalSetup: ["src/platform/database/test-url-server.ts"],
        },
      },
    ],
  },
});
