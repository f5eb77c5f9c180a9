import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

import { SANDBOX_PROFILE } from '../build/build-edition.ts';
import { fillVariables, readProjectProfile } from '../build/project-profile.ts';
import { readJson } from '../build/read-json.ts';
import { PARTNER_ICP } from '../demo/demo-crm.ts';
import type { AppOptions } from '../hubspot/apps/integrations.ts';

/** The app as HubSpot knows it once its project is uploaded. */
export interface RegisteredApp extends Required<AppOptions> {
  /** Origins that cards may call. The first is our server's. */
  readonly permittedOrigins: readonly [string, ...string[]];
}

/** Reads what a built project says of the app, and makes its client secret. @throws BuildRefused */
export async function registeredApp(projectFolder: string): Promise<RegisteredApp> {
  const sources = join(projectFolder, 'src');
  const profile = await readProjectProfile(sources, SANDBOX_PROFILE);
  const read = async <Output>(file: string, schema: z.ZodType<Output>) => {
    const { config } = await readJson(file, file, z.object({ config: z.json() }));
    return schema.parse(fillVariables(config, profile, file));
  };
  const readAll = async <Output>(name: string, schema: z.ZodType<Output>) => {
    const folder = join(sources, 'app', name);
    const files = (await readdir(folder)).sort();
    return Promise.all(files.map((file) => read(join(folder, file), schema)));
  };
  const { name, auth, permittedUrls } = await read(join(sources, 'app', 'app-hsmeta.json'), Config);
  const [webhooks] = await readAll('webhooks', WebhooksConfig);
  if (webhooks === undefined) throw new Error('The project subscribes to nothing.');
  return {
    ...{ id: PARTNER_ICP.id, name, clientId: PARTNER_ICP.clientId, isToldWhileConnected: true },
    clientSecret: randomBytes(24).toString('hex'),
    redirectUrls: auth.redirectUrls,
    requiredScopes: auth.requiredScopes,
    optionalScopes: auth.optionalScopes,
    permittedOrigins: permittedUrls.fetch,
    webhooks: {
      ...webhooks.settings,
      subscriptions: webhooks.subscriptions.crmObjects.map(
        ({ subscriptionType: eventType, objectType, ...more }) => ({
          ...{ eventType, objectTypeId: OBJECT_TYPE_IDS[objectType] },
          ...more,
        }),
      ),
    },
    actions: await readAll('workflow-actions', ActionConfig),
  };
}

const Scopes = z.array(z.string());
const Config = z.object({
  name: z.string(),
  auth: z.object({ redirectUrls: z.array(z.string()), requiredScopes: Scopes, optionalScopes: Scopes }),
  permittedUrls: z.object({ fetch: z.tuple([z.string()], z.string()) }),
});

const OBJECT_TYPE_IDS = { company: '0-2', deal: '0-3' } as const;
const WebhooksConfig = z.object({
  settings: z.object({ targetUrl: z.string(), maxConcurrentRequests: z.number() }),
  subscriptions: z.object({
    crmObjects: z.array(
      z.object({
        ...{ subscriptionType: z.string(), objectType: z.enum(['company', 'deal']) },
        ...{ propertyName: z.string().exactOptional(), active: z.boolean() },
      }),
    ),
  }),
});

/** A component of the project, as HubSpot's API of definitions takes it. */
const ActionConfig = z
  .object({
    ...{ actionUrl: z.string(), isPublished: z.boolean(), objectTypes: z.array(z.string()) },
    ...{ inputFields: z.array(z.json()), outputFields: z.array(z.json()), labels: z.json() },
  })
  .transform(({ isPublished: published, ...config }) => ({ ...config, published, functions: [] }));
