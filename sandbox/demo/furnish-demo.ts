import type { HomeEntry } from '../../src/contract/policy-home.ts';
import { API_VERSION } from '../../src/crm/client/request.ts';
import type { Edition } from '../../src/crm/installation-record.ts';
import { PARTNER_TYPES } from '../../src/icp/partner-types.ts';
import { openContext } from '../../src/usecases/context.ts';
import { install, planInstall } from '../../src/usecases/install/install.ts';
import { answerCall } from '../../src/usecases/answer-call.ts';
import type { SavedPortal } from '../hubspot/saved-portal/saved-portal.ts';
import type { SandboxCrm } from '../hubspot/start-sandbox-crm.ts';
import { PARTNERSHIPS, PEOPLE } from './account.ts';
import { type DemoTokens, type MovableClock, movableClock, startDemoCrm } from './demo-crm.ts';
import { homeInMemory } from './home-in-memory.ts';
import { openingOf, planDemoPortal } from './plan-demo-portal.ts';
import { post, seedDemoPortal } from './seed-demo-portal.ts';
import type { Step } from './step.ts';

/**
 * Installs the app and seeds the demo. Saves call the operations in this process: HubSpot's executor reloads the
 * function for each call, which would triple the time.
 *
 * @returns what the OAuth edition keeps in its server; the private one keeps all in the portal
 */
export async function furnishDemo(
  { baseUrl }: Pick<SandboxCrm, 'baseUrl'>,
  tokens: DemoTokens,
  clock: MovableClock,
  steps: readonly Step[],
  edition: Edition = 'private',
): Promise<readonly HomeEntry[]> {
  const access = () => ({ accessToken: tokens.app, baseUrl });
  const entries = new Map<string, HomeEntry>();
  const home = edition === 'oauth' ? { home: homeInMemory(entries) } : {};
  const context = { ...openContext(access, { publishes: 'always' }), ...home, edition, now: clock.now };
  const isNew = steps.length > 0;
  if (isNew) await createPipeline(baseUrl, tokens);
  const wanted = { types: PARTNER_TYPES.map(({ key }) => key), extent: 'portal', edition } as const;
  // the server of the OAuth edition installs by itself, once it is connected: only another edition is refused here
  await (isNew || edition === 'private' ? install(context, wanted) : planInstall(context, wanted));
  if (!isNew) return [];
  const callApp = (call: unknown) => answerCall(() => context, call);
  await seedDemoPortal({ crmBaseUrl: baseUrl, tokenOf: tokens.of, callApp, clock }, steps);
  return [...entries.values()];
}

/** The pipeline in which the portal worked on partners before it had the app. */
async function createPipeline(crmBaseUrl: string, { of }: DemoTokens): Promise<void> {
  await post({ crmBaseUrl, tokenOf: of }, PEOPLE[0].id, `/crm/pipelines/${API_VERSION}/deals`, PARTNERSHIPS);
}

/** The demo portal of a seed as it is at first, with dates that lead up to `now`. */
export async function freshDemo(
  seed: number,
  tokens: DemoTokens,
  now: Date,
  edition: Edition,
): Promise<{ portal: SavedPortal; entries: readonly HomeEntry[] }> {
  const clock = movableClock(() => now);
  clock.moveTo(openingOf(now));
  const crm = await startDemoCrm(clock, tokens);
  try {
    const entries = await furnishDemo(crm, tokens, clock, planDemoPortal(seed, now), edition);
    return { portal: crm.portal.dump(), entries };
  } finally {
    await crm.close();
  }
}
