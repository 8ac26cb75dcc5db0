import type { Properties } from "../entity/entity.ts";
import { valuesOf } from "../entity/entity.ts";
import type { EntityIndex, Snapshot } from "../snapshot/snapshot.ts";

/** A way to reach a party that two parties rarely share by chance. */
export type Contact = {
  readonly kind: "phone" | "email" | "website";
  readonly key: string;
  readonly raw: string;
};

/** A listed party with the same contact. */
export type SharedContact = {
  readonly target: EntityIndex;
  readonly contact: Contact;
  readonly asked: string;
};

/** Finds listed parties by their telephone numbers, e-mail addresses and web sites. */
export type ContactIndex = {
  readonly sharing: (party: { readonly properties: Properties }) => readonly SharedContact[];
};

/** Fewer digits are an extension or a short code. */
const PHONE_DIGITS_MIN = 7;

const READERS: Readonly<Record<Contact["kind"], (raw: string) => string | null>> = {
  phone: (raw) => {
    const digits = raw.replace(/\D/g, "").replace(/^00/, "");
    return digits.length < PHONE_DIGITS_MIN ? null : digits;
  },
  email: (raw) => {
    const text = raw.trim().toLowerCase();
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : null;
  },
  website: (raw) => {
    const text = raw
      .trim()
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, "")
      .replace(/^www\./, "");
    const bare = text.replace(/[?#].*$/, "").replace(/\/+$/, "");
    return /^[^\s/]+\.[^\s/]{2,}/.test(bare) ? bare : null;
  },
};
const KINDS = ["phone", "email", "website"] as const;

/** The telephone numbers, e-mail addresses and web sites that a party states, in the form to compare. */
export function contactsOf(party: { readonly properties: Properties }): readonly Contact[] {
  return KINDS.flatMap((kind) =>
    valuesOf(party, kind).flatMap((raw) => {
      const key = READERS[kind](raw);
      return key === null ? [] : [{ kind, key: `${kind}:${key}`, raw }];
    }),
  );
}

/** Reads all contacts of the listed parties once. */
export function buildContactIndex(snapshot: Snapshot): ContactIndex {
  const byKey = new Map<string, { readonly target: EntityIndex; readonly contact: Contact }[]>();
  for (let target = 0; target < snapshot.targets; target++) {
    for (const contact of contactsOf(snapshot.entity(target))) {
      const known = byKey.get(contact.key);
      if (known === undefined) byKey.set(contact.key, [{ target, contact }]);
      else known.push({ target, contact });
    }
  }
  return {
    sharing: (party) =>
      contactsOf(party).flatMap(({ key, raw }) =>
        (byKey.get(key) ?? []).map((shared) => ({ ...shared, asked: raw })),
      ),
  };
}
