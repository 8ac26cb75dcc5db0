import { expect, it } from "vitest";
import { unseenOf } from "./unseen.ts";

const OLD =
  "The newest edition held that was in force on 30 November 2026 is old for: OFAC digital currency addresses (ETH) (30 June 2026, 153 days before), OFAC SDN List (3 May 2024, 941 days before). Who was listed in between may not be seen.";

it("old lists are read out of their sentence, oldest words and brackets in their titles included", () => {
  const { old, told } = unseenOf([OLD]);
  expect(old).toEqual([
    { title: "OFAC digital currency addresses (ETH)", day: "2026-06-30", days: 153 },
    { title: "OFAC SDN List", day: "2024-05-03", days: 941 },
  ]);
  expect(told).toEqual([]);
});

it("what is not about old lists is told whole, and counted", () => {
  const none =
    "No edition of 3 May 2018 or before is held of: EU Consolidated List (oldest 26 February 2026), UK Sanctions List (oldest none). For these the answer rests on the days of listing that are stated; who stood on them then and has left since cannot be seen.";
  const background =
    "Stated from background knowledge in part, and to be confirmed in the source before it is relied on: 31 CFR 510.201.";
  const { notHeld, background: unread, told, old } = unseenOf([none, background]);
  expect({ notHeld, unread, told, old }).toEqual({
    notHeld: 2,
    unread: 1,
    told: [none, background],
    old: [],
  });
});
