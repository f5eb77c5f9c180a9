import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';

import { SANDBOX_PROFILE } from '../build/build-edition.ts';
import { fillVariables, readProjectProfile } from '../build/project-profile.ts';
import { readJson } from '../build/read-json.ts';
import { PARTNER_ICP } from '../demo/demo-crm.ts';
import type { AppIdentity } from '../hubspot/apps/app.ts';

/** The app as HubSpot knows it once its project is uploaded. */
export interface RegisteredApp extends Required<Omit<AppIdentity, 'optionalScopes'>> {
  /** Origins that cards may call. The first is our server's. */
  readonly permittedOrigins: readonly [string, ...string[]];
}

/** Reads what a built project says of the app, and makes its client secret. @throws BuildRefused */
export async function registeredApp(projectFolder: string): Promise<RegisteredApp> {
  const sources = join(projectFolder, 'src');
  const file = join(sources, 'app', 'app-hsmeta.json');
  const { config } = await readJson(file, file, z.object({ config: z.json() }));
  const profile = await readProjectProfile(sources, SANDBOX_PROFILE);
  const { name, auth, permittedUrls } = Config.parse(fillVariables(config, profile, file));
  return {
    ...{ id: PARTNER_ICP.id, name, clientId: PARTNER_ICP.clientId },
    clientSecret: randomBytes(24).toString('hex'),
    redirectUrls: auth.redirectUrls,
    requiredScopes: auth.requiredScopes,
    permittedOrigins: permittedUrls.fetch,
  };
}

const Config = z.object({
  name: z.string(),
  auth: z.object({ redirectUrls: z.array(z.string()), requiredScopes: z.array(z.string()) }),
  permittedUrls: z.object({ fetch: z.tuple([z.string()], z.string()) }),
});
