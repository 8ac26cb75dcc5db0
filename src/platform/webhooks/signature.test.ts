import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { newSecret, secretBox, signedHeaders } from "./signature.ts";

test("the Standard Webhooks library accepts what is signed, with either secret while two are in force", () => {
  const [old, fresh] = [newSecret(), newSecret()];
  const payload = JSON.stringify({
    type: "alert.opened",
    timestamp: "2026-11-24T10:00:00.000Z",
    data: { id: "alr_1" },
  });
  const headers = signedHeaders({ id: "evt_1", at: new Date(), payload, secrets: [fresh, old] });
  for (const secret of [old, fresh]) {
    expect(new Webhook(secret).verify(payload, { ...headers })).toMatchObject({ type: "alert.opened" });
  }
  expect(() => new Webhook(newSecret()).verify(payload, { ...headers })).toThrow();
  expect(() => new Webhook(old).verify(`${payload} `, { ...headers })).toThrow();
});

test("a sealed secret opens in its place with its key, and nowhere else", () => {
  const box = secretBox("a service's secret of enough letters");
  const sealed = box.seal("whsec_x", "whk_1");
  expect(box.open(sealed, "whk_1")).toBe("whsec_x");
  expect(() => box.open(sealed, "whk_2")).toThrow();
  expect(() => secretBox("another secret").open(sealed, "whk_1")).toThrow();
  expect(sealed.toString("latin1")).not.toContain("whsec_x");
});
