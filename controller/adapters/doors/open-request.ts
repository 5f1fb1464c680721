import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import type { IncomingMessage, RequestListener } from 'node:http';
import { TLSSocket } from 'node:tls';
import { problem } from '#shared/problem.ts';
import { isLoopback } from '../address.ts';

/** Whether a request can be read on its way by nobody: over TLS, or within this machine. */
export function isPrivate({ socket }: Pick<IncomingMessage, 'socket'>): boolean {
  return socket instanceof TLSSocket || isLoopback(socket.remoteAddress);
}

/** Sends other machines that come without TLS to where it is; what they wanted to change is refused. */
export function refuseOpenRequest(handler: RequestListener): RequestListener {
  return (request, response) => {
    const { host } = request.headers;
    if (isPrivate(request)) handler(request, response);
    else if (
      (request.method === 'GET' || request.method === 'HEAD') &&
      host !== undefined &&
      /^[\w.:[\]-]+$/.test(host)
    )
      response.writeHead(307, { Location: `https://${host}${request.url ?? '/'}`, 'Cache-Control': 'no-store' }).end();
    else {
      const refused = problem('not-allowed', no.needsTls());
      response.writeHead(refused.status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(refused));
    }
  };
}
