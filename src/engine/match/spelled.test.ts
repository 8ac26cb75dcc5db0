import { expect, it } from "vitest";
import { indexOf } from "../../../bench/eval/built-index.ts";

const LISTED = [
  "Kim Gyeong-tae",
  "Kim Tae-kyeong",
  "Tae Kyung Kim",
  "Cao Biao",
  "Park Keun-hae",
  "Park Keun-hye",
];

const index = indexOf(
  LISTED.map((text) => ({
    schema: "Person",
    names: [{ text, kind: "name" as const }],
    identifiers: [],
    birthDates: [],
    countries: [],
    genders: [],
  })),
  (place) => ({ id: String(place), schema: "Person", properties: { name: [LISTED[place] ?? ""] } }),
);

function found(name: string): readonly (string | undefined)[] {
  const policy = { name: "test", threshold: 0, limit: 5, lists: null };
  return index
    .match({ schema: "Person", properties: { name: [name] } }, policy)
    .map(({ id }) => LISTED[Number(id)]);
}

it("holds syllables of a given name in another order for another name, wherever the family name stands", () => {
  const names = found("김태경");
  expect(new Set(names.slice(0, 2))).toEqual(new Set(["Kim Tae-kyeong", "Tae Kyung Kim"]));
  expect(names.indexOf("Kim Gyeong-tae")).toBeGreaterThan(1);
});

it("puts the likelier spelling of a syllable first", () => {
  expect(found("박근혜")[0]).toBe("Park Keun-hye");
});

it("finds a Chinese person by the Korean sound of the characters", () => {
  expect(found("조표")[0]).toBe("Cao Biao");
});

it("explains the same sum that it ranks by", () => {
  const policy = { name: "test", threshold: 0, limit: 5, lists: null };
  for (const { score, features } of index.match(
    { schema: "Person", properties: { name: ["김태경"] } },
    policy,
  )) {
    const sum = features.reduce((total, { weight }) => total + weight, 0);
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(score, 3);
  }
});
