// Started by server-rows.ts: fifty portals behind one address, each a sandbox of its own.

import { type SandboxCrm, startSandboxCrm } from '../sandbox/hubspot/start-sandbox-crm.ts';
import { openContext } from '../src/usecases/context.ts';
import { install } from '../src/usecases/install/install.ts';
import { servePortals } from '../test/portals-by-token.ts';
import { APP_ID, COMPANIES, FIRST_PORTAL, PORTALS, tokenOf } from './server-portals.ts';

/** No call waits for a limit: the headers name one that is never reached. */
const LIMITS = { oauthBurst: 1_000_000, search: 1_000_000 };

function start(portalId: number, loadFrom?: unknown): Promise<SandboxCrm> {
  const app = {
    token: tokenOf(portalId),
    sourceType: 'INTEGRATION',
    sourceId: String(APP_ID),
    isOAuth: true,
  } as const;
  return startSandboxCrm({
    ...{ tokens: [app], account: { portalId }, limits: LIMITS },
    owners: [{ id: '1', userId: 7, email: 'ada@example.com', firstName: 'Ada', lastName: 'Berg' }],
    ...(loadFrom !== undefined && { loadFrom }),
  });
}

/** Installed once, with some companies; the other portals begin as copies. */
async function furnished(): Promise<unknown> {
  const crm = await start(FIRST_PORTAL);
  const accessToken = tokenOf(FIRST_PORTAL);
  await install(openContext(() => ({ baseUrl: crm.baseUrl, accessToken })));
  const ids: string[] = [];
  for (let number = 0; number < COMPANIES; number += 1) {
    const response = await fetch(`${crm.baseUrl}/crm/objects/2026-09/companies`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ properties: { name: `Partner ${number}` } }),
    });
    ids.push(((await response.json()) as { id: string }).id);
  }
  const saved = crm.portal.dump();
  await crm.close();
  companyIds = ids;
  return saved;
}

let companyIds: string[] = [];
const saved = await furnished();
const portals = new Map<string, SandboxCrm>();
for (let portalId = FIRST_PORTAL; portalId < FIRST_PORTAL + PORTALS; portalId += 1)
  portals.set(tokenOf(portalId), await start(portalId, saved));

// a bench that was broken off leaves no process behind
process.on('disconnect', () => process.exit());
process.send?.({ baseUrl: await servePortals(portals), companyIds });
