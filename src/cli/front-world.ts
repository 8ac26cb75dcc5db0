import { DEFAULT_POLICY } from "../engine/match/policy.ts";
import { listedFacts } from "../engine/network/fronts/listed-facts.ts";
import type { FrontWorld } from "../engine/network/fronts/nearest-listed.ts";
import type { RecordBook } from "../engine/network/fronts/record-book.ts";
import { screen } from "../engine/screen.ts";
import type { Snapshot } from "../engine/snapshot/snapshot.ts";

/** Records among the lists at hand, screened by the default policy: where fronts are looked for. */
export function frontWorld(snapshot: Snapshot, book: RecordBook): FrontWorld {
  return {
    snapshot,
    lists: DEFAULT_POLICY.lists,
    screen: (party, on) => screen(snapshot, party, DEFAULT_POLICY, on),
    listed: listedFacts(snapshot),
    book,
  };
}
