import { expect, it } from "vitest";
import type { Entity, Properties } from "../entity/entity.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { buildContactIndex } from "./contact-index.ts";

const listed: Entity = {
  id: "xx-1",
  schema: "Company",
  properties: {
    phone: ["+86 433 2 900 111"],
    email: ["Info@Front.example"],
    website: ["http://www.front.example/"],
  },
};
const index = buildContactIndex({ targets: 1, entity: () => listed } as unknown as Snapshot);
const facts = (properties: Properties) => index.sharing({ properties }).map(({ contact }) => contact.kind);

it("finds a listed party by what reaches it, however it is written", () => {
  expect(facts({ phone: ["0086-433-2900111"] })).toEqual(["phone"]);
  expect(facts({ email: [" info@front.example"] })).toEqual(["email"]);
  expect(facts({ website: ["https://FRONT.example"] })).toEqual(["website"]);
});

it("takes an extension, another mailbox or another site for nothing", () => {
  expect(facts({ phone: ["111"], email: ["sales@front.example"], website: ["shop.front.example"] })).toEqual(
    [],
  );
  expect(facts({ phone: [""], email: ["front.example"], website: ["no site"] })).toEqual([]);
});
