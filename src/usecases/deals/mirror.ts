import { CrmError } from '../../crm/client/errors.ts';
import { dealsNotUpdated } from '../../messages/csv.ts';
import { searchBehind } from '../../messages/hubspot.ts';
import type { Context } from '../context.ts';
import { syncDeals } from './sync.ts';

/**
 * Updates deals after many companies were written. One that fails is repaired by the next save or the doctor.
 *
 * @returns why some deals do not show the new verdicts yet, a sentence each
 */
export async function mirrorAfterBulk(context: Context): Promise<string[]> {
  try {
    const { behind, missing } = await syncDeals(context);
    const [first] = behind;
    return [
      ...(first === undefined ? [] : [dealsNotUpdated(first.reason)]),
      ...(missing > 0 ? [dealsNotUpdated(searchBehind(missing))] : []),
    ];
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return [dealsNotUpdated(error.message)];
  }
}
