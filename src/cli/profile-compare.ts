import { Command } from 'commander';

import { loadPolicy } from '../usecases/policy/load-policy.ts';
import { bodyDifferences } from '../usecases/policy/body-difference.ts';
import { profileDifferences } from '../icp/profile-difference.ts';
import { chosenBody, typePolicyOf } from './chosen-profile.ts';
import { type Run, type JsonOption, connect, print } from './terminal.ts';
import { LISTED_TYPES, typedType } from './typed.ts';

/** `icp profile compare`: what differs between two versions, or a version and the draft. */
export function compareCommand(run: Run): Command {
  return new Command('compare')
    .description('Say what differs between two versions of a profile.')
    .argument('<type>', `one of ${LISTED_TYPES}`)
    .argument('<from>', 'the number of a version, or draft; 0 is the shipped one')
    .argument('<to>', 'the number of a version, or draft')
    .action(async (typed: string, from: string, to: string, { json }: JsonOption) => {
      const type = typedType('type', typed);
      const context = connect(run);
      const policy = typePolicyOf(await loadPolicy(context), type);
      const one = await chosenBody(context, policy, 'from', from);
      const other = await chosenBody(context, policy, 'to', to);
      const lines = bodyDifferences(one, other);
      const answer = { differences: profileDifferences(one.profile, other.profile), lines };
      print(run, answer, json, () => [
        `${one.name} -> ${other.name}`,
        ...(lines.length === 0 ? ['Nothing differs.'] : lines.map((line) => `  ${line}`)),
      ]);
    });
}
