import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { throughExecutor } from '../sandbox/built-app.ts';
import { type Edition, buildPrivateEdition } from '../sandbox/build/build-edition.ts';
import { buildWorkerCards } from '../sandbox/build/build-worker-cards.ts';
import { type SandboxCrm, startSandboxCrm } from '../sandbox/hubspot/start-sandbox-crm.ts';
import { PEOPLE } from '../sandbox/demo/account.ts';
import type { FunctionExecutor } from '../sandbox/functions/function-executor.ts';
import { type CardBundle, createWorkbench } from '../sandbox/workbench/host/server.ts';
import { type Context, openContext } from '../src/usecases/context.ts';
import { install } from '../src/usecases/install/install.ts';

export const APP_TOKEN = 'bench-app-token';
const USER_TOKEN = 'bench-user-token';
const ROOT = join(import.meta.dirname, '..');
// Not the folder of the workbench, which may be running.
export const BUILD = join(ROOT, 'build', 'bench');

/** The built app, installed in a portal. Its function is not started yet. */
export interface BuiltApp {
  crm: SandboxCrm;
  context: Context;
  edition: Edition;
  /** As HubSpot's builder leaves them: what a browser loads. */
  workerCards: string[];
}

export async function buildApp(): Promise<BuiltApp> {
  const [person] = PEOPLE;
  const crm = await startSandboxCrm({
    tokens: [
      { token: APP_TOKEN, sourceType: 'INTEGRATION', sourceId: '4711' },
      { token: USER_TOKEN, sourceType: 'CRM_UI', sourceId: `userId:${person.userId}`, userId: person.userId },
    ],
    owners: PEOPLE,
  });
  const context = openContext(() => ({ accessToken: APP_TOKEN, baseUrl: crm.baseUrl }));
  const edition = await buildPrivateEdition(ROOT, join(BUILD, 'private'));
  const [workerCards] = await Promise.all([
    buildWorkerCards(edition.cards, join(BUILD, 'workbench')),
    install(context),
  ]);
  return { crm, context, edition, workerCards };
}

/** Creates a company with the token of the page. @returns its id */
export async function createCompany({ crm }: BuiltApp, name: string): Promise<string> {
  const response = await fetch(`${crm.baseUrl}/crm/objects/2026-09/companies`, {
    method: 'POST',
    headers: { authorization: `Bearer ${USER_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ properties: { name } }),
  });
  if (!response.ok) throw new Error(`The sandbox refused the company: ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}

/** Creates many companies at once, a hundred a call. */
export function createCompanies(app: BuiltApp, companies: readonly Record<string, string>[]): Promise<void> {
  return createRecords(app, 'companies', companies);
}

/** Creates many records at once, a hundred a call. */
export async function createRecords(
  { crm }: BuiltApp,
  objectType: string,
  records: readonly Record<string, string>[],
): Promise<void> {
  for (let start = 0; start < records.length; start += 100) {
    const inputs = records.slice(start, start + 100).map((properties) => ({ properties, associations: [] }));
    const response = await fetch(`${crm.baseUrl}/crm/objects/2026-09/${objectType}/batch/create`, {
      method: 'POST',
      headers: { authorization: `Bearer ${USER_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ inputs }),
    });
    if (!response.ok) throw new Error(`The sandbox refused the ${objectType}: ${await response.text()}`);
  }
}

/** Serves the pages with the card, and with further extensions. */
export async function serveApp(
  { crm, workerCards }: BuiltApp,
  executor: Pick<FunctionExecutor, 'call'>,
  others: readonly CardBundle[] = [],
): Promise<{ address: string; close: () => void }> {
  const workbench = await createWorkbench({
    crmBaseUrl: crm.baseUrl,
    uiTokenFor: () => USER_TOKEN,
    cardBundles: [
      ...workerCards.map((file) => ({ id: 'scorecard-card', title: 'Partner ICP', file })),
      ...others,
    ],
    callFunction: throughExecutor((name, call) => executor.call(name, call)),
    owners: [...PEOPLE],
  });
  const server = await new Promise<Server>((resolve, reject) => {
    const opening = workbench.listen(0, '127.0.0.1', () => resolve(opening));
    opening.once('error', reject);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
