import type { Operations } from '../../contract/operations.ts';
import type { TriageAct, TriagePlan } from '../../contract/triage.ts';
import { type CompanyRecord, readRecords } from '../../crm/company-record.ts';
import { type WantedDecision, parseDecision } from '../../icp/decision.ts';
import type { SlotHolder } from '../../icp/slots.ts';
import * as say from '../../messages/triage.ts';
import type { Context } from '../context.ts';
import { slotHolders } from '../decisions/read-slots.ts';
import { refusedField } from '../decisions/wanted-decision.ts';
import { companyNameOf } from '../names.ts';
import { underPolicy } from '../policy/with-policy.ts';
import { Refused } from '../refused.ts';
import { type Planned, leftOut, planOf } from './company-plan.ts';
import { planDecision } from './plan-decision.ts';
import { planTakeOver } from './plan-take-over.ts';
import { planType } from './plan-type.ts';
import { requireSigned } from './require-signed.ts';

/**
 * What an act would do to each of some companies, by what HubSpot holds now. Writes nothing. One call, one more to go deep
 * without a reason.
 *
 * @returns a plan for each id, in their order; none twice for companies that were merged
 * @throws Refused `not-allowed` where HubSpot has not signed who asks; `invalid-input` for a decision that cannot stand
 * @throws CrmError
 */
export async function previewTriage(
  outside: Context,
  { act, companyIds, deepBefore = [] }: Operations['preview-triage']['input'],
): Promise<Operations['preview-triage']['answer']> {
  requireSigned(outside);
  const { policy } = await outside.policy.read(outside.home);
  const context = underPolicy(outside, policy);
  const plan = await plannerOf(act, deepBefore, context);
  const { records, unread } = await readRecords(context, companyIds);
  const planned = new Set<string>();
  const plans = companyIds.map((asked): TriagePlan => {
    const named = { companyId: asked, companyName: companyNameOf({ id: asked, name: '', domain: '' }) };
    const record = records.get(asked);
    if (record === undefined)
      return leftOut(named, { reason: unread.get(asked)?.message ?? say.COMPANY_GONE });
    if (planned.has(record.id))
      return leftOut(named, { reason: say.mergedIntoSelected(companyNameOf(record)) });
    planned.add(record.id);
    return planOf(
      record,
      refusalAsReason(() => plan(record)),
    );
  });
  return { plans };
}

type Planner = (record: CompanyRecord) => Planned;

async function plannerOf(act: TriageAct, deepBefore: readonly string[], context: Context): Promise<Planner> {
  switch (act.kind) {
    case 'set-type':
    case 'start':
      return (record) => planType(record, act, context);
    case 'take-over':
      return (record) => planTakeOver(record, context);
    case 'decide': {
      const wanted = decisionOfAct(act);
      const holders = needsSlots(wanted) ? await holdersWith(context, wanted, deepBefore) : [];
      return (record) => {
        const planned = planDecision(record, wanted, holders, context);
        if ('seen' in planned && needsSlots(wanted)) hold(holders, record.id, companyNameOf(record));
        return planned;
      };
    }
  }
}

/** @throws Refused by field when it cannot stand about any company */
export function decisionOfAct(act: Extract<TriageAct, { kind: 'decide' }>): WantedDecision {
  const parsed = parseDecision(act);
  if ('message' in parsed) throw refusedField(parsed.field, parsed.message);
  return parsed;
}

/** Whether the slots of the quarter are counted: a reason allows to go over them. */
export function needsSlots({ decision, reason }: WantedDecision): boolean {
  return decision === 'go-deep' && reason === '';
}

/** Who holds the slots, with those that the same act goes deep with: HubSpot's search may not show them yet. */
export async function holdersWith(
  context: Context,
  { quarter }: WantedDecision,
  deepBefore: readonly string[],
): Promise<SlotHolder[]> {
  const holders: SlotHolder[] = await slotHolders(context, quarter);
  for (const id of deepBefore) hold(holders, id, companyNameOf({ id, name: '', domain: '' }));
  return holders;
}

export function hold(holders: SlotHolder[], companyId: string, companyName: string): void {
  if (!holders.some((holder) => holder.companyId === companyId)) holders.push({ companyId, companyName });
}

function refusalAsReason(plan: () => Planned): Planned {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { reason: error.message };
  }
}
