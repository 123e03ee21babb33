/** Numbers filed under 32-bit hashes, in flat arrays: plain data that can be stored as it is. */
export interface HashIndex {
  /** Number of buckets less one; a power of two less one. */
  mask: number;
  /** Where each bucket starts in `hashes` and `values`. */
  starts: Uint32Array;
  hashes: Uint32Array;
  values: Uint32Array;
}

/** Grows as it is filled; sorted once at the end. */
export class HashIndexBuilder {
  #hashes = new Uint32Array(1024);
  #values = new Uint32Array(1024);
  #size = 0;

  add(hash: number, value: number): void {
    if (this.#size === this.#hashes.length) {
      const hashes = new Uint32Array(this.#size * 2);
      const values = new Uint32Array(this.#size * 2);
      hashes.set(this.#hashes);
      values.set(this.#values);
      this.#hashes = hashes;
      this.#values = values;
    }
    this.#hashes[this.#size] = hash;
    this.#values[this.#size] = value;
    this.#size += 1;
  }

  build(): HashIndex {
    const size = this.#size;
    let buckets = 1;
    while (buckets < size) buckets *= 2;
    const mask = buckets - 1;
    const starts = new Uint32Array(buckets + 1);
    for (let i = 0; i < size; i += 1) starts[(this.#hashes[i]! & mask) + 1]! += 1;
    for (let b = 0; b < buckets; b += 1) starts[b + 1]! += starts[b]!;
    const next = starts.slice(0, buckets);
    const hashes = new Uint32Array(size);
    const values = new Uint32Array(size);
    for (let i = 0; i < size; i += 1) {
      const hash = this.#hashes[i]!;
      const at = next[hash & mask]!;
      next[hash & mask] = at + 1;
      hashes[at] = hash;
      values[at] = this.#values[i]!;
    }
    return { mask, starts, hashes, values };
  }
}

/** Call `found` with every value filed under `hash`. */
export const lookUp = (index: HashIndex, hash: number, found: (value: number) => void): void => {
  const bucket = hash & index.mask;
  const end = index.starts[bucket + 1]!;
  for (let i = index.starts[bucket]!; i < end; i += 1) {
    if (index.hashes[i] === hash) found(index.values[i]!);
  }
};
