import type { CheckReceipt } from "./check-receipt.ts";

type Party = CheckReceipt["transaction"]["parties"][number];

/** The party that a reason is about, by its place; undefined where the reason is about something else. */
export function partyAbout(about: string, parties: readonly Party[]): Party | undefined {
  return parties[Number(/^party:(\d+)$/.exec(about)?.[1] ?? 0) - 1];
}

/** The place of the person beside a party whom a reason's sentence names first; -1 where it speaks of the party itself. */
export function placeBeside({ related = [] }: Party, words: string): number {
  return related.findIndex(({ subject }) => words.startsWith(`“${subject.properties.name?.[0] ?? "–"}”, `));
}
