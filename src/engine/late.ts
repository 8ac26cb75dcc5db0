const READERS = Symbol("readers");

type Readers<Late> = { readonly [Name in keyof Late]-?: () => Late[Name] };

/** Accessors by the property that they are of: the same for all objects. */
const accessors = new Map<string, PropertyDescriptor>();

function accessorOf(name: string): PropertyDescriptor {
  const held = accessors.get(name);
  if (held !== undefined) return held;
  const made = {
    enumerable: true,
    get(this: { readonly [READERS]: Readers<Record<string, unknown>> }) {
      return this[READERS][name]?.();
    },
  };
  accessors.set(name, made);
  return made;
}

/**
 * The same object with properties that are asked for each time they are read. A getter written in the object itself would
 * be a hidden class of that object's own, which V8 keeps, and with it all that the getter holds, until the whole heap is
 * collected: for what is made by the thousand a second, memory that only the long pauses give back.
 */
export function withLate<T extends object, Late extends object>(object: T, readers: Readers<Late>): T & Late {
  Object.defineProperty(object, READERS, { value: readers });
  for (const name of Object.keys(readers)) Object.defineProperty(object, name, accessorOf(name));
  return object as T & Late;
}
