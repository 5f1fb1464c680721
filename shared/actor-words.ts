import { asIs, said, type Said } from './said.ts';

/** Whoever acted, by the name that the journal keeps: a person's own, or what stands for a key, a screen or the hall. */
export function actorWords(name: string): Said {
  if (name === 'the hall') return said(name, 'зал', 'зал');
  if (name === 'a stranger') return said(name, 'посторонний', 'бөтен адам');
  const [, kind = '', of = ''] = /^(key|screen|a guide, for) (.+)$/s.exec(name) ?? [];
  if (kind === 'key') return said(name, `ключ ${of}`, `${of} кілті`);
  if (kind === 'screen') return said(name, `экран ${of}`, `${of} экраны`);
  return kind === '' ? asIs(name) : said(name, `гид от ${of}`, `гид (рұқсат берген: ${of})`);
}
