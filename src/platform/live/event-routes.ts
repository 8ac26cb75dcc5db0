import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import { Fault } from "../../fault.ts";
import type { Principal } from "../auth/permission.ts";
import { principalOf, type Routes } from "../http/routes.ts";
import {
  EVENT_KINDS,
  EVENT_PERMISSIONS,
  type EventPlace,
  INSTALLATION,
  type LiveEvent,
  placeText,
  readPlace,
} from "./event.ts";
import type { EventFeed } from "./event-feed.ts";

const STREAM_LIMITS = {
  /** A comment so often keeps proxies from closing a quiet stream. */
  heartbeatMs: 15_000,
  /** Then the client comes back, and is asked again who it is. */
  lifeMs: 30 * 60_000,
  /** A client that does not read is left behind at so many bytes; it resumes where it was. */
  unreadBytesMax: 1024 * 1024,
  perCallerMax: 10,
  kindsMax: 50,
} as const;

const Query = z.object({
  kinds: z
    .string()
    .max(1_000)
    .optional()
    .describe(`Only these, with commas: ${EVENT_KINDS.join(", ")}`),
  after: z.string().max(40).optional().describe("As Last-Event-ID, for clients that cannot send headers"),
});

/** An event as a stream tells it (docs/events.md). */
export function eventText(event: LiveEvent): string {
  const data = {
    id: event.id,
    kind: event.kind,
    subject: event.subject,
    at: event.at.toISOString(),
    everyone: event.organizationId === INSTALLATION,
    ...(event.data === null ? {} : { data: event.data }),
  };
  return `id: ${placeText(event)}\nevent: ${event.kind}\ndata: ${JSON.stringify(data)}\n\n`;
}

function afterOf(given: string | undefined): EventPlace | null {
  if (given === undefined || given === "") return null;
  const place = readPlace(given);
  if (place !== null) return place;
  throw new Fault({
    code: "input-invalid",
    file: "request",
    where: "Last-Event-ID",
    reason: "is none of ours",
  });
}

function kindsOf(given: string | undefined, principal: Principal): ReadonlySet<string> {
  const asked = given?.split(",").slice(0, STREAM_LIMITS.kindsMax);
  const unknown = asked?.find((kind) => !(EVENT_KINDS as readonly string[]).includes(kind));
  if (unknown !== undefined) {
    const reason = `there is no kind of event ${unknown.slice(0, 60)}`;
    throw new Fault({ code: "input-invalid", file: "request", where: "kinds", reason });
  }
  return new Set(
    EVENT_KINDS.filter(
      (kind) => principal.permissions.has(EVENT_PERMISSIONS[kind]) && (asked?.includes(kind) ?? true),
    ),
  );
}

class Streams {
  readonly #open = new Map<ServerResponse, string>();

  add(caller: string, response: ServerResponse): void {
    const own = [...this.#open.values()].filter((other) => other === caller).length;
    if (own >= STREAM_LIMITS.perCallerMax) {
      const allowed = STREAM_LIMITS.perCallerMax;
      throw new Fault({ code: "limit-exceeded", limit: "streamsPerCallerMax", allowed, where: "events" });
    }
    this.#open.set(response, caller);
    response.once("close", () => this.#open.delete(response));
  }

  drop(response: ServerResponse): void {
    this.#open.delete(response);
  }

  closeAll(): void {
    for (const response of this.#open.keys()) response.end();
  }
}

/** `GET /api/v1/events`: what happens in the caller's organisation, as it happens. */
export function eventRoutes({ feed }: { readonly feed: EventFeed }): Routes {
  return (api) => {
    const streams = new Streams();
    api.addHook("preClose", async () => streams.closeAll());
    api.route({
      method: "GET",
      url: "/api/v1/events",
      // A head request of a stream would never end.
      exposeHeadRoute: false,
      schema: {
        summary: "What happens, as it happens (server-sent events)",
        description:
          "Each event's `id` resumes the stream behind it, by the header Last-Event-ID. An event `reset` says that some were missed: read anew what is shown.",
        tags: ["Events"],
        querystring: Query,
      },
      config: { permission: "signed-in" },
      handler: async (request, reply) => {
        const principal = principalOf(request);
        const header = request.headers["last-event-id"];
        const after = afterOf((Array.isArray(header) ? header[0] : header) ?? request.query.after);
        const kinds = kindsOf(request.query.kinds, principal);
        await stream(reply, { feed, streams, principal, after, kinds });
      },
    });
  };
}

async function stream(
  reply: FastifyReply,
  asked: {
    readonly feed: EventFeed;
    readonly streams: Streams;
    readonly principal: Principal;
    readonly after: EventPlace | null;
    readonly kinds: ReadonlySet<string>;
  },
): Promise<void> {
  const { feed, streams, principal, after, kinds } = asked;
  const response = reply.raw;
  streams.add(`${principal.kind} ${principal.id}`, response);
  const write = (text: string): void => {
    if (response.destroyed || response.writableEnded) return;
    response.write(text);
    if (response.writableLength > STREAM_LIMITS.unreadBytesMax) response.destroy();
  };
  let begun = false;
  const early: string[] = [];
  const say = (text: string): void => {
    if (begun) write(text);
    else early.push(text);
  };
  let end: () => void;
  try {
    end = await feed.watch(
      {
        organizationId: principal.organizationId,
        onEvents: (events) =>
          say(
            events
              .filter(({ kind }) => kinds.has(kind))
              .map(eventText)
              .join(""),
          ),
        onMissed: () => say("event: reset\ndata: {}\n\n"),
      },
      after,
    );
  } catch (error) {
    streams.drop(response);
    throw error;
  }
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) response.setHeader(name, value);
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    connection: "keep-alive",
  });
  begun = true;
  write(`retry: 2000\n\n${early.join("")}`);
  const heartbeat = setInterval(() => write(": still here\n\n"), STREAM_LIMITS.heartbeatMs);
  const life = setTimeout(() => response.end(), STREAM_LIMITS.lifeMs);
  if (!response.destroyed) await once(response, "close");
  clearInterval(heartbeat);
  clearTimeout(life);
  end();
}
