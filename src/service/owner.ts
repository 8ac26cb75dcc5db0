import { mkdirSync } from "node:fs";
import { Fault } from "../fault.ts";
import type { Config } from "../platform/config/settings.ts";
import { startEmbedded } from "../platform/database/embedded.ts";
import { databaseOf, dataFolderOf } from "./store.ts";

/** The database as its owner reaches it, for what only whoever runs the service may do. */
export type OwnedDatabase = {
  readonly ownerUrl: string;
  /** The data folder where the database is embedded, else null. */
  readonly folder: string | null;
  readonly close: () => Promise<void>;
};

/** Reaches the database of these settings as it is, beside a service that runs on it or not. Throws `usage` where there is none. */
export async function openOwned(config: Config, environment: NodeJS.ProcessEnv): Promise<OwnedDatabase> {
  switch (databaseOf(config)) {
    case null:
      throw new Fault({
        code: "usage",
        reason: "with these settings the service remembers nothing: there is no database (SLUICE_DATABASE)",
      });
    case "url":
      return { ownerUrl: config.databaseUrl ?? "", folder: null, close: async () => {} };
    case "embedded": {
      const folder = dataFolderOf(config, environment);
      mkdirSync(folder, { recursive: true });
      const { ownerUrl, stop } = await startEmbedded({ folder });
      return { ownerUrl, folder, close: stop };
    }
  }
}
