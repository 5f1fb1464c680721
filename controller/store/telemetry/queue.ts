/** First in, first out. */
export interface Queue<Item> {
  readonly size: () => number;
  push(item: Item): void;
  /** Up to `count` of the oldest, removed. */
  take(count: number): Item[];
}

/** Taking from the front costs what is taken, not what stays. */
export function createQueue<Item>(): Queue<Item> {
  let items: Item[] = [];
  let taken = 0;
  return {
    size: () => items.length - taken,
    push: (item) => {
      items.push(item);
    },
    take: (count) => {
      const front = items.slice(taken, taken + count);
      taken += front.length;
      if (taken * 2 >= items.length) {
        items = items.slice(taken);
        taken = 0;
      }
      return front;
    },
  };
}
