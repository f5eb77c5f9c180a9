import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { Refusal } from '../http/refusal.ts';
import type { ServerContext } from '../http/serve-call.ts';
import { ADMIN_ROUTES, type AdminRoute } from './admin-routes.ts';

const NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Sets faults, limits and delivery chaos, and reads the journal, from another process. Needs no token: it accepts only
 * requests to a loopback host name, without an Origin of another site.
 */
export function mountAdmin(app: Express, context: ServerContext): void {
  const admin = express.Router();
  admin.use(express.text({ type: () => true, limit: '1mb' }));
  for (const route of ADMIN_ROUTES) {
    admin[route.verb](route.path, async (request, response) => {
      if (isOwn(request)) await serve(context, route, request, response);
      else refuse(response, 403, 'The admin endpoint accepts requests from this machine only.');
    });
  }
  admin.use((_request, response) => refuse(response, 404, 'There is no such admin endpoint.'));
  app.use('/_sandbox', admin);
}

function isOwn({ headers }: Request): boolean {
  const host = `http://${headers.host ?? ''}`;
  if (!URL.canParse(host) || !NAMES.has(new URL(host).hostname)) return false;
  return headers.origin === undefined || headers.origin === host;
}

async function serve(
  context: ServerContext,
  { answer }: AdminRoute,
  request: Request,
  response: Response,
): Promise<void> {
  try {
    const text: unknown = request.body;
    const body: unknown = typeof text === 'string' && text !== '' ? JSON.parse(text) : {};
    const query = new URL(request.originalUrl, 'http://127.0.0.1').searchParams;
    const answered = await answer(context, body, query);
    if (answered === undefined) response.status(204).end();
    else response.json(answered);
  } catch (error) {
    if (error instanceof z.ZodError) refuse(response, 400, z.prettifyError(error));
    else if (error instanceof SyntaxError) refuse(response, 400, 'The body is not JSON.');
    else if (error instanceof Refusal) refuse(response, error.status, error.message);
    else throw error;
  }
}

function refuse(response: Response, status: number, message: string): void {
  response.status(status).json({ error: { message } });
}
