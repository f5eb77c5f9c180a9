import type { FieldValue } from '../icp/fields.ts';
import type { Change, SaveAnswer, ScorecardRecord } from '../icp/scorecard-record.ts';
import type { PartnerDeals } from '../usecases/list-deals.ts';
import type { Installation } from '../usecases/install.ts';
import { printVerdict } from './print-verdict.ts';

const STATES: Readonly<Record<ScorecardRecord['state'], string>> = {
  'not-installed': 'Partner ICP is not installed in this portal. Run: icp install',
  'never-scored': 'Never scored.',
  unrated: 'Something is filled in, but no rating: there is no verdict yet.',
  judged: '',
  unjudgeable: 'There is no verdict:',
};

/** Prints what a company's record says, verdict first. */
export function printRecord(record: ScorecardRecord): void {
  console.log(`${record.companyName} (${record.companyId})`);
  if (record.verdict !== null) printVerdict(record.scorecard, record.profile, record.verdict);
  else console.log(STATES[record.state]);
  for (const { message } of record.problems) console.log(`! ${message}`);
  if (record.missing.length > 0 && record.state !== 'not-installed')
    console.log(`! Deleted in HubSpot: ${record.missing.join(', ')}. Run: icp install`);
  if (record.drift.length > 0)
    console.log(
      `! Does not follow from the scorecard: ${record.drift.join(', ')}. The next save puts it right.`,
    );
  const { scoredBy, scoredAt } = record.trail;
  if (scoredBy !== null)
    console.log(`Scored by ${scoredBy}, ${scoredAt ?? ''}, profile ${record.profileVersion ?? 'none'}`);
}

/** Prints the record after a save, and what did not go as the saver thought. */
export function printSave(answer: SaveAnswer): void {
  printRecord(answer);
  for (const { field, seen, found, change } of answer.conflicts)
    console.log(`! Not saved: ${field} was ${shown(seen)}, and is ${shown(found)} now${author(change)}.`);
  for (const { field, lost, change } of answer.overwrote)
    console.log(`! Written over: ${field} had just become ${shown(lost)}${author(change)}.`);
  if (answer.deals?.message != null) console.log(`! ${answer.deals.message}`);
}

/** Prints the deals of the partner pipeline, and which of them could not show a lane. */
export function printDeals({ deals, repaired, withoutCompany }: PartnerDeals): void {
  for (const { name, lane, total, clearance } of deals)
    console.log([name, lane ?? 'no lane', total ?? '-', clearance ?? '-'].join('  '));
  console.log(`${deals.length} deals, ${repaired} put right.`);
  for (const name of withoutCompany)
    console.log(`! ${name} has no primary company: set one to see its lane.`);
}

/** Prints what the installer did. */
export function printInstallation({ created, repaired, unchanged, clashes }: Installation): void {
  console.log(
    `${created.length} properties created, ${repaired.length} repaired, ${unchanged.length} unchanged.`,
  );
  for (const { message } of clashes) console.log(`! ${message}`);
}

function shown(value: FieldValue): string {
  return value === null || value === '' ? 'empty' : Array.isArray(value) ? value.join(', ') : String(value);
}

function author(change: Change | null): string {
  if (change === null) return '';
  return change.by === null ? `, edited outside the app (${change.source})` : `, by ${change.by}`;
}
