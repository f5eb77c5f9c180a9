import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';

import * as words from '../messages/server.ts';
import { isDatabaseDown } from '../store/database-down.ts';
import { messagePage } from './pages/message-page.tsx';

/** Answers addresses that there are not. */
export const answerUnknown: RequestHandler = (_request, response) => {
  response.status(404).json({ error: { code: 'not-found', message: words.NO_PAGE } });
};

/** Answers what no route has answered: an address that cannot be decoded, a bug, a database that is down. */
export function answerError(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const [status, message] = toldOf(error);
    if (status >= 500) log.error({ bug: error }, 'request failed');
    response.status(status);
    if (request.accepts(['json', 'html']) === 'html' && !request.path.startsWith('/api/'))
      response.type('html').send(messagePage('Partner ICP', message));
    else response.json({ error: { code: status >= 500 ? 'bug' : 'invalid-input', message } });
  };
}

function toldOf(error: unknown): [number, string] {
  const isRefused = error instanceof Error && 'status' in error && typeof error.status === 'number';
  if (isRefused && Number(error.status) < 500) return [400, words.BAD_REQUEST];
  return isDatabaseDown(error) ? [503, words.DATABASE_DOWN] : [500, words.FAILED];
}
