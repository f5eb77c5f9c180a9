import { terminalSettings } from '../config/environment.ts';
import { type PortalLimits, collectLimits } from '../crm/client/headers.ts';
import { DEFAULT_TRANSPORT, openCrm } from '../crm/client/client.ts';
import type { Context } from '../usecases/context.ts';

/** A hundred records with a hundred properties each may take HubSpot longer than the one record of a card. */
const DEADLINE_MS = 30_000;

/**
 * The context of a command that works on the whole portal, and the limits of the portal as its responses name them.
 *
 * @throws Refused `not-configured`
 */
export function bulkContext(connect: () => Context): { context: Context; limits: () => PortalLimits } {
  const context = connect();
  const { onHeaders, limits } = collectLimits(context.now);
  const crm = openCrm(terminalSettings(), { ...DEFAULT_TRANSPORT, deadlineMs: DEADLINE_MS, onHeaders });
  return { context: { ...context, crm }, limits };
}
