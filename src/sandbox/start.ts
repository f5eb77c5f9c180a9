import type { Server } from 'node:http';
import { join } from 'node:path';

import { workbenchSettings } from '../config/environment.ts';
import { openContext } from '../usecases/context.ts';
import { install } from '../usecases/install.ts';
import { buildPrivateEdition } from './build/build-private-edition.ts';
import { buildWorkerCards } from './build/build-worker-cards.ts';
import { startSandboxCrm } from './crm/start-sandbox-crm.ts';
import { PEOPLE } from './demo/people.ts';
import { seedDemoPortal } from './demo/seed-demo-portal.ts';
import { startFunctionExecutor } from './functions/function-executor.ts';
import { createWorkbench } from './workbench/server.ts';

/** The private app's token in the sandbox. It opens nothing but this process. */
const APP_TOKEN = 'sandbox-app-token';
const userToken = (ownerId: string) => `sandbox-user-token-${ownerId}`;

/** Starts a portal in memory with the app installed, and the workbench that shows it. */
async function start(): Promise<void> {
  const { port } = workbenchSettings();
  const [crm, edition] = await Promise.all([
    startPortal(),
    buildPrivateEdition(ROOT, join(BUILD, 'hubspot', 'private')),
  ]);
  const access = { accessToken: APP_TOKEN, baseUrl: crm.baseUrl };
  const [cards, executor] = await Promise.all([
    buildWorkerCards(edition.cards, join(BUILD, 'workbench')),
    startFunctionExecutor({
      projectFolder: edition.projectFolder,
      environment: { PRIVATE_APP_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: crm.baseUrl },
      log: console.error,
    }),
    install(openContext(() => access)),
  ]);
  const workbench = await createWorkbench({
    crmBaseUrl: crm.baseUrl,
    uiTokenFor: userToken,
    cardBundles: cards.map((file) => ({ id: 'scorecard-card', title: 'Partner ICP', file })),
    callFunction: (name, { parameters }) => executor.call(name, { parameters }),
    owners: [...PEOPLE],
  });
  await seedDemoPortal({
    crmBaseUrl: crm.baseUrl,
    userToken: userToken(PEOPLE[0].id),
    callFunction: (name, call) => executor.call(name, call),
  });
  const address = await listen(workbench, port);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void executor.close().finally(() => process.exit(0)));
  console.log(`Workbench ${address}\nSandbox CRM ${crm.baseUrl}\ntoken ${APP_TOKEN}`);
}

const ROOT = join(import.meta.dirname, '..', '..');
const BUILD = join(ROOT, 'build');

function startPortal() {
  return startSandboxCrm({
    tokens: [
      { token: APP_TOKEN, sourceType: 'INTEGRATION', sourceId: '4711', sourceLabel: 'Partner ICP' },
      ...PEOPLE.map(({ id, userId }) => ({
        token: userToken(id),
        sourceType: 'CRM_UI',
        sourceId: `userId:${userId}`,
        userId,
      })),
    ],
    owners: PEOPLE,
  });
}

function listen(app: { listen: (port: number, host: string) => Server }, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, '127.0.0.1');
    server.once('error', reject);
    server.once('listening', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`);
    });
  });
}

try {
  await start();
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const sentence = taken
    ? 'The port is in use. Choose another with PORT, or PORT=0 for any free one.'
    : `The workbench cannot start: ${error instanceof Error ? error.message : String(error)}`;
  console.error(sentence);
  process.exit(1);
}
