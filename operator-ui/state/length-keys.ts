/** What + and − say about how long something lasts, by their places: longer 1, shorter −1, neither 0. */
export function lengthOf({ code, ctrlKey, altKey, metaKey }: KeyboardEvent): -1 | 0 | 1 {
  if (ctrlKey || altKey || metaKey) return 0;
  if (code === 'Equal' || code === 'NumpadAdd') return 1;
  return code === 'Minus' || code === 'NumpadSubtract' ? -1 : 0;
}
