import { z } from "zod";
import { EVENT_SCHEMAS, type EventKind } from "./event.ts";

type Shape = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
};

function pathsOf(name: string, { items, type }: Shape): readonly string[] {
  if (type !== "array") return [name];
  const members = Object.keys(items?.properties ?? {});
  return members.length === 0 ? [`${name}[]`] : members.map((member) => `${name}[].${member}`);
}

/** What a table's column can be in an event of a kind, as a mapping names it: `ip`, `names[]`, `payoutAccounts[].holder`. */
export function eventMembers(kind: EventKind): readonly string[] {
  const { properties = {} } = z.toJSONSchema(EVENT_SCHEMAS[kind]) as Shape;
  return Object.entries(properties).flatMap(([name, shape]) => (name === "kind" ? [] : pathsOf(name, shape)));
}
