import { randomUUID } from 'node:crypto';
import { byMail } from './adapters/notices/mail.ts';
import { startNotices, type Notices } from './adapters/notices/notices.ts';
import { byWebhook } from './adapters/notices/webhook.ts';
import type { Way } from './adapters/notices/way.ts';
import { hallOf, namesIn, type HallEngine, type LetterSettings, type Log } from './core/ports.ts';
import type { NoticeSettings } from './notice-settings.ts';
import { pickText } from '#shared/text.ts';

/** Tells people of incidents in the ways that the environment names. */
export function tellPeople(
  { mail, webhook, link, language, ...policy }: NoticeSettings,
  { engine, file, log }: { readonly engine: HallEngine; readonly file: string; readonly log: Log },
): Notices {
  const about = (): LetterSettings => {
    const { name, timeZone, languages } = hallOf(engine.state());
    const first = languages.order.find((tag) => tag === 'kk' || tag === 'ru' || tag === 'en') ?? 'en';
    const spoken = language ?? first;
    const hall = pickText(name, spoken, languages.order).text;
    return { hall, timeZone, language: spoken, link, names: namesIn(engine.state()) };
  };
  const ways: readonly Way[] = [
    ...(mail === null ? [] : [byMail(mail, about, log)]),
    ...(webhook === null ? [] : [byWebhook(webhook, about)]),
  ];
  return startNotices({ engine, file, ways, policy, freshId: randomUUID, log });
}
