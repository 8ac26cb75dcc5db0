import type { Subject } from "../../src/engine/match/subject.ts";
import { partyKindOf } from "../../src/engine/match/target.ts";
import { fold } from "../eval/fold.ts";
import type { Party } from "../eval/parties.ts";

/** Pieces of three letters of a name's words, each with its edges marked. */
function trigramsOf(name: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of fold(name).split(/[^\p{L}\p{N}]+/u)) {
    const edged = ` ${word} `;
    for (let at = 0; word !== "" && at + 3 <= edged.length; at += 1) found.add(edged.slice(at, at + 3));
  }
  return found;
}

/**
 * A stand-in for the search that yente does before it scores: the parties of the subject's kind that share the rarest
 * pieces of three letters with its name, as many as are asked for.
 */
export function trigramCandidates(
  parties: readonly Party[],
): (subject: Subject, count: number) => readonly string[] {
  const postings = new Map<string, number[]>();
  parties.forEach(({ names }, place) => {
    for (const trigram of new Set(names.flatMap(({ text }) => [...trigramsOf(text)]))) {
      const held = postings.get(trigram);
      if (held === undefined) postings.set(trigram, [place]);
      else held.push(place);
    }
  });
  return (subject, count) => {
    const kind = partyKindOf(subject.schema);
    const votes = new Map<number, number>();
    for (const trigram of trigramsOf(subject.properties.name?.[0] ?? "")) {
      const bearers = postings.get(trigram) ?? [];
      const weight = Math.log(parties.length / Math.max(1, bearers.length));
      for (const place of bearers) {
        if (parties[place]?.kind === kind) votes.set(place, (votes.get(place) ?? 0) + weight);
      }
    }
    return [...votes]
      .sort(([one, many], [other, few]) => few - many || one - other)
      .slice(0, count)
      .flatMap(([place]) => parties[place]?.entity.id ?? []);
  };
}
