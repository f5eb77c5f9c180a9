import type { RequestHandler } from 'express';

const NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

function hostOf(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

/**
 * Refuses requests from other machines. There is no password, so pages of other sites are refused too: by Host (DNS
 * rebinding) and by Origin (cross-site requests).
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
