import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import type { TestController } from './controller.ts';
import { openRawPlayer } from './raw-player.ts';

/** Pairs a screen without a page: the token that a player of it holds. */
export async function pairByHand(controller: TestController, screen: string): Promise<string> {
  const { code } = (await (await controller.post(`/api/screens/${screen}/pairing`, {})).json()) as { code: string };
  return new Promise((resolve, reject) => {
    const stranger = openRawPlayer({
      url: controller.url,
      namespace: '/displays',
      auth: { as: 'stranger', protocol: PROTOCOL_VERSION, build: 'test' },
      onOpen: (socket) =>
        socket.emit('pair', { with: 'code', code }, (answer) => {
          stranger.close();
          const { value } = answer as { readonly value?: { readonly token?: string } };
          if (value?.token === undefined) reject(new Error(JSON.stringify(answer)));
          else resolve(value.token);
        }),
    });
  });
}
