import { join } from 'node:path';
import { PLATFORM_VERSION } from '../build/build-edition.ts';
import { readComponents } from '../build/components.ts';
import type { ChildSettings } from './hubspot-executor.ts';

const HUBSPOT_WEBSITE = 'https://app.hubspot.com';
/** HubSpot's tool looks an account up in its own settings on this machine; no account has this number. */
const NO_ACCOUNT = -1;

/** Describes the functions of a built project to HubSpot's executor. */
export async function settingsFor(
  projectFolder: string,
  hubspotApiOrigin: string,
  timeoutMs: number,
): Promise<ChildSettings> {
  const app = join(projectFolder, 'src', 'app');
  const components = await readComponents(join(app, 'functions'));
  return {
    accountId: NO_ACCOUNT,
    app: { path: app },
    platformVersion: PLATFORM_VERSION,
    // Our timeout ends a hanging function; HubSpot's would respond and leave it running.
    functionTimeoutMs: timeoutMs * 2,
    hubspotApiOrigin,
    hubspotWebsiteOrigin: HUBSPOT_WEBSITE,
    appFunctions: Object.fromEntries(
      components.map(({ uid, entrypoint, folder, secretKeys }) => [
        uid,
        {
          resolvedPath: join(projectFolder, 'src', entrypoint),
          componentRoot: folder,
          secrets: secretKeys,
        },
      ]),
    ),
  };
}
