import type { RequestHandler } from 'express';

const NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses what pages of other sites can make a browser send here: under a foreign name that resolves to this machine (DNS
 * rebinding), and with the Origin of another site. HubSpot has no counterpart.
 */
export const onlyOwnHost: RequestHandler = ({ headers, socket }, response, next) => {
  const own = `http://${headers.host ?? ''}`;
  const isOwnHost =
    isLoopback(own, socket.localPort) && (headers.origin === undefined || headers.origin === own);
  if (isOwnHost) {
    next();
    return;
  }
  const message = `The sandbox answers on this machine only, as http://127.0.0.1:${socket.localPort ?? 0}, and not to pages of other sites.`;
  response.status(403).json({ status: 'error', message, error: { message } });
};

function isLoopback(url: string, port: number | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, port: named } = new URL(url);
  return NAMES.has(hostname) && Number(named === '' ? 80 : named) === port;
}
