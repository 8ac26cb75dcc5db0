import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { assert } from "../../fault.ts";
import { connectionOf } from "../database/database.ts";

/** What is called on a notification; null after a reconnection, when any may have been missed. */
export type Heard = (payload: string | null) => void;

/** One connection that listens, for a whole process. */
export type Listener = {
  /** Calls back on each notification of the channel until the returned function is called. */
  readonly listen: (channel: string, heard: Heard) => () => void;
  readonly isConnected: () => boolean;
  readonly close: () => Promise<void>;
};

const RECONNECT_MS_MIN = 200;
const RECONNECT_MS_MAX = 10_000;
/** A connection that died in silence is noticed by a query that gets no answer. */
const CHECK_MS = 15_000;
const CHECK_ANSWER_MS_MAX = 5_000;

const CHANNEL = /^[a-z_]{1,40}$/;

/**
 * Opens the connection and keeps it open: one that breaks is opened again, with growing pauses, and everyone who listens
 * is then called with null. Throws where the first connection fails.
 */
export async function openListener(
  url: string,
  channels: readonly string[],
  onError: (error: unknown) => void = () => undefined,
): Promise<Listener> {
  const listeners = new Map<string, Set<Heard>>(channels.map((channel) => [channel, new Set()]));
  const closing = new AbortController();
  let client: pg.Client | null = null;

  const connect = async (): Promise<pg.Client> => {
    const next = new pg.Client({ ...connectionOf(url), query_timeout: CHECK_ANSWER_MS_MAX });
    next.on("error", () => undefined);
    next.on("notification", ({ channel, payload }) => {
      for (const heard of listeners.get(channel) ?? []) heard(payload ?? "");
    });
    try {
      await next.connect();
      for (const channel of listeners.keys()) {
        assert(CHANNEL.test(channel), "a channel's name needs no quotes");
        await next.query(`listen ${channel}`);
      }
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    return next;
  };

  const untilLost = async (open: pg.Client): Promise<void> => {
    const ended = new Promise<void>((resolve) => open.once("end", resolve));
    while (!closing.signal.aborted) {
      const wait = sleep(CHECK_MS, true, { signal: closing.signal }).catch(() => false);
      if ((await Promise.race([ended, wait])) !== true) return;
      await open.query("select 1");
    }
  };

  const keep = async (): Promise<void> => {
    let pause = RECONNECT_MS_MIN;
    while (!closing.signal.aborted) {
      if (client === null) {
        await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined);
        pause = Math.min(RECONNECT_MS_MAX, pause * 2);
      }
      if (closing.signal.aborted) return;
      try {
        if (client === null) {
          client = await connect();
          pause = RECONNECT_MS_MIN;
          for (const group of listeners.values()) for (const heard of group) heard(null);
        }
        await untilLost(client);
      } catch (error) {
        if (!closing.signal.aborted) onError(error);
      }
      const lost = client;
      client = null;
      await lost?.end().catch(() => undefined);
    }
  };

  client = await connect();
  const kept = keep();
  return {
    listen: (channel, heard) => {
      const group = listeners.get(channel);
      assert(group !== undefined, `the channel ${channel} is listened to from the start`);
      group.add(heard);
      return () => group.delete(heard);
    },
    isConnected: () => client !== null,
    close: async () => {
      closing.abort();
      await kept;
      await client?.end().catch(() => undefined);
    },
  };
}
