import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "examples/**/*.test.ts", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // Two workers: each may hold a whole snapshot, and the smallest machine that we promise has two cores.
    maxWorkers: 2,
    globalSetup: ["src/platform/database/test-server.ts"],
    // Tests compile the bundled editions once and never see what a user's updates fetched.
    env: { SLUICE_HOME: join(import.meta.dirname, ".cache/sluice") },
    reporters: ["default", ["json", { outputFile: ".cache/test-report.json" }]],
  },
});
