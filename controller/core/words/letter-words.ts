import type { Severity } from '#shared/incidents.ts';
import { said, type Said } from '#shared/said.ts';

// What a letter about incidents says beside their own sentences.

export const letterWords = {
  over: (title: Said) => said(`Over: ${title.en}`, `Кончилось: ${title.ru}`, `Аяқталды: ${title.kk}`),
  opened: (n: number) => said(`${n} opened`, `новых: ${n}`, `жаңасы: ${n}`),
  closed: (n: number) => said(`${n} over`, `кончилось: ${n}`, `аяқталғаны: ${n}`),
  severity: (severity: Severity, title: Said) =>
    severity === 'fault'
      ? said(`FAULT: ${title.en}`, `НЕИСПРАВНОСТЬ: ${title.ru}`, `АҚАУ: ${title.kk}`)
      : said(`WARNING: ${title.en}`, `ПРЕДУПРЕЖДЕНИЕ: ${title.ru}`, `ЕСКЕРТУ: ${title.kk}`),
  ended: (title: Said) => said(`OVER: ${title.en}`, `КОНЧИЛОСЬ: ${title.ru}`, `АЯҚТАЛДЫ: ${title.kk}`),
  since: (at: string, screens: Said) =>
    said(
      `since ${at}, screens: ${screens.en}`,
      `с ${at}, экраны: ${screens.ru}`,
      `басталуы: ${at}, экрандар: ${screens.kk}`,
    ),
  ending: (because: 'over' | 'maintenance' | 'merged' | null, at: string, lasted: Said) => {
    switch (because) {
      case 'maintenance':
        return said(
          `somebody works on it since ${at}, after ${lasted.en}`,
          `с ${at} над этим работают; длилось ${lasted.ru}`,
          `жөнделіп жатыр, басталуы: ${at}; созылғаны: ${lasted.kk}`,
        );
      case 'merged':
        return said(
          `part of another incident since ${at}, after ${lasted.en}`,
          `с ${at} это часть другого происшествия; длилось ${lasted.ru}`,
          `басқа оқиғаның бөлігі, қосылуы: ${at}; созылғаны: ${lasted.kk}`,
        );
      case 'over':
      case null:
        return said(
          `well again since ${at}, after ${lasted.en}`,
          `с ${at} снова в порядке; длилось ${lasted.ru}`,
          `қайта дұрыс, уақыты: ${at}; созылғаны: ${lasted.kk}`,
        );
    }
  },
  minutes: (n: number) => said(`${n} min`, `${n} мин`, `${n} мин`),
  hours: (h: number, m: number) => said(`${h} h ${m} min`, `${h} ч ${m} мин`, `${h} сағ ${m} мин`),
  console: (link: string) => said(`The console: ${link}`, `Пульт: ${link}`, `Пульт: ${link}`),
};
