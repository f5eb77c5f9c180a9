import type { Server } from 'node:http';
import { workbenchSettings } from '../src/config/environment.ts';
import { SHIPPED_PROFILES } from '../src/icp/shipped-profiles.ts';
import { type RunningAutomation, startAutomation } from './automation/start-automation.ts';
import { builtApp, builtPage, throughExecutor } from './built-app.ts';
import { SIGNED_IN } from './demo/account.ts';
import { type DemoTokens, movableClock, openDemoTokens, startDemoCrm } from './demo/demo-crm.ts';
import { freshDemo, furnishDemo } from './demo/furnish-demo.ts';
import { openingOf, planDemoPortal } from './demo/plan-demo-portal.ts';
import { openPortalFile, type PortalFile } from './demo/portal-file.ts';
import { openWriteSaver } from './demo/save-writes.ts';
import { parseStartOptions, StartRefused } from './demo/start-options.ts';
import { LEGEND, TOUR } from './demo/tour.ts';
import { type FunctionExecutor, startFunctionExecutor } from './functions/function-executor.ts';
import type { SandboxCrm } from './hubspot/start-sandbox-crm.ts';
import { propertyRoles } from './property-roles.ts';
import { type CardBundle, createWorkbench, type WorkbenchOptions } from './workbench/host/server.ts';
import type { Caller } from './workbench/host/settings.ts';

/** Starts a portal with the app installed, and the workbench that shows it. */
async function start(): Promise<void> {
  const { seed, dataFile } = parseStartOptions(process.argv.slice(2));
  const { port } = workbenchSettings();
  const endEarlyExit = onSignal(() => process.exit(130));
  const file = dataFile === undefined ? undefined : await openPortalFile(dataFile);
  const clock = movableClock();
  const now = clock.now();
  const isNew = file?.saved === undefined;
  if (isNew) clock.moveTo(openingOf(now));
  const tokens = openDemoTokens();
  const crm = await startDemoCrm(clock, tokens, file);

  const { projectFolder, cards } = await builtApp();
  const [executor] = await Promise.all([
    startFunctionExecutor({
      projectFolder,
      environment: { PRIVATE_APP_ACCESS_TOKEN: tokens.app, HUBSPOT_BASE_URL: crm.baseUrl },
      log: console.error,
    }),
    furnishDemo(crm, tokens, clock, isNew ? planDemoPortal(seed, now) : []),
  ]);
  const callFunction: FunctionExecutor['call'] = (name, call) => executor.call(name, call);
  crm.setLimits('on');
  // The seeded events must not trigger rules.
  await crm.events.delivered();
  const automation = startAutomation({
    events: crm.events,
    crmBaseUrl: crm.baseUrl,
    token: tokens.automation,
    now: clock.now,
    customActions: { actions: crm.actions, appIds: [APP_ID] },
  });
  const resetDemo = async () => {
    const fresh = await freshDemo(seed, tokens, new Date());
    await automation.settled();
    crm.portal.restore(fresh);
    automation.reset();
    await file?.save(crm.portal.dump());
  };
  const demo = { reset: resetDemo, tour: TOUR };
  const workbench = await openWorkbench(crm, tokens, cards, callFunction, automation, demo);
  const address = await listen(workbench, port);
  const leave = await keep(crm, file);
  const end = async () => {
    await automation.close();
    await executor.close();
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
  callFunction: FunctionExecutor['call'],
  automation: RunningAutomation,
  demo: WorkbenchOptions['demo'] & object,
) {
  return createWorkbench({
    crmBaseUrl: crm.baseUrl,
    uiTokenFor: tokens.of,
    cardBundles: [...cards],
    callers: CALLERS,
    callFunction: throughExecutor(callFunction),
    owners: [...SIGNED_IN],
    automation,
    propertyRoles: propertyRoles(SHIPPED_PROFILES),
    legend: LEGEND,
    demo,
    assets: await builtPage(),
  });
}

/** The app id of the demo's token. */
const APP_ID = 4711;

/** Callers of the demo's tokens, apart from its people. */
const CALLERS: readonly Caller[] = [
  { sourceId: String(APP_ID), kind: 'app', name: 'Partner ICP' },
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
