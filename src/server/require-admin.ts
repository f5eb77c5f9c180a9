import { createHash, timingSafeEqual } from 'node:crypto';

import type { RequestHandler } from 'express';

/** Lets whoever runs the server through: the admin secret as a bearer token, or as the password of a browser's dialog. */
export function requireAdmin(secret: string): RequestHandler {
  const due = hashOf(secret);
  return (request, response, next) => {
    const [scheme = '', given = ''] = (request.get('authorization') ?? '').split(' ');
    if (timingSafeEqual(hashOf(secretIn(scheme.toLowerCase(), given)), due)) {
      next();
      return;
    }
    response.set('www-authenticate', 'Basic realm="Partner ICP", charset="UTF-8"');
    response
      .status(401)
      .json({ error: { code: 'not-allowed', message: 'The admin secret is wrong or missing.' } });
  };
}

function secretIn(scheme: string, given: string): string {
  if (scheme === 'bearer') return given;
  if (scheme !== 'basic') return '';
  const pair = Buffer.from(given, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}

/** Secrets of any length compare in the same time by their hashes. */
function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
