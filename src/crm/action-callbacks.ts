import { CrmError } from './client/errors.ts';
import { API_VERSION, type Crm } from './client/request.ts';

/**
 * Ends an execution of a workflow action for which HubSpot was told to wait. One that does not wait any more is passed over:
 * it was ended before, or has expired.
 *
 * @param outputFields with `hs_execution_state`
 * @throws CrmError
 */
export async function completeCallback(
  crm: Crm,
  callbackId: string,
  outputFields: Readonly<Record<string, string | number>>,
): Promise<void> {
  const path = `/automation/actions/callbacks/${API_VERSION}/${encodeURIComponent(callbackId)}/complete`;
  try {
    await crm.send({ method: 'POST', path, body: { outputFields }, repeat: 'same' });
  } catch (error) {
    if (!(error instanceof CrmError && error.code === 'not-found')) throw error;
  }
}
