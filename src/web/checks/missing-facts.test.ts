import { expect, it } from "vitest";
import type { Finding } from "../api/shapes.ts";
import { missingFacts } from "./missing-facts.ts";

const finding = (words: string, effect: Finding["effect"] = "refers"): Finding => ({
  finding: "party-may-be-listed",
  effect,
  about: "party:1",
  words,
  citations: [],
  evidence: [],
  wouldChange: [],
  step: "screen",
});

const transaction = {
  kind: "payment",
  purpose: "",
  parties: [
    {
      role: "payee",
      schema: "Company",
      properties: { name: ["Bright Harbor"], country: ["cn"] },
      related: [
        { relation: "director", subject: { schema: "Person", properties: { name: ["Chong Song-hwa"] } } },
      ],
    },
  ],
  goods: [],
  from: null,
  to: null,
  funds: null,
  jurisdictions: [],
} as const;

it("a party that may be listed lacks what it did not state, and the person beside it what that one did not", () => {
  expect(
    missingFacts(
      [
        finding("Payee “Bright Harbor” may be A (x)."),
        finding("“Chong Song-hwa”, director of “Bright Harbor”, may be B (x)."),
      ],
      transaction,
    ),
  ).toEqual([
    { name: "Bright Harbor", facts: ["id"] },
    { name: "Chong Song-hwa", facts: ["birth", "country", "id"] },
  ]);
});

it("whoever is told to be clear, or certain, lacks nothing", () => {
  expect(missingFacts([finding("Payee “Bright Harbor” is A (x).", "prohibits")], transaction)).toEqual([]);
});
