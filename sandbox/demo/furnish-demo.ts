import { API_VERSION } from '../../src/crm/client/request.ts';
import { PARTNER_TYPES } from '../../src/icp/partner-types.ts';
import { openContext } from '../../src/usecases/context.ts';
import { install } from '../../src/usecases/install/install.ts';
import { answerCall } from '../../src/usecases/operations.ts';
import type { SavedPortal } from '../hubspot/saved-portal/saved-portal.ts';
import type { SandboxCrm } from '../hubspot/start-sandbox-crm.ts';
import { PARTNERSHIPS, PEOPLE } from './account.ts';
import { type DemoTokens, type MovableClock, movableClock, startDemoCrm } from './demo-crm.ts';
import { openingOf, planDemoPortal } from './plan-demo-portal.ts';
import { post, seedDemoPortal } from './seed-demo-portal.ts';
import type { Step } from './step.ts';

/**
 * Installs the app and seeds the demo. Saves call the operations in this process: HubSpot's executor reloads the
 * function for each call, which would triple the time.
 */
export async function furnishDemo(
  { baseUrl }: Pick<SandboxCrm, 'baseUrl'>,
  tokens: DemoTokens,
  clock: MovableClock,
  steps: readonly Step[],
): Promise<void> {
  const access = () => ({ accessToken: tokens.app, baseUrl });
  const context = { ...openContext(access, { publishes: 'always' }), now: clock.now };
  const isNew = steps.length > 0;
  if (isNew) await createPipeline(baseUrl, tokens);
  await install(context, { types: PARTNER_TYPES.map(({ key }) => key), extent: 'portal' });
  if (!isNew) return;
  const callApp = (call: unknown) => answerCall(() => context, call);
  await seedDemoPortal({ crmBaseUrl: baseUrl, tokenOf: tokens.of, callApp, clock }, steps);
}

/** The pipeline in which the portal worked on partners before it had the app. */
async function createPipeline(crmBaseUrl: string, { of }: DemoTokens): Promise<void> {
  await post({ crmBaseUrl, tokenOf: of }, PEOPLE[0].id, `/crm/pipelines/${API_VERSION}/deals`, PARTNERSHIPS);
}

/** The demo portal of a seed as it is at first, with dates that lead up to `now`. */
export async function freshDemo(seed: number, tokens: DemoTokens, now: Date): Promise<SavedPortal> {
  const clock = movableClock(() => now);
  clock.moveTo(openingOf(now));
  const crm = await startDemoCrm(clock, tokens);
  try {
    await furnishDemo(crm, tokens, clock, planDemoPortal(seed, now));
    return crm.portal.dump();
  } finally {
    await crm.close();
  }
}
