import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What a client has handed over. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came. */
  readonly data: string;
}

export interface MailServer {
  readonly port: number;
  readonly mails: readonly Mail[];
  /** `user password` of everybody who signed in. */
  readonly accounts: readonly string[];
  /** Refuses this many mails more, for now (451). */
  refuse(count: number): void;
  stop(): Promise<void>;
}

/** A small SMTP server (RFC 5321, AUTH PLAIN) on this machine, without TLS. It has no mailbox called nobody. */
export async function startMailServer(): Promise<MailServer> {
  const mails: Mail[] = [];
  const accounts: string[] = [];
  const sockets = new Set<Socket>();
  let refusals = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    let mail = { from: '', to: [] as string[], data: '' };
    let isData = false;
    let text = '';
    const command = (line: string): void => {
      const word = line.slice(0, 4).toUpperCase();
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (word === 'EHLO') return say('250-mail.test\r\n250-AUTH PLAIN\r\n250 8BITMIME');
      if (word === 'AUTH') {
        const [, user = '', password = ''] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
          .toString()
          .split('\0');
        accounts.push(`${user} ${password}`);
        return say('235 welcome');
      }
      if (word === 'MAIL') mail = { from: address, to: [], data: '' };
      else if (word === 'RCPT') {
        if (address.startsWith('nobody@')) return say('550 no such mailbox');
        mail.to.push(address);
      } else if (word === 'DATA') {
        isData = true;
        return say('354 go on');
      } else if (word === 'QUIT') {
        say('221 bye');
        return void socket.end();
      }
      return say('250 ok');
    };
    const take = (line: string): void => {
      if (!isData) return command(line);
      if (line !== '.') {
        mail.data += `${line.startsWith('.') ? line.slice(1) : line}\r\n`;
        return;
      }
      isData = false;
      if (refusals > 0) {
        refusals -= 1;
        return say('451 come back later');
      }
      mails.push(mail);
      return say('250 taken');
    };
    socket.on('data', (chunk: Buffer) => {
      const lines = (text + chunk.toString()).split('\r\n');
      text = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
    say('220 mail.test');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    accounts,
    refuse(count) {
      refusals = count;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
