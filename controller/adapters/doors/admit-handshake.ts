import type { IncomingMessage } from 'node:http';
import { isFromHere } from '../http/security-headers.ts';
import { isPrivate } from './open-request.ts';

/** For Socket.IO's `allowRequest`: our own pages, and programs that are no browsers; never another site's page. */
export function admitHandshake(needsTls: boolean) {
  return (request: IncomingMessage, decide: (error: string | null, isAdmitted: boolean) => void): void =>
    decide(null, isFromHere(request.headers) && (!needsTls || isPrivate(request)));
}
