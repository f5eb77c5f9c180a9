import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { Refusal } from '../http/refusal.ts';
import type { ServerContext } from '../http/serve-call.ts';
import { ADMIN_ROUTES, type AdminRoute } from './admin-routes.ts';

/**
 * Sets faults, limits and delivery chaos, and reads the journal, from another process. Needs no token, since the server
 * accepts requests of this machine alone.
 */
export function mountAdmin(app: Express, context: ServerContext): void {
  const admin = express.Router();
  admin.use(express.text({ type: () => true, limit: '1mb' }));
  for (const route of ADMIN_ROUTES) {
    admin[route.verb](route.path, (request, response) => serve(context, route, request, response));
  }
  admin.use((_request, response) => refuse(response, 404, 'There is no such admin endpoint.'));
  app.use('/_sandbox', admin);
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
