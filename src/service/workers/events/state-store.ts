import {
  type AccountState,
  readState,
  type WrittenState,
  writeState,
} from "../../../engine/redflags/state/account-state.ts";
import {
  type LinkState,
  readLink,
  type WrittenLink,
  writeLink,
} from "../../../engine/redflags/state/link-state.ts";
import type { WorkersTransaction } from "../tables.ts";

/** Names in one statement: PostgreSQL takes 65,535 parameters. */
const CHUNK = 2_000;

function* chunksOf<T>(values: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < values.length; at += CHUNK) yield values.slice(at, at + CHUNK);
}

/** States of accounts that are known, by account. */
export async function loadStates(
  trx: WorkersTransaction,
  accounts: readonly string[],
): Promise<Map<string, AccountState>> {
  const states = new Map<string, AccountState>();
  for (const chunk of chunksOf(accounts)) {
    const rows = await trx
      .selectFrom("worker_states")
      .select(["account", "state"])
      .where("account", "in", [...chunk])
      .execute();
    for (const { account, state } of rows) states.set(account, readState(JSON.parse(state) as WrittenState));
  }
  return states;
}

/** Shared things that are known, by key. */
export async function loadLinks(
  trx: WorkersTransaction,
  keys: readonly string[],
  membersMin = 1,
): Promise<Map<string, LinkState>> {
  const links = new Map<string, LinkState>();
  for (const chunk of chunksOf(keys)) {
    const rows = await trx
      .selectFrom("worker_links")
      .select(["key", "state"])
      .where("key", "in", [...chunk])
      .where("members", ">=", membersMin)
      .execute();
    for (const { key, state } of rows) links.set(key, readLink(JSON.parse(state) as WrittenLink));
  }
  return links;
}

/** Writes states; they are to be judged. */
export async function saveStates(
  trx: WorkersTransaction,
  organizationId: string,
  states: readonly AccountState[],
  at: Date,
): Promise<void> {
  for (const chunk of chunksOf(states)) {
    await trx
      .insertInto("worker_states")
      .values(
        chunk.map((state) => ({
          organization_id: organizationId,
          account: state.account,
          state: JSON.stringify(writeState(state)),
          country: null,
          dirty: true,
          updated_at: at,
          judged_at: null,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(["organization_id", "account"])
          .doUpdateSet(({ ref }) => ({ state: ref("excluded.state"), dirty: true, updated_at: at })),
      )
      .execute();
  }
}

export async function saveLinks(
  trx: WorkersTransaction,
  organizationId: string,
  links: readonly LinkState[],
): Promise<void> {
  for (const chunk of chunksOf(links)) {
    await trx
      .insertInto("worker_links")
      .values(
        chunk.map((link) => ({
          organization_id: organizationId,
          key: link.key,
          state: JSON.stringify(writeLink(link)),
          members: link.members.length,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(["organization_id", "key"])
          .doUpdateSet(({ ref }) => ({ state: ref("excluded.state"), members: ref("excluded.members") })),
      )
      .execute();
  }
}
