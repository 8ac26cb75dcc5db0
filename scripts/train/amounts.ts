import type { Amounts } from "./subjects.ts";

/** What the committed model is trained on. */
export const FULL_AMOUNTS: Amounts = {
  person: { listed: 18_000, clean: 22_000, foreign: 16_000, mixed: 10_000, hard: 14_000 },
  hebrew: { listed: 3_000, clean: 2_000, foreign: 1_000, mixed: 1_000, hard: 2_000 },
  organization: { listed: 18_000, clean: 10_000, hard: 6_000, swapped: 16_000 },
};

/** The same mix, so many times as large. */
export function scaled(amounts: Amounts, scale: number): Amounts {
  const times = (own: Amounts["person"]): Amounts["person"] =>
    Object.fromEntries(Object.entries(own).map(([made, count]) => [made, Math.ceil(count * scale)]));
  return {
    person: times(amounts.person),
    hebrew: times(amounts.hebrew),
    organization: times(amounts.organization),
  };
}
