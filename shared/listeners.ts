/** Those who are to be told of something, such as the consoles of what has changed in the hall. */
export interface Listeners<News> {
  /** Returns its stop. */
  add(listener: (news: News) => void): () => void;
  tell(news: News): void;
  isEmpty(): boolean;
}

export function createListeners<News>(): Listeners<News> {
  const listeners = new Set<(news: News) => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(news) {
      for (const listener of listeners) listener(news);
    },
    isEmpty: () => listeners.size === 0,
  };
}
