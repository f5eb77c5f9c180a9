import type { CompanyRecord, Patch } from '../../crm/company-record.ts';
import { dayIn } from '../../icp/day-in.ts';
import { type LastChanges, type Recheck, agingFields, recheckDue, rechecks } from '../../icp/recheck.ts';
import { type Context, today } from '../context.ts';
import { isNewestRead } from '../policy/known-policy.ts';
import type { Judgement } from './judge.ts';

type Clock = Pick<Context, 'now' | 'installation' | 'settings'>;

/**
 * The evidence of a record that grows old.
 *
 * @param written fields that are about to be written: they change now
 * @returns null where the record was read without a history that it needs
 */
export function rechecksOf(
  { state, record, scorecard, profile }: Judgement,
  written: Patch,
  context: Clock,
): Recheck[] | null {
  if (state !== 'judged') return [];
  const changes: Record<string, LastChanges[string]> = {};
  for (const field of agingFields(profile)) {
    const change = lastChange(record, field, written, context);
    if (change !== null) changes[field] = change;
    else if ((record.texts[field] ?? '') !== '') return null;
  }
  return rechecks(scorecard, profile, changes, context.settings.evidenceDays);
}

/**
 * The day on which evidence is looked at again, as it follows from the history. Nothing where that was not read, or where
 * the settings in force cannot be.
 */
export function recheckTrail(
  after: Judgement,
  written: Patch,
  context: Clock & Pick<Context, 'policy'>,
): Patch {
  if (!isNewestRead(context.policy.current())) return {};
  const found = rechecksOf(after, written, context);
  return found === null || after.state !== 'judged' ? {} : { recheck_due: recheckDue(found) ?? '' };
}

function lastChange(
  { history, zone }: CompanyRecord,
  field: string,
  written: Patch,
  context: Clock,
): LastChanges[string] | null {
  if (written[field] !== undefined) return { at: context.now().toISOString(), on: today(context) };
  const newest = history[field]?.[0];
  return newest === undefined ? null : { at: newest.timestamp, on: dayIn(zone, new Date(newest.timestamp)) };
}
