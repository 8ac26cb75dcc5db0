/**
 * Which nodes are in, in which group and in what order. Where a rule adds up the stakes of all listed owners there is one
 * group; where each is asked alone there is one for each, and a node may be in several.
 */
export class Members {
  readonly #all: Int32Array | null;
  readonly #each = new Map<number, Map<number, number>>();
  #count = 0;

  constructor(nodes: number, oneGroup: boolean) {
    this.#all = oneGroup ? new Int32Array(nodes) : null;
  }

  /** Nodes that are in, in any group. */
  get count(): number {
    return this.#count;
  }

  add(node: number, group: number, rank: number): void {
    if (!this.has(node)) this.#count += 1;
    if (this.#all !== null) {
      this.#all[node] = rank;
      return;
    }
    const groups = this.#each.get(node);
    if (groups === undefined) this.#each.set(node, new Map([[group, rank]]));
    else groups.set(group, rank);
  }

  remove(node: number): void {
    if (!this.has(node)) return;
    this.#count -= 1;
    if (this.#all !== null) this.#all[node] = 0;
    else this.#each.delete(node);
  }

  has(node: number): boolean {
    return this.#all === null ? this.#each.has(node) : (this.#all[node] ?? 0) > 0;
  }

  /** When the node joined the group, from 1; 0 where it is not in. */
  rank(node: number, group: number): number {
    return this.#all === null ? (this.#each.get(node)?.get(group) ?? 0) : (this.#all[node] ?? 0);
  }

  /** The groups that the node is in, in the order in which it joined them. */
  groups(node: number): readonly number[] {
    if (this.#all !== null) return (this.#all[node] ?? 0) > 0 ? [0] : [];
    return [...(this.#each.get(node)?.keys() ?? [])];
  }
}
