import type { WhyWords } from '../schedule-words.ts';

export const whyKk: WhyWords = {
  heading: 'Неге бұл?',
  ask: 'Сұрау',
  now: 'Қазір',
  screen: 'Экран',
  at: 'Қашан; бос болса, қазір',
  next: 'Келесі ауысу',
  never: 'екі ай бойы ештеңе',
  rule: (id) => `${id} ережесі`,
  by: (owner) => `бастаған ${owner}`,
  /** In brackets after who has the higher one. */
  priorities: (winner, lost) => `${winner}, мұнда ${lost}`,
  whys: {
    layer: (_title, by) => `«${by}» қабаты жоғары тұр`,
    closed: () => 'зал жабық, ал бұл ереже жұмыс уақытынан тыс жүрмейді',
    'outside-hours': (title) => `«${title}» жұмыс уақытынан тыс жүре алады`,
    priority: (title, by) => `«${title}» басымдығы жоғары${by === '' ? '' : ` (${by})`}`,
    specificity: (title) => `«${title}» бұл экранды дәлірек атайды`,
    start: (title) => `«${title}» кейінірек басталды`,
    id: () => 'екеуі бір мезетте басталды, атауларының реті шешті',
    waits: () => 'бұл экранға арналған белгісі кейін',
    'no-scene': () => 'онда бұл экранға ештеңе жоқ',
    ended: () => 'аяқталды',
  },
};
