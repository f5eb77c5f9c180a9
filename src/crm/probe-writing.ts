import { CrmError } from './client/errors.ts';
import { API_VERSION, type Crm } from './client/request.ts';

/** Calls that would write if they had anything to write. HubSpot looks at the scopes of a call before its body. */
const WRITES = [
  `/crm/objects/${API_VERSION}/companies/batch/update`,
  `/crm/properties/${API_VERSION}/companies/batch/create`,
  `/crm/objects/${API_VERSION}/deals/batch/update`,
  `/crm/properties/${API_VERSION}/deals/batch/create`,
];

/**
 * Finds out whether the token may write what the app writes, without writing: each call carries an empty batch.
 *
 * @returns the refusals for want of a scope
 * @throws CrmError when the portal cannot be reached, or does not accept the token
 */
export async function probeWriting(crm: Crm): Promise<CrmError[]> {
  const refusals: CrmError[] = [];
  for (const path of WRITES) {
    try {
      await crm.send({ method: 'POST', path, body: { inputs: [] }, repeat: 'reads' });
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      if (error.code === 'missing-scope') refusals.push(error);
      else if (error.code !== 'invalid-request') throw error;
    }
  }
  return refusals;
}
