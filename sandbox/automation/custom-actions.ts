import type { Actions } from '../hubspot/actions/action-runner.ts';
import type { CustomAction } from '../workbench/pages/automation/automation.ts';
import { listIn, recordIn } from '../workbench/pages/parse.ts';
import { customActionIn } from './parse-custom-action.ts';

const DEADLINE = 10_000;

export interface CustomActionOptions {
  /** Calls custom actions: signing, retries, waiting for the app. */
  readonly actions: Pick<Actions, 'fire'>;
  /** Whose actions rules may call: HubSpot lists definitions by app, and no call lists the apps. */
  readonly appIds: readonly number[];
}

/**
 * The published actions of the apps, from HubSpot's API. An unknown app has none.
 *
 * @throws Error in words when the CRM refuses
 */
export async function listCustomActions(
  baseUrl: string,
  token: string,
  appIds: readonly number[],
): Promise<CustomAction[]> {
  const found = await Promise.all(appIds.map((appId) => definitionsOf(baseUrl, token, appId)));
  return found.flat();
}

async function definitionsOf(baseUrl: string, token: string, appId: number): Promise<CustomAction[]> {
  const response = await fetch(`${baseUrl}/automation/actions/2026-09/${appId}?limit=100`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(DEADLINE),
  });
  if (response.status === 404) return [];
  if (!response.ok) throw new Error(`The custom actions cannot be read (status ${response.status}).`);
  const definitions = listIn(recordIn(await response.json())['results']);
  return definitions
    .filter((definition) => recordIn(definition)['published'] === true)
    .map((definition) => customActionIn(String(appId), definition));
}
