import { numberIn } from "../../../core/src/data-profile/profile-column.js";

const firstRoom = 1024;

/** The cells of one column: eight bytes for a number; each word is held once. */
export class CellColumn {
  #numbers = new Float64Array(firstRoom);
  /** By row: 0 for a number, else the word's place in `#words`, from 1. Only where there is a word. */
  #words: Uint32Array | undefined;
  readonly #texts: string[] = [];
  readonly #places = new Map<string, number>();
  #count = 0;

  add(cell: string): void {
    const row = this.#count++;
    if (row === this.#numbers.length) this.#grow();
    const value = numberIn(cell);
    if (value !== undefined) {
      this.#numbers[row] = value;
      return;
    }
    this.#words ??= new Uint32Array(this.#numbers.length);
    this.#words[row] = this.#placeOf(cell);
  }

  /** `undefined` where the cell is no number. */
  number(row: number): number | undefined {
    return this.#wordAt(row) === undefined ? this.#numbers[row] : undefined;
  }

  text(row: number): string {
    return this.#wordAt(row) ?? String(this.#numbers[row] ?? "");
  }

  #wordAt(row: number): string | undefined {
    const place = this.#words?.[row] ?? 0;
    return place === 0 ? undefined : this.#texts[place - 1];
  }

  #placeOf(cell: string): number {
    const known = this.#places.get(cell);
    if (known !== undefined) return known;
    const place = this.#texts.push(cell);
    this.#places.set(cell, place);
    return place;
  }

  #grow(): void {
    const numbers = new Float64Array(2 * this.#numbers.length);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    if (!this.#words) return;
    const words = new Uint32Array(numbers.length);
    words.set(this.#words);
    this.#words = words;
  }
}
