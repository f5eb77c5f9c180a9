import { terminalSettings } from '../config/environment.ts';
import { type Heard, openHearingCrm } from '../crm/client/rate-limit-headers.ts';
import { DEFAULT_TRANSPORT } from '../crm/client/client.ts';
import type { Context } from '../usecases/context.ts';

/** A hundred records with a hundred properties each may take HubSpot longer than the one record of a card. */
const DEADLINE_MS = 30_000;

/**
 * The context of a command that works on the whole portal, and what its transport hears of it.
 *
 * @throws Refused `not-configured`
 */
export function bulkContext(connect: () => Context): { context: Context; heard: () => Heard } {
  const context = connect();
  const settings = { ...DEFAULT_TRANSPORT, deadlineMs: DEADLINE_MS };
  const { crm, heard } = openHearingCrm(terminalSettings(), context.now, settings);
  return { context: { ...context, crm }, heard };
}
