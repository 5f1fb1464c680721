import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import type { ErrorRequestHandler, Response } from 'express';
import { problem, type Problem } from '#shared/problem.ts';
import type { Log } from '#core/ports.ts';

export const bodyLimitBytes = 1024 * 1024;

export function sendProblem(response: Response, refused: Problem): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.status(refused.status).type('application/problem+json').send(JSON.stringify(refused));
}

/** What Express and its body parser throw, as problem documents; bugs are logged and told without their insides. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const known = knownProblem(error);
    if (known === null) log.error({ error, method: request.method, path: request.path }, 'a request failed');
    sendProblem(response, known ?? problem('internal', no.bug()));
  };
}

function knownProblem(error: unknown): Problem | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof URIError) return problem('invalid', no.badAddress());
  const type = 'type' in error && typeof error.type === 'string' ? error.type : null;
  switch (type) {
    case 'entity.too.large':
      return problem('too-large', no.bodyTooLarge(bodyLimitBytes / 1024 / 1024));
    case 'entity.parse.failed':
      return problem('invalid', no.bodyNotJson(error.message), [{ path: '(body)', message: 'not valid JSON' }]);
    case 'encoding.unsupported':
    case 'charset.unsupported':
    case 'entity.verify.failed':
    case 'request.aborted':
    case 'request.size.invalid':
      return problem('invalid', no.bodyUnread(error.message));
    case null:
    default:
      return null;
  }
}
