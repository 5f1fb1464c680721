import type { z } from 'zod';
import { sceneType } from '#shared/scenes/registry.ts';
import { Scene, Show } from '#shared/scene.ts';
import type { Content } from '#shared/drafts.ts';
import type { ContentWords } from '../../words/content-words.ts';

/** What is wrong with a document, in words, by the path of the field. */
export type Wrongs = ReadonlyMap<string, string>;

/** Checked with the schemas that the hall checks with. */
export function wrongsOf(content: Content, words: ContentWords): Wrongs {
  const wrongs = new Map<string, string>();
  const add = (issues: readonly z.core.$ZodIssue[], prefix: readonly string[]): void => {
    for (const issue of issues) {
      const path = [...prefix, ...issue.path.map(String)].join('.');
      if (!wrongs.has(path)) wrongs.set(path, issueWords(issue, words));
    }
  };
  if (content.kind === 'show') add(Show.safeParse(content.body).error?.issues ?? [], []);
  else {
    add(Scene.safeParse(content.body).error?.issues ?? [], []);
    const params = sceneType(content.body.type)?.params.safeParse(content.body.params);
    add(params?.error?.issues ?? [], ['params']);
  }
  return wrongs;
}

/** What is wrong at this field, or in a language of it. */
export function wrongAt(wrongs: Wrongs, path: string): string {
  for (const [at, words] of wrongs) if (at === path || at.startsWith(`${path}.`)) return words;
  return '';
}

/** Times are kept in ms and written in seconds. */
const unitOf = ({ path }: z.core.$ZodIssue): number => (String(path.at(-1)).endsWith('Ms') ? 1000 : 1);

export function issueWords(issue: z.core.$ZodIssue, { wrong }: ContentWords): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrong.needed;
    case 'too_small':
      if (issue.origin === 'string') return wrong.needed;
      if (issue.origin === 'array') return wrong.fewest(Number(issue.minimum));
      return wrong.least(Number(issue.minimum) / unitOf(issue));
    case 'too_big':
      if (issue.origin === 'string') return wrong.longest(Number(issue.maximum));
      if (issue.origin === 'array') return wrong.mostOf(Number(issue.maximum));
      return wrong.most(Number(issue.maximum) / unitOf(issue));
    case 'invalid_value':
      return wrong.choose;
    case 'invalid_format':
      return wrong.form;
    case 'custom': {
      const most = /at most (\d+) characters/.exec(issue.message)?.[1];
      if (most !== undefined) return wrong.longest(Number(most));
      return issue.message === 'at least one language' ? wrong.needed : issue.message;
    }
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return issue.message;
  }
}
