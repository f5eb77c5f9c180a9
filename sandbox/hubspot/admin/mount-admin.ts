import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { Refusal } from '../http/refusal.ts';
import type { Desk } from '../http/serve-call.ts';
import { ADMIN_ROUTES, type AdminRoute } from './admin-routes.ts';

const NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Sets faults, limits and mischief, and reads the journal, from another process. It asks for no token: only this machine
 * reaches it, by a name of its own and without a page of another site in between.
 */
export function mountAdmin(app: Express, desk: Desk): void {
  const admin = express.Router();
  admin.use(express.text({ type: () => true, limit: '1mb' }));
  for (const route of ADMIN_ROUTES) {
    admin[route.verb](route.path, async (request, response) => {
      if (isOwn(request)) await serve(desk, route, request, response);
      else refuse(response, 403, 'The admin endpoint answers to this machine alone.');
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
  desk: Desk,
  { answer }: AdminRoute,
  request: Request,
  response: Response,
): Promise<void> {
  try {
    const text: unknown = request.body;
    const body: unknown = typeof text === 'string' && text !== '' ? JSON.parse(text) : {};
    const query = new URL(request.originalUrl, 'http://127.0.0.1').searchParams;
    const answered = await answer(desk, body, query);
    if (answered === undefined) response.status(204).end();
    else response.json(answered);
  } catch (error) {
    if (error instanceof z.ZodError) refuse(response, 400, z.prettifyError(error));
    else if (error instanceof SyntaxError) refuse(response, 400, 'The body is no JSON.');
    else if (error instanceof Refusal) refuse(response, error.status, error.message);
    else throw error;
  }
}

function refuse(response: Response, status: number, message: string): void {
  response.status(status).json({ error: { message } });
}
