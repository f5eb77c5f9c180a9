import type { FieldValue } from '../../../src/icp/fields.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import { TYPE_FIELD, typeChange } from '../../../src/icp/type-change.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import type { Portal } from '../../portal.ts';
import { firstTime, jane, omar } from './scoring.ts';

/** Ratings for the six questions that every type beside technology asks: 405 points. */
export const ratings = {
  people: 4,
  company_alignment: 3,
  role_criteria: 5,
  compatibility: 5,
  collaboration_support: 4,
  market_access: 3,
} as const;

type Changes = Record<string, { seen: FieldValue; value: FieldValue }>;

/** A company that Jane has rated as the type, with evidence behind every rating. */
export async function ratedAs({ createCompany, context }: Portal, type: PartnerType): Promise<string> {
  const companyId = await createCompany();
  const changes: Changes = { partner_type: { seen: null, value: type }, ...firstTime(ratings) };
  for (const key of Object.keys(ratings)) changes[`${key}_evidence`] = { seen: '', value: `${key} seen` };
  await saveScorecard(context, { companyId, changes, by: jane });
  return companyId;
}

/** A change of type as a door sends it: with everything that it does, as it stands. */
export async function changeOfType(
  { context }: Portal,
  companyId: string,
  to: PartnerType,
): Promise<Changes> {
  const { scorecard } = await loadScorecard(context, { companyId });
  return { [TYPE_FIELD]: { seen: scorecard.type, value: to }, ...typeChange(scorecard) };
}

/** Omar changes the type. */
export async function changeType(portal: Portal, companyId: string, to: PartnerType) {
  const changes = await changeOfType(portal, companyId, to);
  return saveScorecard(portal.context, { companyId, changes, by: omar });
}
