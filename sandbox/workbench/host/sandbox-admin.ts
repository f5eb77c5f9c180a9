import express, { Router, type Request, type Response } from 'express';
import { WorkbenchError } from './workbench-error.ts';

/** The requests of the calls page to the sandbox CRM's admin endpoint. */
const ALLOWED = [
  ...['GET /journal', 'DELETE /journal'],
  ...['GET /faults', 'POST /faults', 'DELETE /faults', 'PUT /faults/random', 'DELETE /faults/random'],
  ...['GET /limits', 'PUT /limits'],
];

/**
 * Forwards requests to the admin endpoint of the sandbox CRM, which refuses other origins. The page is on another port.
 *
 * @param crmBaseUrl of the sandbox CRM
 */
export function sandboxAdmin(crmBaseUrl: string): Router {
  const router = Router();
  router.use(express.text({ type: () => true, limit: '100kb' }));
  router.use(async (request, response) => {
    if (!ALLOWED.includes(`${request.method} ${request.path}`))
      throw new WorkbenchError(404, `The workbench asks the sandbox nothing at ${request.path}.`);
    await pass(`${crmBaseUrl}/_sandbox${request.url}`, request, response);
  });
  return router;
}

async function pass(url: string, request: Request, response: Response): Promise<void> {
  const body: unknown = request.body;
  const answer = await fetch(url, {
    method: request.method,
    ...(typeof body === 'string' && body !== '' ? { body } : {}),
  }).catch((cause: unknown) => {
    throw new WorkbenchError(502, 'The sandbox CRM cannot be reached. Is it still running?', { cause });
  });
  if (answer.status === 204) response.status(204).end();
  else response.status(answer.status).json(await answer.json());
}
