import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Pages load their style from the server and nothing else; no other site shows them in a frame. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // what else runs below this name is not ours to decide
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  });
}
