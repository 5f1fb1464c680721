const rules = new Intl.PluralRules('ru');

/** The form of a word that goes with the number: `1 экран`, `3 экрана`, `12 экранов`. */
export function counted(n: number, one: string, few: string, many: string): string {
  const form = rules.select(n);
  return `${n} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

export const screensRu = (n: number): string => counted(n, 'экран', 'экрана', 'экранов');
