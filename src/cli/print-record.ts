import { type FieldValue, sameValue } from '../icp/fields.ts';
import { inSentence } from '../icp/labels.ts';
import { partnerTypeLabel } from '../icp/partner-types.ts';
import type { Change, SaveAnswer, ScorecardRecord } from '../contract/scorecard-record.ts';
import { printVerdict } from './print-verdict.ts';
import { typeInWords } from './type-in-words.ts';

const STATES: Readonly<Record<ScorecardRecord['state'], string>> = {
  'not-installed': 'Partner ICP is not installed in this portal. Run: icp install',
  'never-scored': 'Never scored.',
  unrated: 'Something is filled in, but no rating: there is no verdict yet.',
  judged: '',
  unjudgeable: 'There is no verdict:',
};

/** Prints what a company's record says: its type, the verdict, and what a person has to look at. */
export function printRecord(record: ScorecardRecord): void {
  console.log(`${record.companyName} (${record.companyId})${typesOf(record)}`);
  if (record.verdict !== null) printVerdict(record.scorecard, record.profile, record.verdict);
  else console.log(STATES[record.state]);
  for (const { message } of record.problems) console.log(`! ${message}`);
  for (const dimension of record.toConfirm) console.log(`! ${confirmation(dimension, record)}`);
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
    console.log(
      sameValue(seen, found)
        ? `! Not saved with it: ${field} stays ${shown(found)}.`
        : `! Not saved: ${field} was ${shown(seen)}, and is ${shown(found)} now${author(change)}.`,
    );
  for (const { field, lost, change } of answer.overwrote)
    console.log(`! Written over: ${field} had just become ${shown(lost)}${author(change)}.`);
  if (answer.deals?.message != null) console.log(`! ${answer.deals.message}`);
}

function typesOf({ scorecard: { type, otherTypes } }: ScorecardRecord): string {
  const main = type === null ? '' : ` · ${typeInWords(type)}`;
  return otherTypes.length === 0 ? main : `${main} · also ${otherTypes.map(partnerTypeLabel).join(', ')}`;
}

function confirmation(key: string, { profile }: ScorecardRecord): string {
  const label = profile.dimensions.find((dimension) => dimension.key === key)?.label ?? key;
  const type = inSentence(partnerTypeLabel(profile.type));
  return `${label} was rated for another type. It counts: confirm it for ${type} with a new rating or new evidence.`;
}

function shown(value: FieldValue): string {
  return value === null || value === '' ? 'empty' : Array.isArray(value) ? value.join(', ') : String(value);
}

function author(change: Change | null): string {
  if (change === null) return '';
  return change.by === null ? `, edited outside the app (${change.source})` : `, by ${change.by}`;
}
