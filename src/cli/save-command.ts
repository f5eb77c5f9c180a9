import { Command } from 'commander';

import type { Profile } from '../icp/profile.ts';
import type { ScorecardRecord } from '../contract/scorecard-record.ts';
import type { Context } from '../usecases/context.ts';
import { runOperation } from '../usecases/operations.ts';
import { badInput, collect } from './bad-input.ts';
import { type Output, print, requiredPerson } from './output.ts';
import { printSave } from './print-record.ts';
import { type TypedOptions, typedChanges } from './typed-changes.ts';
import { TYPES_IN_WORDS, typedType, typedTypes } from './typed-type.ts';

interface SaveOptions extends Output, Pick<TypedOptions, 'set' | 'evidence' | 'check' | 'note'> {
  type?: string;
  empty?: boolean;
  otherTypes?: string;
  by?: string;
}

/** `icp save`: changes the scorecard of a company, its partner type included. */
export function saveCommand(connect: () => Context): Command {
  return new Command('save')
    .description("Change a company's scorecard and write the verdict that follows.")
    .argument('<companyId>', 'the id of the company record')
    .option('--set <field=value>', 'a rating (1 to 5, or - for unknown) or a fact; repeatable', collect)
    .option('--evidence <dimension=text>', 'what a rating rests on; repeatable', collect)
    .option('--check <check=state>', 'open, clear or flagged; repeatable', collect)
    .option('--note <check=text>', 'why a check is clear or flagged; repeatable', collect)
    .option('--type <type>', `the partner type, whose questions the other options answer: ${TYPES_IN_WORDS}`)
    .option('--empty', 'with --type: agree that answers to questions of the earlier type alone are emptied')
    .option('--other-types <types>', 'further types of this partner, separated by commas; - for none')
    .option('--by <person>', 'who saves, for the record: name@example.com')
    .action(async (companyId: string, { json, by, ...options }: SaveOptions) => {
      const person = requiredPerson(by);
      const typed = typedOptions(options);
      const record = await runOperation('load-scorecard', connect, { companyId });
      const target = await targetProfile(connect, record, typed);
      const changes = typedChanges(typed, target, record);
      print(
        await runOperation('save-scorecard', connect, { companyId, changes, by: person }),
        json,
        printSave,
      );
    });
}

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

/** The profile that the company is under after the save: the stamped one, unless the type becomes another. */
async function targetProfile(
  connect: () => Context,
  { profile, scorecard }: ScorecardRecord,
  { type }: TypedOptions,
): Promise<Profile> {
  if (type === undefined || type === scorecard.type || type === profile.type) return profile;
  return runOperation('show-profile', connect, { type });
}
