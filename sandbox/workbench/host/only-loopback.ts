import type { RequestHandler } from 'express';

const NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

function hostOf(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

/**
 * Refuses everyone but this machine. The workbench signs everybody in without a password, so a page of another site
 * must not reach it either, whether by a name that points here (Host) or by a request across sites (Origin).
 */
export const onlyLoopback: RequestHandler = (request, response, next) => {
  const host = hostOf(`http://${request.headers.host ?? ''}`);
  const origin = request.headers.origin === undefined ? host : hostOf(request.headers.origin);
  const local = ADDRESSES.has(request.socket.remoteAddress ?? '') && NAMES.has(host?.hostname ?? '');
  if (local && origin?.host === host?.host) {
    next();
    return;
  }
  response
    .status(403)
    .json({ error: { message: 'The workbench answers only to its own page on this machine.' } });
};
