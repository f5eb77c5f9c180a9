import { Command, Option } from 'commander';

import { SHIPPED } from '../icp/shipped-profiles.ts';
import { loadPolicy } from '../usecases/policy/load-policy.ts';
import { NO_PREREQUISITES } from '../usecases/policy/profile-file.ts';
import { showProfile } from '../usecases/profiles/show-profile.ts';
import { type ChosenProfile, chosenBody, currentBody, typePolicyOf } from './chosen-profile.ts';
import { writeJsonFile } from './json-file.ts';
import { faultLines, prerequisiteLines, versionLines } from './policy-lines.ts';
import { profileLines } from './profile-lines.ts';
import { type JsonOption, type Run, connect, print } from './terminal.ts';
import { LISTED_TYPES, typedType } from './typed.ts';

interface ShowOptions extends JsonOption {
  version?: string;
  draft?: boolean;
  shipped?: boolean;
  out?: string;
}

/** `icp profile show`: a profile in words, or as a file to edit. */
export function showCommand(run: Run): Command {
  return new Command('show')
    .description('Show a profile: its versions, what it rests on, questions, levels, checks and lanes.')
    .argument('<type>', `one of ${LISTED_TYPES}`)
    .addOption(
      new Option(
        '--version <number>',
        'this version instead of the current one; 0 is the shipped one',
      ).conflicts(['draft', 'shipped']),
    )
    .addOption(new Option('--draft', 'the draft instead of the current profile').conflicts('shipped'))
    .option('--shipped', 'the profile that comes with Partner ICP; needs no CRM')
    .option('--out <file.json>', 'write it to a file, to be edited and read by icp profile draft --file')
    .action(async (typed: string, options: ShowOptions) => {
      const type = typedType('type', typed);
      if (options.shipped === true) {
        const profile = showProfile(SHIPPED, { type });
        await show(run, options, { profile, prerequisites: null, reviewDue: null, name: 'Shipped profile' });
        return;
      }
      const context = connect(run);
      const policy = typePolicyOf(await loadPolicy(context), type);
      const which = options.draft === true ? 'draft' : options.version;
      const chosen =
        which === undefined
          ? currentBody(policy)
          : await chosenBody(context, policy, options.draft === true ? '--draft' : '--version', which);
      const faults = options.draft === true ? (policy.draft?.faults ?? []) : [];
      await show(run, options, chosen, [
        ...versionLines(policy),
        ...(faults.length === 0 ? [] : ['', 'It cannot be published yet:', ...faultLines(faults)]),
        '',
      ]);
    });
}

async function show(
  run: Run,
  { json, out }: ShowOptions,
  chosen: ChosenProfile,
  before: readonly string[] = [],
): Promise<void> {
  const { profile, prerequisites, reviewDue, name } = chosen;
  if (out === undefined) {
    print(run, profile, json, () => [
      ...before,
      ...profileLines(profile, name),
      ...(prerequisites === null ? [] : ['', 'Rests on', ...prerequisiteLines(prerequisites).map(indented)]),
    ]);
    return;
  }
  const file = {
    profile,
    prerequisites: prerequisites ?? NO_PREREQUISITES,
    ...(reviewDue !== null && { reviewDue }),
  };
  await writeJsonFile('--out', out, file);
  print(run, { type: profile.type, file: out }, json, () => [`${name} is written to ${out}.`]);
}

function indented(line: string): string {
  return `   ${line}`;
}
