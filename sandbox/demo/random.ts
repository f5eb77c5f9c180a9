import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Repeatable random choices: the same seed gives the same ones on every machine. */
export interface Random {
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** A new list in another order. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** @param seed a whole number, 0 to 4,294,967,295 */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const whole = (low: number, high: number) => uniformInt(generator, low, high);
  return {
    whole,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)];
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
    shuffled: (items) =>
      items
        .map((item) => ({ item, place: whole(0, 0x7fffffff) }))
        .sort((one, other) => one.place - other.place)
        .map(({ item }) => item),
  };
}
