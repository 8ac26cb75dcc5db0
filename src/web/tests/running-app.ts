import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWebApp } from "../../../scripts/build-web.ts";
import { loadConfig } from "../../platform/config/config.ts";
import { createLog } from "../../platform/telemetry/log.ts";
import { type Service, startService } from "../../service/app.ts";

/** The real service with the bundled lists and the built app, on a port and in a data folder of its own. */
export type RunningApp = {
  readonly service: Service;
  /** Where a browser reaches it: passkeys and cookies are bound to this name. */
  readonly url: string;
  /** What was logged, line by line. */
  readonly log: readonly string[];
  readonly stop: () => Promise<void>;
};

/** Builds the app where it is not built, and starts the service with these settings beside those of a test. */
export async function startApp(settings: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  await buildWebApp();
  const folder = mkdtempSync(join(tmpdir(), "sluice-app-"));
  const { config } = loadConfig({
    environment: {
      SLUICE_PORT: "0",
      SLUICE_DATA: folder,
      SLUICE_AUTO_UPDATE: "false",
      SLUICE_THREADS: "1",
      // A test machine is slow and alone: nothing is to be turned away.
      SLUICE_WAIT_MS_MAX: "60000",
      ...(process.env.SLUICE_HOME === undefined ? {} : { SLUICE_HOME: process.env.SLUICE_HOME }),
      ...settings,
    },
    file: null,
    flags: {},
  });
  const log: string[] = [];
  const service = await startService({
    config,
    version: "test",
    environment: {},
    log: createLog("warn", { write: (line) => log.push(line) }),
    now: () => new Date(),
  });
  await service.ready;
  return {
    service,
    url: service.address.replace("127.0.0.1", "localhost"),
    log,
    stop: async () => {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
