import { Command } from 'commander';

import { type FieldValue, sameValue } from '../icp/fields.ts';
import type { Profile } from '../icp/profile.ts';
import type { Change, Conflict, SaveAnswer, ScorecardRecord } from '../contract/scorecard-record.ts';
import { runOperation } from '../usecases/answer-call.ts';
import { recordLines } from './load.ts';
import { EXIT, type JsonOption, type Run, connect, print } from './terminal.ts';
import { type TypedOptions, typedChanges } from './typed-changes.ts';
import { LISTED_TYPES, badInput, collect, requiredPerson, typedType, typedTypes } from './typed.ts';

interface SaveOptions extends JsonOption, Pick<TypedOptions, 'set' | 'evidence' | 'check' | 'note'> {
  type?: string;
  empty?: boolean;
  reviewed?: boolean;
  otherTypes?: string;
  by?: string;
}

/** `icp save`: changes the scorecard of a company, its partner type included. */
export function saveCommand(run: Run): Command {
  return new Command('save')
    .description("Change a company's scorecard and write the verdict that follows.")
    .argument('<companyId>', 'the id of the company record')
    .option('--set <field=value>', 'a rating (1 to 5, or - for unknown) or a fact; repeatable', collect)
    .option('--evidence <dimension=text>', 'what a rating rests on; repeatable', collect)
    .option('--check <check=state>', 'open, clear or flagged; repeatable', collect)
    .option('--note <check=text>', 'why a check is clear or flagged; repeatable', collect)
    .option('--type <type>', `the partner type, whose questions the other options answer: ${LISTED_TYPES}`)
    .option('--empty', 'with --type: agree that answers to questions of the earlier type alone are emptied')
    .option('--other-types <types>', 'further types of this partner, separated by commas; - for none')
    .option('--reviewed', 'this is the yearly review, with other options or none')
    .option('--by <person>', 'who saves, for the record: name@example.com')
    .action(async (companyId: string, { json, by: person, reviewed, ...options }: SaveOptions) => {
      const by = requiredPerson(person);
      const typed = typedOptions(options);
      const open = () => connect(run);
      const record = await runOperation('load-scorecard', open, { companyId });
      const changes = typedChanges(typed, await targetProfile(run, record, typed), record);
      if (Object.keys(changes).length === 0 && reviewed !== true) throw badInput('save', NOTHING_TYPED);
      const answer = await runOperation('save-scorecard', open, {
        ...{ companyId, changes, by },
        ...(reviewed === true && { reviewed }),
      });
      print(run, answer, json, saveLines);
      const { conflicts, notWritten, notReviewed } = answer;
      if (conflicts.length + notWritten.length > 0 || notReviewed !== null) run.exitCode = EXIT.badInput;
    });
}

const NOTHING_TYPED =
  'nothing to save. Give --set, --evidence, --check, --note, --type, --other-types or --reviewed.';

function typedOptions({ type, otherTypes, empty, ...answers }: SaveOptions): TypedOptions {
  if (empty === true && type === undefined)
    throw badInput('--empty', 'only another partner type empties answers. Give --type as well.');
  const others = otherTypes?.trim() === '-' ? '' : otherTypes;
  return {
    ...answers,
    ...(empty !== undefined && { empty }),
    ...(type !== undefined && { type: typedType('--type', type) }),
    ...(others !== undefined && { otherTypes: typedTypes('--other-types', [others]) }),
  };
}

/** The profile that the company is under after the save: the stamped one, unless the type changes. */
async function targetProfile(
  run: Run,
  { profile, scorecard }: ScorecardRecord,
  { type }: TypedOptions,
): Promise<Profile> {
  if (type === undefined || type === scorecard.type || type === profile.type) return profile;
  return runOperation('show-profile', () => connect(run), { type });
}

/** The record after a save, and what was not saved as asked. */
export function saveLines(answer: SaveAnswer): string[] {
  const lines = recordLines(answer);
  for (const conflict of answer.conflicts) lines.push(`! Not saved${conflictPhrase(conflict)}.`);
  for (const { field, message } of answer.notWritten) lines.push(`! Not saved: ${field}. ${message}`);
  for (const { field, lost, change } of answer.overwrote)
    lines.push(`! Written over: ${field} had just become ${shown(lost)}${author(change)}.`);
  if (answer.notReviewed !== null) lines.push(`! ${answer.notReviewed}`);
  if (answer.deals?.message != null) lines.push(`! ${answer.deals.message}`);
  return lines;
}

function conflictPhrase({ field, seen, found, change, written }: Conflict): string {
  const now = `${shown(found)} now${author(change)}`;
  if (written) return `: ${field} was written, and is ${now}`;
  return sameValue(seen, found)
    ? ` with it: ${field} stays ${shown(found)}`
    : `: ${field} was ${shown(seen)}, and is ${now}`;
}

function shown(value: FieldValue): string {
  return value === null || value === '' ? 'empty' : Array.isArray(value) ? value.join(', ') : String(value);
}

function author(change: Change | null): string {
  if (change === null) return '';
  return change.by === null ? `, edited outside the app (${change.source})` : `, by ${change.by}`;
}
