import { createTransport } from 'nodemailer';
import { letterOf, type LetterSettings, type Log, type Notice } from '#core/ports.ts';
import type { MailSettings } from '../../notice-settings.ts';
import type { Way } from './way.ts';

const patienceMs = 10_000;

/** E-mail by SMTP. A notice keeps its Message-ID, so that one that is sent twice is one message in the mailbox. */
export function byMail(settings: MailSettings, about: () => LetterSettings, log: Log): Way {
  const { host, port, security, account, from, to } = settings;
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'plain',
    ...(account === null ? {} : { auth: { user: account.user, pass: account.password } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    way: 'mail',
    async send(notice: Notice) {
      const { subject, text } = letterOf(notice, about());
      try {
        const { rejected } = await transport.sendMail({
          from,
          to: [...to],
          subject,
          text,
          messageId: `<${notice.id}@shanyraq>`,
          date: new Date(notice.at),
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        // Sent again it would come again to those who have it; who has not is the administrator's to find.
        if (rejected.length > 0)
          log.warn(
            { host, rejected },
            'a notice was taken for some addresses of NOTICE_MAIL_TO, and refused for these',
          );
        return null;
      } catch (error) {
        return `${host}: ${whatWasSaid(error, account?.password)}`;
      }
    },
    stop: () => transport.close(),
  };
}

/** In the server's words where it has some; never with the password in them. */
function whatWasSaid(error: unknown, password: string | undefined): string {
  const { response, code, message } = error as { response?: string; code?: string; message?: string };
  const said = (response ?? code ?? message ?? 'it failed').replaceAll(/\s+/g, ' ');
  return password === undefined ? said : said.replaceAll(password, '…');
}
