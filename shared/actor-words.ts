import { asIs, said, type Said } from './said.ts';

/**
 * Whoever acted, by the name that the journal keeps: a person's own, or what stands for a key, a screen or the hall.
 * `screenOf` is what people call a screen, after the word for it.
 */
export function actorWords(name: string, screenOf: (id: string) => Said = asIs): Said {
  if (name === 'the hall') return said(name, 'зал', 'зал');
  if (name === 'a stranger') return said(name, 'посторонний', 'бөтен адам');
  const [, kind = '', of = ''] = /^(key|screen|a guide, for) (.+)$/s.exec(name) ?? [];
  if (kind === 'key') return said(name, `ключ ${of}`, `${of} кілті`);
  if (kind === 'screen') {
    const screen = screenOf(of);
    return said(`screen ${screen.en}`, `экран ${screen.ru}`, `${screen.kk} экраны`);
  }
  return kind === '' ? asIs(name) : said(name, `гид от ${of}`, `гид (рұқсат берген: ${of})`);
}
