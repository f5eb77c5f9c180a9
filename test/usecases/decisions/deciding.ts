import { DECISION_FIELD_NAMES } from '../../../src/crm/decision-fields.ts';
import { propertyOf } from '../../../src/crm/property-names.ts';
import type { DecideAnswer } from '../../../src/contract/decisions.ts';
import { decide } from '../../../src/usecases/decisions/decide.ts';
import type { RequestedDecision } from '../../../src/usecases/decisions/wanted-decision.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import type { Portal } from '../../portal.ts';
import { jane, scoredCompany } from '../scorecard/scoring.ts';

export const BASIS = '430, Deep, Cleared, shipped profile';
export const BASIS_PENDING = '430, Deep, Not yet cleared, shipped profile';

const CHECKS = [
  ...['vanity_logo', 'competitor_in_disguise', 'single_prospect_request'],
  ...['dead_api', 'enthusiastic_contact'],
];

/** The guide's candidate of 430 points with its evidence, and every check clear with a note. */
export async function clearedCompany(portal: Portal): Promise<string> {
  const companyId = await scoredCompany(portal);
  const changes: Record<string, { seen: string; value: string }> = {
    customer_overlap_evidence: { seen: '', value: 'Counted in May' },
    technical_readiness_evidence: { seen: '', value: 'Opened in May' },
  };
  for (const check of CHECKS) {
    changes[`check_${check}`] = { seen: 'open', value: 'clear' };
    changes[`check_${check}_note`] = { seen: '', value: 'Looked at it.' };
  }
  await saveScorecard(portal.context, { companyId, changes, by: jane });
  return companyId;
}

interface Wanted {
  decision?: unknown;
  quarter?: unknown;
  reason?: unknown;
  askAgainOn?: unknown;
  at?: unknown;
  /** What was seen of the fields; nothing decided when left out. */
  seen?: Partial<Record<keyof RequestedDecision, unknown>>;
  basis?: string;
  by?: string;
}

/** What a card sends: to go deep in 2027-Q1 unless told otherwise. */
export function requestOf({ now }: Context, companyId: string, wanted: Wanted = {}) {
  const seen = wanted.seen ?? {};
  const change = (field: keyof RequestedDecision, value: unknown) => ({ seen: seen[field] ?? '', value });
  return {
    companyId,
    changes: {
      decision: change('decision', wanted.decision ?? 'go-deep'),
      decision_quarter: change('decision_quarter', wanted.quarter ?? '2027-Q1'),
      decision_reason: change('decision_reason', wanted.reason ?? ''),
      ask_again_on: change('ask_again_on', wanted.askAgainOn ?? null),
      decided_at: change('decided_at', wanted.at ?? now().toISOString()),
    },
    basis: wanted.basis ?? BASIS,
    by: wanted.by ?? jane,
  };
}

/** Decides as a card that was loaded just now. */
export async function decideNow(
  portal: Portal,
  companyId: string,
  wanted: Wanted = {},
): Promise<DecideAnswer> {
  const { decision } = await loadScorecard(portal.context, { companyId });
  const { stored: seen, basisNow } = decision;
  return decide(
    portal.context,
    requestOf(portal.context, companyId, { seen, basis: basisNow ?? '', ...wanted }),
  );
}

/** What the fields of a decision hold, and how many entries each one's history has. */
export async function decisionWithHistory(
  portal: Portal,
  companyId: string,
): Promise<Record<string, readonly [value: string | undefined, entries: number]>> {
  const stored = await portal.stored(companyId);
  const fields = DECISION_FIELD_NAMES.map(propertyOf).map(async (name) => {
    const { length } = await portal.valuesOf(companyId, name);
    return [name, [stored[name], length] as const] as const;
  });
  return Object.fromEntries(await Promise.all(fields));
}
