import type { Server } from 'node:http';
import { workbenchSettings } from '../src/config/environment.ts';
import { SHIPPED_PROFILES } from '../src/icp/shipped-profiles.ts';
import { type RunningAutomation, startAutomation } from './automation/start-automation.ts';
import { builtPage } from './built-app.ts';
import { SIGNED_IN } from './demo/account.ts';
import { type DemoTokens, movableClock, openDemoTokens, PARTNER_ICP, startDemoCrm } from './demo/demo-crm.ts';
import { freshDemo, furnishDemo } from './demo/furnish-demo.ts';
import { openingOf, planDemoPortal } from './demo/plan-demo-portal.ts';
import { openPortalFile, type PortalFile } from './demo/portal-file.ts';
import { openWriteSaver } from './demo/save-writes.ts';
import { parseStartOptions, StartRefused } from './demo/start-options.ts';
import { LEGEND, TOUR } from './demo/tour.ts';
import type { RunningEdition } from './edition.ts';
import { DEFAULT_ACCOUNT } from './hubspot/account/account.ts';
import type { SandboxCrm } from './hubspot/start-sandbox-crm.ts';
import { oauthEdition } from './oauth-edition/oauth-edition.ts';
import { privateEdition } from './private-edition.ts';
import { propertyRoles } from './property-roles.ts';
import { type CardBundle, createWorkbench, type WorkbenchOptions } from './workbench/host/server.ts';
import type { Caller } from './workbench/host/settings.ts';

/** Starts a portal with the app installed, and the workbench that shows it. */
async function start(): Promise<void> {
  const { seed, dataFile, edition, isConnected } = parseStartOptions(process.argv.slice(2));
  const { port, databaseUrl } = workbenchSettings();
  const endEarlyExit = onSignal(() => process.exit(130));
  const file = dataFile === undefined ? undefined : await openPortalFile(dataFile);
  const clock = movableClock();
  const now = clock.now();
  const isNew = file?.saved === undefined;
  if (isNew) clock.moveTo(openingOf(now));
  const tokens = openDemoTokens();
  const built = await (edition === 'private'
    ? privateEdition(tokens.app)
    : oauthEdition({ databaseUrl, dataFile, isConnected }));
  const crm = await startDemoCrm(clock, tokens, { file, app: built.app });

  const steps = isNew ? planDemoPortal(seed, now) : [];
  const furnished = furnishDemo(crm, tokens, clock, steps, edition);
  const running = await built.start(
    crm,
    furnished.then((entries) => (isNew ? entries : null)),
  );
  crm.setLimits('on');
  // The seeded events must not trigger rules.
  await crm.events.delivered();
  const automation = startAutomation({
    events: crm.events,
    crmBaseUrl: crm.baseUrl,
    token: tokens.automation,
    now: clock.now,
    customActions: { actions: crm.actions, appIds: [PARTNER_ICP.id] },
  });
  const resetDemo = async () => {
    const fresh = await freshDemo(seed, tokens, new Date(), edition);
    await automation.settled();
    crm.portal.restore(fresh.portal);
    automation.reset();
    await running.reset(fresh.entries);
    await file?.save(crm.portal.dump());
  };
  const demo = { reset: resetDemo, tour: TOUR };
  const workbench = await openWorkbench(crm, tokens, built.cards, running, automation, demo);
  const address = await listen(workbench, port);
  crm.connections.leadTo('https://app.hubspot.com', address);
  const leave = await keep(crm, file);
  const end = async () => {
    await automation.close();
    await running.end();
    await leave();
  };
  endEarlyExit();
  onSignal(() => void end().then(...EXITS));
  console.log(`Workbench ${address}\nSandbox CRM ${crm.baseUrl}\ntoken ${tokens.app}`);
}

async function openWorkbench(
  crm: SandboxCrm,
  tokens: DemoTokens,
  cards: readonly CardBundle[],
  { reach }: RunningEdition,
  automation: RunningAutomation,
  demo: WorkbenchOptions['demo'] & object,
) {
  return createWorkbench({
    ...reach,
    crmBaseUrl: crm.baseUrl,
    uiTokenFor: tokens.of,
    cardBundles: [...cards],
    portal: { id: DEFAULT_ACCOUNT.portalId, timezone: 'UTC' },
    callers: CALLERS,
    owners: [...SIGNED_IN],
    automation,
    propertyRoles: propertyRoles(SHIPPED_PROFILES),
    legend: LEGEND,
    demo,
    assets: await builtPage(),
  });
}

/** Callers of the demo's tokens, apart from its people. */
const CALLERS: readonly Caller[] = [
  { sourceId: String(PARTNER_ICP.id), kind: 'app', name: PARTNER_ICP.name },
  { sourceId: 'workbench-automation', kind: 'automation', name: 'Automation' },
  { sourceId: 'customers.csv', kind: 'import', name: 'customers.csv' },
];

/** Saves the portal to its file, if there is one, after each write. @returns saves once more and stops */
async function keep(
  { portal, journal }: SandboxCrm,
  file: PortalFile | undefined,
): Promise<() => Promise<void>> {
  if (file === undefined) return () => Promise.resolve();
  const save = () => file.save(portal.dump());
  await save();
  const saver = openWriteSaver(journal, save, console.error);
  const timer = setInterval(() => void saver.round(), PAUSE_MS);
  return async () => {
    clearInterval(timer);
    await save();
  };
}

/** Writes within this time are saved together. */
const PAUSE_MS = 1_000;

/** Runs at Ctrl-C or TERM, each once. @returns takes it back */
function onSignal(run: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, run);
  return () => {
    for (const signal of signals) process.off(signal, run);
  };
}

const EXITS = [
  () => process.exit(0),
  (error: unknown) => {
    console.error('The portal was not saved:', error);
    process.exit(1);
  },
] as const;

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
  const message = error instanceof Error ? error.message : String(error);
  if (taken) console.error('The port is in use. Choose another with PORT, or PORT=0 for any free one.');
  else console.error(error instanceof StartRefused ? message : `The workbench cannot start: ${message}`);
  process.exit(error instanceof StartRefused ? 2 : 1);
}
