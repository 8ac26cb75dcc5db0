/** Letters that two words share in order, as a share of the longer: a slip leaves most. */
export function likeness(one: string, other: string): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const letter of one) {
    const next = [0];
    for (let at = 0; at < other.length; at += 1)
      next.push(letter === other[at] ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return (row[other.length] ?? 0) / Math.max(one.length, other.length);
}
