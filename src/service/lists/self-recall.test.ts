import { expect, it } from "vitest";
import type { Entity } from "../../engine/entity/entity.ts";
import { DEFAULT_POLICY } from "../../engine/match/policy.ts";
import { namesOf } from "../../engine/match/target.ts";
import type { Snapshot } from "../../engine/snapshot/snapshot.ts";
import { openBundledSnapshot } from "./store.ts";

type Found = { readonly id: string; readonly score: number };

/** Two names are the same where they have the same letters and digits: a hyphen or an apostrophe tells nobody apart. */
function lettersOf(name: string): string {
  const letters = name.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
  return (letters === "" ? name : letters).toLowerCase();
}

function finds(snapshot: Snapshot, entity: Entity, text: string, matches: readonly Found[]): boolean {
  const [first] = matches;
  if (first === undefined) return false;
  const own = matches.find(({ id }) => id === entity.id);
  if (own !== undefined && own.score >= first.score) return true;
  const wanted = lettersOf(text);
  return namesOf(snapshot.entity(snapshot.find(first.id))).some((name) => lettersOf(name.text) === wanted);
}

/** Names such as “PECHEGIN, Andrey I.” find the fuller name of the same person on another list first. */
const NOT_FIRST_MAX = 10;
/** Matches among which every name must find its own party. */
const FIRST = 3;

it("every name and strong alias on every bundled list finds its own party, and all but one in ten thousand find it, or one of the same name, first", async () => {
  const snapshot = await openBundledSnapshot({ bundledOnly: true });
  // One party may stand on five lists under one name: it is searched once.
  const found = new Map<string, readonly Found[]>();
  const notFirst: string[] = [];
  const lost: string[] = [];
  let names = 0;
  for (let place = 0; place < snapshot.targets; place += 1) {
    const entity = snapshot.entity(place);
    for (const { text, kind } of namesOf(entity)) {
      if (kind === "weakAlias") continue;
      names += 1;
      const key = `${entity.schema}\n${text}`;
      const matches =
        found.get(key) ??
        snapshot.index
          .match({ schema: entity.schema, properties: { name: [text] } }, DEFAULT_POLICY)
          .map(({ id, score }) => ({ id, score }));
      found.set(key, matches);
      if (finds(snapshot, entity, text, matches)) continue;
      notFirst.push(`${entity.id} ${text} → ${matches[0]?.id ?? "nobody"}`);
      if (!matches.slice(0, FIRST).some(({ id }) => id === entity.id)) lost.push(`${entity.id} ${text}`);
    }
  }
  expect(lost).toEqual([]);
  expect(notFirst.length, notFirst.join("; ")).toBeLessThanOrEqual(NOT_FIRST_MAX);
  expect(names).toBeGreaterThan(100_000);
}, 240_000);
