import { describe, expect, it } from "vitest";
import type { Entity } from "../entity/entity.ts";
import { changesBetween, entryFacts, factKindOf } from "./entry-facts.ts";

const edition = (more: Entity["properties"], others: readonly Entity[] = []): readonly Entity[] => [
  { id: "l-1", schema: "Person", properties: { name: ["Jong Song Hwa"], topics: ["sanction"], ...more } },
  { id: "l-2", schema: "Company", properties: { name: ["Yanbian Silverstar"] } },
  {
    id: "s-1",
    schema: "Sanction",
    properties: { entity: ["l-1"], program: ["DPRK4"], reason: ["Runs\n   a firm of IT workers."] },
  },
  ...others,
];
const first = (entities: readonly Entity[]): Entity => {
  const [entry] = entryFacts(entities);
  if (entry === undefined) throw new Error("a listed party");
  return entry;
};

describe("an entry's facts", () => {
  it("are its properties and what its sanctions, documents, wallets and relations state, of listed parties alone", () => {
    const entries = entryFacts(
      edition({ passportNumber: ["927220230"], notes: ["Runs a firm of IT workers."] }, [
        {
          id: "p-1",
          schema: "Passport",
          properties: { holder: ["l-1"], number: ["927220230"], country: ["kp"] },
        },
        {
          id: "p-2",
          schema: "Passport",
          properties: { holder: ["l-1"], number: ["563233344"], country: ["kp"] },
        },
        { id: "w-1", schema: "CryptoWallet", properties: { holder: ["l-1"], publicKey: ["0x1da5"] } },
        {
          id: "u-1",
          schema: "UnknownLink",
          properties: { subject: ["l-1"], object: ["l-2"], role: ["Linked To"] },
        },
      ]),
    );
    expect(entries).toEqual([
      {
        id: "l-1",
        schema: "Person",
        properties: {
          name: ["Jong Song Hwa"],
          passportNumber: ["927220230"],
          document: ["Passport 563233344 KP"],
          wallet: ["0x1da5"],
          linked: ["Yanbian Silverstar (Linked To)"],
          "sanction.program": ["DPRK4"],
          "sanction.reason": ["Runs a firm of IT workers."],
        },
      },
    ]);
  });

  it("differ by what is said, not by where a line was broken", () => {
    const older = edition({ birthDate: ["1970"], alias: ["Chong Song-hwa"] });
    const newer = [
      ...edition({ birthDate: ["1970-02-05"], alias: ["Chong Song-hwa", "Jung Sung Hwa"] }).slice(0, 2),
      {
        id: "s-1",
        schema: "Sanction",
        properties: { entity: ["l-1"], program: ["DPRK2", "DPRK4"], reason: ["Runs a firm\nof IT workers."] },
      },
    ];
    expect(changesBetween(first(older), first(newer))).toEqual([
      { kind: "alias", fact: "alias", gained: ["Jung Sung Hwa"], lost: [] },
      { kind: "birth", fact: "birthDate", gained: ["1970-02-05"], lost: ["1970"] },
      { kind: "programme", fact: "sanction.program", gained: ["DPRK2"], lost: [] },
    ]);
  });

  it.each([
    ["Person", "lastName", "name"],
    ["Person", "weakAlias", "alias"],
    ["Person", "edtf.birthDate", "birth"],
    ["Person", "nationality", "country"],
    ["Person", "passportNumber", "identifier"],
    ["Vessel", "imoNumber", "identifier"],
    ["Company", "address", "address"],
    ["Company", "website", "contact"],
    ["Company", "incorporationDate", "date"],
    ["Person", "sanction.reason", "reason"],
    ["Person", "sanction.listingDate", "date"],
    ["Person", "linked", "relation"],
    ["Person", "schema", "other"],
  ])("of a %s, %s is about its %s", (schema, fact, kind) => {
    expect(factKindOf(schema, fact)).toBe(kind);
  });
});
