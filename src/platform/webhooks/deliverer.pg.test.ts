import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../database/tenant.ts";
import { type TestDatabase, testDatabase } from "../database/test-database.ts";
import { type Listener, openListener } from "../live/listener.ts";
import { publish } from "../live/publish.ts";
import { addressGuard } from "./address-guard.ts";
import { Deliverer, FAILING_MS_MAX } from "./deliverer.ts";
import {
  addEndpoint,
  readDeliveries,
  readEndpoint,
  redeliver,
  rotateSecret,
  sendTest,
} from "./endpoint-store.ts";
import { DELIVERY_CHANNEL } from "./queue.ts";
import { secretBox } from "./signature.ts";

type Told = { readonly headers: IncomingHttpHeaders; readonly body: string };

let its: TestDatabase;
let listener: Listener;
let server: Server;
let address: string;
let status = 200;
let clock = new Date("2026-11-24T10:00:00Z");
const told: Told[] = [];
const box = secretBox("a service's secret of enough letters");
const deliverers: Deliverer[] = [];
let orgs = 0;

beforeAll(async () => {
  its = await testDatabase({ max: 10 });
  listener = await openListener(its.appUrl, [DELIVERY_CHANNEL]);
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += String(part);
    });
    request.on("end", () => {
      told.push({ headers: request.headers, body });
      response.writeHead(status, { location: "http://127.0.0.1:1/" }).end("thank you");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterEach(async () => {
  for (const deliverer of deliverers.splice(0)) await deliverer.stop();
  told.splice(0);
  status = 200;
});
afterAll(async () => {
  server.close();
  await listener.close();
  await its.close();
});

function deliver(allowed: readonly string[] = ["127.0.0.1"]): Deliverer {
  const deliverer = new Deliverer({
    database: its.database,
    listener,
    box,
    guard: addressGuard(allowed),
    now: () => clock,
    onError: (error) => expect.fail(String(error)),
    retryMs: [0, 0],
    timeoutMs: 2_000,
  });
  deliverers.push(deliverer);
  return deliverer;
}
const within = <T>(organizationId: string, work: Parameters<typeof inOrganization<T>>[2]) =>
  inOrganization(its.database, organizationId, work);
const add = async (kinds: readonly string[] | null = null) => {
  orgs += 1;
  const organizationId = `org_${orgs}`;
  const wanted = { organizationId, url: address, description: "", kinds, by: "usr_1", at: clock };
  const { id, secret } = await within(organizationId, (trx) => addEndpoint(trx, box, wanted));
  return { organizationId, id, secret };
};
const say = (organizationId: string, kind: "alert.opened" | "alert.closed" = "alert.opened") =>
  within(organizationId, (trx) =>
    publish(trx, { organizationId, kind, id: "alr_1", at: clock, data: { rank: 3 } }),
  );
async function until<T>(look: () => Promise<T> | T, holds: (found: T) => boolean): Promise<T> {
  for (let round = 0; round < 200; round += 1) {
    const found = await look();
    if (holds(found)) return found;
    await sleep(30);
  }
  return look();
}
const deliveriesOf = (organizationId: string, id: string) =>
  within(organizationId, (trx) => readDeliveries(trx, { organizationId, id, after: null, limit: 100 }));

test("an event is told once, signed so that the common library accepts it, and only to whom it concerns", async () => {
  deliver();
  deliver();
  const { organizationId, secret, id } = await add(["alert.opened"]);
  const other = await add();
  await say(organizationId);
  await say(organizationId, "alert.closed");
  await until(
    () => told.length,
    (count) => count > 0,
  );
  await sleep(200);
  expect(told.length).toBe(1);
  const [{ headers, body } = expect.fail()] = told;
  const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const skewed = { ...signed };
  const verified = (() => {
    const real = Date.now;
    Date.now = () => clock.getTime();
    try {
      return new Webhook(secret).verify(body, skewed);
    } finally {
      Date.now = real;
    }
  })();
  expect(verified).toEqual({
    type: "alert.opened",
    timestamp: clock.toISOString(),
    data: { id: "alr_1", rank: 3 },
  });
  expect((await deliveriesOf(organizationId, id)).map(({ state }) => state)).toEqual(["delivered"]);
  expect(await deliveriesOf(other.organizationId, other.id)).toEqual([]);
});

test("a failure is tried again up to the last attempt, and told again when asked", async () => {
  const deliverer = deliver();
  const { organizationId, id } = await add();
  status = 500;
  await say(organizationId);
  const state = async () => {
    clock = new Date(clock.getTime() + 1_000);
    deliverer.wake();
    return (await deliveriesOf(organizationId, id))[0];
  };
  const given = await until(state, (found) => found?.state === "given-up");
  expect(given).toMatchObject({ attempts: 3, lastStatus: 500, state: "given-up" });
  expect(new Set(told.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  status = 204;
  const again = { organizationId, id, deliveryId: given?.id ?? "", at: clock };
  await within(organizationId, (trx) => redeliver(trx, again));
  expect((await until(state, (found) => found?.state === "delivered"))?.state).toBe("delivered");
});

test("a redirect is not followed, and an address within is not connected to", async () => {
  deliver();
  const { organizationId, id } = await add();
  status = 302;
  await say(organizationId);
  const redirected = await until(
    async () => (await deliveriesOf(organizationId, id))[0],
    (found) => (found?.attempts ?? 0) > 0,
  );
  expect(redirected?.lastWords).toMatch(/not followed/);
  for (const deliverer of deliverers.splice(0)) await deliverer.stop();
  told.splice(0);
  const strict = deliver([]);
  const inside = await add();
  await say(inside.organizationId);
  strict.wake();
  const refused = await until(
    async () => (await deliveriesOf(inside.organizationId, inside.id))[0],
    (found) => (found?.attempts ?? 0) > 0,
  );
  expect(refused).toMatchObject({ lastStatus: null });
  expect(refused?.lastWords).toMatch(/not a public address/);
  expect(told.filter(({ body }) => body.includes(inside.id))).toEqual([]);
});

test("an address that nothing reaches for days, or that says it is gone, is told no more, and why stands there", async () => {
  const deliverer = deliver();
  const { organizationId, id } = await add();
  status = 500;
  await say(organizationId);
  const look = () => within(organizationId, (trx) => readEndpoint(trx, organizationId, id));
  // The days are counted from when the first failure stands written.
  await until(look, ({ failingSince }) => failingSince !== null);
  clock = new Date(clock.getTime() + FAILING_MS_MAX + 60_000);
  // A new message: the first one's three attempts may all be over by now.
  await say(organizationId);
  deliverer.wake();
  const disabled = await until(look, ({ disabledAt }) => disabledAt !== null);
  expect(disabled.disabledNote).toMatch(/nothing has reached it since .* status 500/);
  await expect(
    within(organizationId, (trx) => sendTest(trx, { organizationId, id, at: clock })),
  ).rejects.toThrow(/turned off/);
  const gone = await add();
  status = 410;
  await say(gone.organizationId);
  const lookGone = () =>
    within(gone.organizationId, (trx) => readEndpoint(trx, gone.organizationId, gone.id));
  expect((await until(lookGone, ({ disabledAt }) => disabledAt !== null)).disabledNote).toMatch(
    /gone \(410\)/,
  );
});

test("during a rotation both secrets sign; a test message goes to its address alone", async () => {
  const deliverer = deliver();
  const { organizationId, id, secret } = await add();
  const rotated = await within(organizationId, (trx) =>
    rotateSecret(trx, box, { organizationId, id, at: clock }),
  );
  expect(rotated.secret).not.toBe(secret);
  const signatures = async () => {
    told.splice(0);
    await within(organizationId, (trx) => sendTest(trx, { organizationId, id, at: clock }));
    deliverer.wake();
    await until(
      () => told.length,
      (count) => count > 0,
    );
    return String(told[0]?.headers["webhook-signature"]).split(" ").length;
  };
  expect(await signatures()).toBe(2);
  clock = new Date(rotated.earlierUntil.getTime() + 1);
  expect(await signatures()).toBe(1);
});
