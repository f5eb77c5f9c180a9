import type { CrmRequest } from '../../../src/crm/client/request.ts';
import type { FieldValue } from '../../../src/icp/fields.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { aroundCalls } from '../../around-calls.ts';
import type { Portal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';

export const jane = 'jane@example.com';
export const omar = 'omar@example.com';

/** Numbers for fields that nobody filled in yet. */
export function firstTime(values: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { seen: null, value }]));
}

/** A company that Jane has rated: by default the guide's candidate of 430 points. */
export async function scoredCompany(
  portal: Portal,
  ratings: Readonly<Record<string, number>> = workflowTool,
): Promise<string> {
  const companyId = await portal.createCompany();
  await saveScorecard(portal.context, { companyId, changes: firstTime(ratings), by: jane });
  return companyId;
}

/** Saves one field. */
export function saveField(
  context: Context,
  companyId: string,
  field: string,
  [seen, value]: readonly [FieldValue, FieldValue],
  by = jane,
) {
  return saveScorecard(context, { companyId, changes: { [field]: { seen, value } }, by });
}

/** Our app's way to the portal, with something happening right before or right after each write. Writes count from 1. */
export function meanwhile(
  { context }: Portal,
  at: 'before' | 'after',
  happens: (request: CrmRequest, count: number) => Promise<unknown>,
): Context {
  return { ...context, crm: aroundCalls(context.crm, ({ method }) => method === 'PATCH', at, happens) };
}
