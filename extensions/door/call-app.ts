import { hubspot } from '@hubspot/ui-extensions';
import { FUNCTION_UNREACHABLE } from '../../src/messages/cards.ts';

/** The uid in serverless/partner-icp-hsmeta.json. */
const FUNCTION = 'partner-icp';

/** HubSpot reads this of a card's record and hands it over itself, so that the function knows the record. */
const RECORD_ID = 'hs_object_id';

/** The message shown when the call fails. */
export const UNREACHABLE = FUNCTION_UNREACHABLE;

/**
 * Asks the app's function: the door of the private edition. `call-app.oauth.ts` is the door of the other.
 *
 * @returns what HubSpot hands over, in any of its shapes
 * @throws whatever HubSpot rejects with
 */
export function callApp(operation: string, input: unknown): Promise<unknown> {
  // HubSpot types parameters as mutable JSON and answers as `any`; ours are read-only JSON.
  const parameters = { operation, input } as never;
  return hubspot.serverless<unknown>(FUNCTION, {
    parameters,
    // the settings page has no record
    ...(isOfRecord(input) && { propertiesToSend: [RECORD_ID] }),
  });
}

function isOfRecord(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'companyId' in input;
}
