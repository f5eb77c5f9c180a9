import { join } from 'node:path';
import * as z from 'zod';
import type { Edition as EditionName } from '../../src/crm/installation-record.ts';
import { KNOWN_SCOPES } from './known-scopes.ts';
import { fillVariables, type ProjectProfile } from './project-profile.ts';
import { BuildRefused, firstFault, type JsonObject, overlay, readJson } from './read-json.ts';
import { noSuchScope, notHttps } from '../../src/messages/build.ts';

/** The app of one edition. */
export interface AppManifest {
  /** the name of the project in HubSpot; each edition is a project of its own */
  readonly project: string;
  /** the content of `app-hsmeta.json`, with variables as `${NAME}`, which HubSpot fills in */
  readonly description: JsonObject;
}

/**
 * Reads `app.json`: `config` is shared by both editions, `editions` has what each adds.
 *
 * @throws BuildRefused naming the field at fault, with the variables of the profile filled in
 */
export async function readAppManifest(
  source: string,
  edition: EditionName,
  profile: ProjectProfile,
): Promise<AppManifest> {
  const { project, uid, type, config, editions } = await readJson(
    join(source, 'app.json'),
    'app.json',
    fileSchema(),
  );
  const merged = overlay(config, editions[edition]);
  const checked = appConfigSchema().safeParse(fillVariables(merged, profile, 'app.json: config'));
  if (!checked.success) {
    const fault = firstFault(checked.error, 'config');
    throw new BuildRefused(`app.json with ${profile.file}, edition ${edition}: ${fault}.`, {
      cause: checked.error,
    });
  }
  return {
    project: `${project}-${edition}`,
    description: { uid: uidIn(uid, edition), type, config: merged },
  };
}

/**
 * The uid of a component in an edition. Under one uid a local development session of one app shows its card inside the
 * other, where both are installed.
 */
export function uidIn(uid: string, edition: EditionName): string {
  return edition === 'oauth' ? `${uid}-oauth` : uid;
}

function fileSchema() {
  const fields = z.record(z.string(), z.json());
  return z.strictObject({
    project: z.string().regex(/^[a-z0-9-]+$/),
    uid: z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/),
    type: z.literal('app'),
    config: fields,
    editions: z.strictObject({ private: fields, oauth: fields }),
  });
}

const Scope = z.string().refine((scope) => KNOWN_SCOPES.has(scope), {
  error: ({ input }) => noSuchScope(String(input)),
});

/** Without a trailing slash, since paths are appended. */
const HttpsAddress = z.string().refine((address) => isHttpsAddress(address), {
  error: ({ input }) => notHttps(String(input)),
});

const RequiredScopes = z.array(Scope).min(1, 'name at least one scope');

/**
 * The configuration of an app, with variables filled in.
 *
 * Source: HubSpot, "App configuration": marketplace apps use OAuth; with static auth there are required scopes only.
 */
function appConfigSchema() {
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

/** HubSpot refuses plain http. */
function isHttpsAddress(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:' && !address.endsWith('/');
}
