import { expect, it } from "vitest";
import { KEY_PERMISSIONS } from "../../platform/auth/permission.ts";
import { EVENT_KINDS } from "../../platform/live/event.ts";
import { KEY_PURPOSES, purposeOf, purposesWithin, SCOPE_GROUPS } from "../settings/key-scopes.ts";
import { KINDS } from "../settings/webhook-kinds.ts";
import { WORDS } from "../words/words.ts";

const sorted = (names: readonly string[]): readonly string[] => [...names].sort();

it("everything that a key can be given stands in one group, and has words", () => {
  expect(sorted(Object.values(SCOPE_GROUPS).flat())).toEqual(sorted(KEY_PERMISSIONS));
  expect(KEY_PERMISSIONS.filter((scope) => !(`may.${scope}` in WORDS))).toEqual([]);
});

it("every kind of event can be chosen for an address, and has words", () => {
  expect(sorted(KINDS)).toEqual(sorted(EVENT_KINDS));
  expect(EVENT_KINDS.filter((kind) => !(`told.${kind}` in WORDS))).toEqual([]);
});

it("a key's purpose is offered to whoever may give away all of it, and known again by what the key may do", () => {
  const purposes = Object.keys(KEY_PURPOSES);
  expect(purposesWithin(KEY_PERMISSIONS)).toEqual(purposes);
  expect(purposesWithin(["checks.create", "checks.read", "lists.read"])).toEqual(["gate"]);
  for (const [purpose, scopes] of Object.entries(KEY_PURPOSES))
    expect(purposeOf([...scopes].reverse())).toBe(purpose);
  expect(purposeOf(["checks.create"])).toBe(null);
});
