import * as z from 'zod';

import { KNOWN_SCOPES } from './known-scopes.ts';

const Scope = z.string().refine((scope) => KNOWN_SCOPES.has(scope), {
  error: ({ input }) => `HubSpot has no scope "${String(input)}"`,
});

/** Without a slash at its end, since paths are put behind it. */
const HttpsAddress = z.string().refine((address) => isHttpsAddress(address), {
  error: ({ input }) => `"${String(input)}" is no https address without a slash at its end`,
});

const RequiredScopes = z.array(Scope).min(1, 'name at least one scope');

/**
 * The configuration of an app, variables filled in, as far as an edition may have it.
 *
 * Source: HubSpot, "App configuration": marketplace apps use OAuth; with static auth there are required scopes only.
 */
export function appConfigSchema() {
  const shared = {
    name: z.string().trim().min(1).max(200),
    description: z.string().trim().min(1).max(8192),
    permittedUrls: z.strictObject({
      fetch: z.array(HttpsAddress),
      iframe: z.array(HttpsAddress),
      img: z.array(HttpsAddress),
    }),
    support: z.strictObject({
      supportEmail: z.email('is no e-mail address'),
      documentationUrl: HttpsAddress,
      supportUrl: HttpsAddress,
      supportPhone: z.string().startsWith('+', 'must begin with +'),
    }),
  };
  const statically = z.strictObject({ type: z.literal('static'), requiredScopes: RequiredScopes });
  const byOAuth = z.strictObject({
    type: z.literal('oauth'),
    redirectUrls: z.array(HttpsAddress).min(1),
    requiredScopes: RequiredScopes,
    optionalScopes: z.array(Scope),
    conditionallyRequiredScopes: z.array(Scope),
  });
  return z.discriminatedUnion('distribution', [
    z.strictObject({ ...shared, distribution: z.literal('private'), auth: statically }),
    z.strictObject({ ...shared, distribution: z.literal('marketplace'), auth: byOAuth }),
  ]);
}

/** Whether cards may call it: HubSpot refuses plain http. */
function isHttpsAddress(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:' && !address.endsWith('/');
}
