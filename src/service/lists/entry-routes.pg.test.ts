import { afterAll, beforeAll, expect, test } from "vitest";
import { type OwnedService, startOwnedService } from "../fixtures/owned-service.ts";

let owned: OwnedService;

beforeAll(async () => {
  owned = await startOwnedService();
}, 600_000);
afterAll(() => owned.close());

test("what changed within a list's entries comes page by page, each entry once, and an unknown list is not found", async () => {
  const url = "/api/v1/lists/un-sc/changes/entries";
  const whole = await owned.owner.ask("GET", `${url}?kind=birth&limit=200`);
  expect(whole.status, whole.text).toBe(200);
  const size = 7;
  const seen: string[] = [];
  for (let cursor: string | null = null; seen.length < 3 * size; ) {
    const more: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { json } = await owned.owner.ask("GET", `${url}?kind=birth&limit=${size}${more}`);
    expect(json.items).toHaveLength(size);
    seen.push(...json.items.map(({ entity }: { entity: string }) => entity));
    cursor = json.next;
  }
  const first = whole.json.items.slice(0, seen.length).map(({ entity }: { entity: string }) => entity);
  expect(seen).toEqual(first);
  expect(new Set(seen).size).toBe(seen.length);
  expect((await owned.owner.ask("GET", "/api/v1/lists/none/changes/entries")).status).toBe(404);
}, 600_000);
