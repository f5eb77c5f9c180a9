import type { CompanyRecord } from '../../crm/company-record.ts';
import { type WantedDecision, decisionFault, decisionLabel, isAgainstChecks } from '../../icp/decision.ts';
import { type SlotHolder, holderNames, isFull } from '../../icp/slots.ts';
import { AGAINST_CHECKS, decisionInQuarter } from '../../messages/decisions.ts';
import * as say from '../../messages/triage.ts';
import { type Context, today } from '../context.ts';
import { decisionOf } from '../decisions/decision-of.ts';
import { judge, readScorecard, refusalToWrite } from '../scorecard/judge.ts';
import type { Planned } from './company-plan.ts';

/**
 * What a decision does to a company.
 *
 * @param holders who holds the slots of its quarter, those among the companies before this one included
 * @throws Refused where nothing may be written to it
 */
export function planDecision(
  record: CompanyRecord,
  wanted: WantedDecision,
  holders: readonly SlotHolder[],
  context: Context,
): Planned {
  const judgement = judge(readScorecard(record, context), context);
  const refusal = refusalToWrite(judgement, context);
  if (refusal !== null) throw refusal;
  const { decision, quarter, stored, basisNow, hindrance } = decisionOf(judgement, context);
  if (hindrance !== null || basisNow === null || judgement.verdict === null)
    return { reason: hindrance ?? say.NO_SCORECARD };
  const fault = decisionFault(wanted, judgement.verdict, {
    today: today(context),
    isFull: isFull(holders, context.settings.slots, record.id),
    holders: holderNames(holders.filter(({ companyId }) => companyId !== record.id)),
  });
  if (fault !== null) return { reason: fault.message.charAt(0).toUpperCase() + fault.message.slice(1) };
  const before =
    decision === null ? say.NOT_DECIDED_YET : decisionInQuarter(decisionLabel(decision), quarter);
  const isAgainst = isAgainstChecks({ decision: wanted.decision, basis: basisNow });
  const after = decisionInQuarter(decisionLabel(wanted.decision), wanted.quarter);
  return {
    seen: { kind: 'decide', stored, basis: basisNow },
    isReplacing: stored.decision !== '',
    lines: [
      say.decisionLine(before, isAgainst ? `${after}, ${AGAINST_CHECKS}` : after),
      say.restsOn(basisNow),
    ],
  };
}
