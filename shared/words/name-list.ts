import { said, type Said } from '../said.ts';

const formats = { en: new Intl.ListFormat('en-GB'), ru: new Intl.ListFormat('ru') } as const;

/** Several things in one row of a sentence, the last after “and”. Browsers know no Kazakh lists. */
export function listOf(items: readonly string[], language: keyof Said): string {
  if (language !== 'kk') return formats[language].format(items);
  const [last = '', ...others] = items.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} және ${last}`;
}

export function saidList(items: readonly Said[]): Said {
  const of = (language: keyof Said): string =>
    listOf(
      items.map((item) => item[language]),
      language,
    );
  return said(of('en'), of('ru'), of('kk'));
}
