import { type Portal, openPortal } from '../portal.ts';
import type { Decision } from '../../src/icp/decision.ts';
import { decide } from '../../src/usecases/decisions/decide.ts';
import { loadScorecard } from '../../src/usecases/scorecard/load.ts';
import { jane } from '../usecases/scorecard/scoring.ts';

/** A portal on 3 March 2027, with technology partners alone. */
export function openMarchPortal(): Promise<Portal> {
  return openPortal({ now: () => new Date('2027-03-03T12:00:00Z'), types: ['technology'] });
}

/** Jane decides about a company. */
export async function decideAbout(
  { context }: Portal,
  companyId: string,
  decision: Decision,
  { quarter = '2027-Q1', reason = '', askAgainOn = '' } = {},
) {
  const { decision: found } = await loadScorecard(context, { companyId });
  const values = {
    ...{ decision, decision_quarter: quarter, decision_reason: reason, ask_again_on: askAgainOn },
    decided_at: context.now().toISOString(),
  };
  const changes = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      { seen: found.stored[field as keyof typeof found.stored], value },
    ]),
  ) as unknown as Parameters<typeof decide>[1]['changes'];
  return decide(context, { companyId, changes, basis: found.basisNow ?? '', by: jane });
}
