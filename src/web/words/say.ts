/**
 * A sentence with its values: `{name}` is replaced by the value of that name, and `{name:day|days}` by the value with
 * the word that goes with it: the first for one, the second for all others. What has no value stays as it is.
 */
export function say(sentence: string, values: Readonly<Record<string, string>> = {}): string {
  return sentence.replace(
    /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one: string | undefined, many: string | undefined) => {
      const value = values[name];
      if (value === undefined) return whole;
      return one === undefined ? value : `${value} ${value === "1" ? one : many}`;
    },
  );
}
