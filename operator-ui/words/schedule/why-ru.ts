import type { WhyWords } from '../schedule-words.ts';

export const whyRu: WhyWords = {
  heading: 'Почему это?',
  ask: 'Спросить',
  now: 'Сейчас',
  screen: 'Экран',
  at: 'Когда; пусто: сейчас',
  next: 'Следующая смена',
  never: 'два месяца ничего',
  rule: (id) => `правило ${id}`,
  by: (owner) => `начал(а) ${owner}`,
  /** In brackets after who has the higher one. */
  priorities: (winner, lost) => `${winner}, здесь ${lost}`,
  whys: {
    layer: (_title, by) => `выше стоит слой «${by}»`,
    closed: () => 'зал закрыт, а это правило не действует вне часов работы',
    'outside-hours': (title) => `«${title}» может идти вне часов работы`,
    priority: (title, by) => `у «${title}» выше приоритет${by === '' ? '' : ` (${by})`}`,
    specificity: (title) => `«${title}» называет этот экран точнее`,
    start: (title) => `«${title}» начался позже`,
    id: () => 'оба начались в один миг, решил порядок их имён',
    waits: () => 'его реплика для этого экрана позже',
    'no-scene': () => 'для этого экрана в нём ничего нет',
    ended: () => 'закончился',
  },
};
