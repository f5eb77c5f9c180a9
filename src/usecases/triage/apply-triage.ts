import type { Operations } from '../../contract/operations.ts';
import type { TriageOutcome, TriageResult } from '../../contract/triage.ts';
import { inBulk } from '../../crm/client/client.ts';
import { CrmError, type CrmErrorCode } from '../../crm/client/errors.ts';
import type { SlotHolder } from '../../icp/slots.ts';
import { RATE_LIMIT_MEANWHILE } from '../../messages/triage.ts';
import type { Context } from '../context.ts';
import { companyNameOf } from '../names.ts';
import { Refused, type RefusalCode } from '../refused.ts';
import { type CarriedOut, carryOutDecision, carryOutTakeOver, carryOutType, mismatch } from './carry-out.ts';
import { decisionOfAct, hold, needsSlots } from './preview-triage.ts';
import { requireSigned } from './require-signed.ts';

/**
 * No company is begun later than this after the call. HubSpot ends it after 15 seconds, the server after 13, and one company
 * may need several calls that are repeated.
 */
const BEGIN_WITHIN_MS = 6_000;

/** Companies that are worked on at the same time. */
const AT_ONCE = 4;

/** So many companies in a row for which HubSpot could not be asked: the next ones would meet the same. */
const MOST_FAILED = 2;

type Input = Operations['apply-triage']['input'];

/**
 * Does an act to each of some companies, as a person does on their cards: what changed since it was seen stays and is told.
 * A repeat changes nothing. What there is no time for is left, and sent again.
 *
 * @throws Refused `not-allowed` where HubSpot has not signed who asks; `invalid-input` for a decision that cannot stand
 */
export async function applyTriage(
  outside: Context,
  input: Input,
): Promise<Operations['apply-triage']['answer']> {
  requireSigned(outside);
  const wanted = input.act.kind === 'decide' ? decisionOfAct(input.act) : null;
  // one after the other where each takes a slot from the next
  const takesSlots = wanted !== null && needsSlots(wanted);
  const context = { ...outside, crm: inBulk(outside.crm), home: outside.home.inBulk() };
  const endsAt = context.now().getTime() + BEGIN_WITHIN_MS;
  const holders: SlotHolder[] = [];
  for (const id of input.deepBefore ?? []) hold(holders, id, recordName(id));
  const queue = [...input.companies];
  const results = new Map<string, TriageResult>();
  let stopped: string | null = null;
  let failed = 0;

  const work = async (): Promise<void> => {
    while (stopped === null && context.now().getTime() < endsAt) {
      const next = queue.shift();
      if (next === undefined) return;
      const { companyId } = next;
      try {
        const { outcome, sentence } = await carryOut(context, input, next, holders);
        results.set(companyId, { companyId, outcome, sentence });
        if (takesSlots && outcome !== 'refused') hold(holders, companyId, recordName(companyId));
        failed = 0;
      } catch (error) {
        if (!(error instanceof Refused || error instanceof CrmError)) throw error;
        if (STOPPING.includes(error.code)) {
          stopped ??= error.code === 'rate-limited' ? RATE_LIMIT_MEANWHILE : error.message;
          return;
        }
        const outcome = outcomeOf(error);
        results.set(companyId, { companyId, outcome, sentence: error.message });
        if (takesSlots && outcome === 'unknown') hold(holders, companyId, recordName(companyId));
        failed = outcome === 'failed' ? failed + 1 : 0;
        if (failed >= MOST_FAILED) stopped ??= error.message;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: takesSlots ? 1 : AT_ONCE }, work));
  const bug = ended.find(({ status }) => status === 'rejected');
  if (bug?.status === 'rejected') throw bug.reason;
  const ids = input.companies.map(({ companyId }) => companyId);
  return {
    results: ids.flatMap((id) => results.get(id) ?? []),
    left: ids.filter((id) => !results.has(id)),
    stopped,
  };
}

/** What every other company would meet too: nothing was written to the one that met it. */
const STOPPING: readonly (RefusalCode | CrmErrorCode)[] = [
  ...(['not-connected', 'not-configured', 'other-edition', 'policy-damaged'] as const),
  ...(['rate-limited', 'wrong-token', 'missing-scope'] as const),
];

function outcomeOf({ code }: Refused | CrmError): TriageOutcome {
  if (code === 'unknown-outcome') return 'unknown';
  return code === 'unavailable' ? 'failed' : 'refused';
}

function carryOut(
  context: Context,
  { act, by, at }: Input,
  { companyId, seen }: Input['companies'][number],
  alsoHolding: readonly SlotHolder[],
): Promise<CarriedOut> {
  const beside = { companyId, by, at, alsoHolding };
  switch (act.kind) {
    case 'set-type':
    case 'start':
      if (seen.kind !== 'type') break;
      return carryOutType(context, { act, seen, ...beside });
    case 'take-over':
      if (seen.kind !== 'take-over') break;
      return carryOutTakeOver(context, { act, seen, ...beside });
    case 'decide':
      if (seen.kind !== 'decide') break;
      return carryOutDecision(context, { act, seen, ...beside });
  }
  throw mismatch();
}

function recordName(id: string): string {
  return companyNameOf({ id, name: '', domain: '' });
}
