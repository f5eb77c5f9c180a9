import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';

import * as words from '../../messages/server-admin.ts';
import { type PortalState, portalHealthIn } from '../../store/portal-health.ts';
import { installAddress } from '../oauth/install-address.ts';
import { PAGE_POLICY } from '../pages/page-style.ts';
import type { AdminSurroundings } from './admin-surroundings.ts';
import { type PortalReport, reportsOf, successPercent } from './attention.ts';
import { healthPage } from './health-page.tsx';
import { portalRoutes } from './portal-routes.ts';
import { versionOfApp } from './version.ts';

/** What is behind the admin secret: the health page, and what `icp fleet` calls. The caller puts `requireAdmin` before it. */
export function adminRoutes(surroundings: AdminSurroundings): Router {
  const { sealAnew } = surroundings;
  const router = Router();
  router.use('/admin', (_request, response, next) => {
    response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    next();
  });
  router.use('/admin', byProgram);
  router.get('/admin', pageOf(surroundings, surroundings.now()));
  router.get('/admin/portals', listOf(surroundings));
  router.post('/admin/seal', async (_request, response) => void response.json({ answer: await sealAnew() }));
  router.use('/admin', express.json({ limit: '1mb' }), portalRoutes(surroundings));
  router.use('/admin', answerBadBody);
  return router;
}

/** A browser sends the password of its dialog along with forms of other sites: what acts asks for a header that only programs send. */
const byProgram: RequestHandler = (request, response, next) => {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading || /^bearer /i.test(request.get('authorization') ?? '')) {
    next();
    return;
  }
  response.status(403).json({ error: { code: 'not-allowed', message: words.BEARER_ONLY } });
};

const answerBadBody: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (status === 413)
    response.status(413).json({ error: { code: 'too-large', message: words.BODY_TOO_LARGE } });
  else if (status === 400 || status === 415)
    response.status(400).json({ error: { code: 'invalid-input', message: words.BODY_NOT_JSON } });
  else next(error);
};

async function reports({ store, scopes, now }: AdminSurroundings, text: string) {
  const all = await portalHealthIn(store.database).list();
  const fits = (portal: PortalState) =>
    [portal.domain, String(portal.portalId), String(portal.appId)].some((part) =>
      part.toLowerCase().includes(text.toLowerCase()),
    );
  return { all, portals: reportsOf(text === '' ? all : all.filter(fits), scopes, now()) };
}

function listOf(surroundings: AdminSurroundings): RequestHandler {
  return async (request, response) => {
    const { all, portals } = await reports(surroundings, textIn(request.query['q']));
    response.json({
      answer: { total: all.length, portals } satisfies { total: number; portals: PortalReport[] },
    });
  };
}

function pageOf(surroundings: AdminSurroundings, startedAt: number): RequestHandler {
  const { apps, publicUrl, store, now } = surroundings;
  return async (request, response) => {
    const text = textIn(request.query['q']);
    const { all, portals } = await reports(surroundings, text);
    const server = {
      ...{ version: versionOfApp(), startedAt, database: store.kind },
      databaseBytes: await portalHealthIn(store.database).size(),
      apps: apps.map(({ appId }) => ({
        ...{ appId, installAddress: installAddress(publicUrl, appId) },
        ...callsOf(all.filter((portal) => portal.appId === appId)),
      })),
    };
    const page = Number(textIn(request.query['page'])) || 1;
    response.set({ 'content-security-policy': PAGE_POLICY }).type('html');
    response.send(healthPage(server, { portals, total: all.length, text, page, now: now() }));
  };
}

/** HubSpot counts the calls of an app in all of its portals together. */
function callsOf(portals: readonly PortalState[]) {
  const sum = { made: 0, failed: 0, limited: 0 };
  for (const { calls } of portals)
    for (const kind of ['made', 'failed', 'limited'] as const) sum[kind] += calls[kind];
  return { calls: sum.made, successPercent: successPercent(sum) };
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 100) : '';
}
