import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { mountAdmin } from '../admin/mount-admin.ts';
import { mountAuthorize } from '../oauth/authorize.ts';
import { refusalAnswer } from './answer-call.ts';
import type { JournalEntry } from './journal.ts';
import { Refusal } from './refusal.ts';
import { onlyOwnHost } from './only-own-host.ts';
import { AREAS } from './route.ts';
import { ROUTES } from './routes.ts';
import { openEntry, send, serveCall, type ServerContext } from './serve-call.ts';

/** Maximum body size; HubSpot's own is undocumented. */
const MAX_BODY = '10mb';

/** The express app for the table of routes. */
export function mountRoutes(context: ServerContext): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(onlyOwnHost);
  mountAdmin(app, context);
  const entries = new WeakMap<Response, JournalEntry>();
  const entryOf = (response: Response, open: () => JournalEntry) => {
    const entry = entries.get(response) ?? open();
    entries.set(response, entry);
    return entry;
  };
  app.use((request, response, next) => {
    entryOf(response, () => openEntry(context, request, response));
    next();
  });
  app.use(express.text({ type: () => true, limit: MAX_BODY }));
  mountAuthorize(app, context.portal);
  for (const form of ['dated', 'v3'] as const) {
    for (const route of ROUTES) {
      app[route.verb](AREAS[route.area][form] + route.path, async (request, response) => {
        const entry = entryOf(response, () => openEntry(context, request, response));
        await serveCall(context, route, form, request, response, entry);
      });
    }
    // After all verbs of the form: a known path with an unknown verb. `app.all` would add a handler for each of some 35 verbs.
    for (const path of new Set(ROUTES.map((route) => AREAS[route.area][form] + route.path)))
      app.route(path).all(sendPage(405, 'Method Not Allowed'));
  }
  app.use(sendPage(404, 'Not Found'));
  app.use(answerFault);
  return app;

  /** HubSpot answers unknown paths with its server's HTML page (recorded). */
  function sendPage(status: number, title: string) {
    return (request: express.Request, response: Response) => {
      entryOf(response, () => openEntry(context, request, response)).status = status;
      response
        .status(status)
        .type('html')
        .send(`<html><head><title>Error ${status} ${title}</title></head></html>`);
    };
  }

  // express recognises error handlers by their four parameters
  /** Malformed requests (encoding, size, path escapes) carry a 4xx; anything else is a bug of the sandbox and a 500. */
  function answerFault(error: unknown, request: Request, response: Response, next: NextFunction): void {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    const message = status < 500 ? 'The request could not be read.' : `The sandbox failed: ${String(error)}`;
    const category = status < 500 ? 'VALIDATION_ERROR' : 'INTERNAL_ERROR';
    const entry = entryOf(response, () => openEntry(context, request, response));
    send(
      context.portal,
      response,
      entry,
      refusalAnswer(context.portal, new Refusal(status, { message, category })),
    );
  }
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
