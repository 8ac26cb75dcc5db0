import { createHash, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../../fault.ts";
import type { Database } from "../database/database.ts";
import type { AuthTables } from "./tables.ts";

/** The library signs and encrypts with it: as many characters as 128 random bits take in any usual spelling. */
export const SECRET_CHARS_MIN = 32;

/** The secret of a data folder: made at the first start, in a file that only its owner reads. */
export function readOrMakeSecret(folder: string): string {
  const path = join(folder, "secret");
  mkdirSync(folder, { recursive: true });
  const aside = `${path}.${process.pid}.partial`;
  try {
    writeFileSync(aside, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
    // Fails where there is one: of two services that start at once, one secret wins.
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length < SECRET_CHARS_MIN) {
    throw new Fault({
      code: "data-invalid",
      file: path,
      where: "secret",
      reason: `shorter than ${SECRET_CHARS_MIN}`,
    });
  }
  return secret;
}

/**
 * Compares the program's secret with the one that this database was first used with. Throws `database-unavailable`
 * where they differ: every second factor would fail and two processes would lock each other out.
 */
export async function checkSecret(database: Pick<Database, "kysely">, secret: string): Promise<void> {
  const fingerprint = createHash("sha256").update(`sluice secret check ${secret}`).digest("hex").slice(0, 32);
  const kysely = database.kysely.withTables<AuthTables>();
  await kysely
    .insertInto("auth.secret_check")
    .values({ only_row: true, fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await kysely.selectFrom("auth.secret_check").select("fingerprint").executeTakeFirstOrThrow();
  if (row.fingerprint === fingerprint) return;
  throw new Fault({
    code: "database-unavailable",
    reason:
      "it was first used with another secret; set SLUICE_SECRET to that one (on the first machine it is the file secret in the data folder)",
  });
}
