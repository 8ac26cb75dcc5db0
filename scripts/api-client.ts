/**
 * Writes the types of the API's client from the document that the running service gives: `npm run api-client`.
 * With `--check` it only compares, and ends with 1 where they differ.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenAPI3 } from "openapi-typescript";
import { loadConfig } from "../src/platform/config/config.ts";
import { createLog } from "../src/platform/telemetry/log.ts";
import { startService } from "../src/service/app.ts";
import { clientTypes } from "./client-types.ts";

const root = join(import.meta.dirname, "..");
const target = join(root, "src/client/schema.ts");
const folder = mkdtempSync(join(tmpdir(), "sluice-client-"));

async function document(): Promise<OpenAPI3> {
  const { config } = loadConfig({
    environment: {
      SLUICE_PORT: "0",
      SLUICE_DATABASE: "embedded",
      SLUICE_DATA: folder,
      SLUICE_HOME: folder,
      SLUICE_DATASETS: `harbor=${join(root, "src/service/screening/yente/fixtures/harbor.ftm.json")}`,
      SLUICE_AUTO_UPDATE: "false",
      SLUICE_THREADS: "1",
    },
    file: null,
    flags: {},
  });
  const service = await startService({
    config,
    version: "1",
    environment: {},
    log: createLog("error", process.stderr),
    now: () => new Date(),
  });
  try {
    return (await (await fetch(`${service.address}/openapi.json`)).json()) as OpenAPI3;
  } finally {
    await service.stop();
  }
}

try {
  const written = await clientTypes(await document());
  if (!process.argv.includes("--check")) writeFileSync(target, written);
  else if (readFileSync(target, "utf8") !== written) {
    process.stderr.write("src/client/schema.ts is not what the service's routes say: npm run api-client\n");
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
