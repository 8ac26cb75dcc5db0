/** A column of unsigned integers that grows: four bytes each, where an array of numbers would take eight and more. */
export class Column {
  #values = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Uint32Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The values pushed so far, as a view that is good until the next push. */
  values(): Uint32Array {
    return this.#values.subarray(0, this.#length);
  }
}
