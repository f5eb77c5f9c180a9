import { Command } from 'commander';

import { SHIPPED_PROFILES } from '../icp/shipped-profiles.ts';
import { listProfiles } from '../usecases/profiles/list-profiles.ts';
import { showProfile } from '../usecases/profiles/show-profile.ts';
import { type Output, print } from './output.ts';
import { printProfile, printProfiles } from './print-profile.ts';
import { TYPES_IN_WORDS, typedType } from './typed-type.ts';

const SHIPPED = { profiles: SHIPPED_PROFILES, defaultType: 'technology' } as const;

/** `icp profiles`: the partner types and what each is judged by. Needs no portal. */
export function profilesCommand(): Command {
  return new Command('profiles')
    .description('List the partner types with their profiles, or show one. Needs no CRM.')
    .option('--json', 'print JSON')
    .action(({ json }: Output) => print(listProfiles(SHIPPED), json, printProfiles))
    .addCommand(showCommand());
}

function showCommand(): Command {
  return new Command('show')
    .description('Show a profile: questions, levels, checks and lanes.')
    .argument('<type>', `one of ${TYPES_IN_WORDS}`)
    .option('--json', 'print JSON')
    .action((type: string, _own: Output, command: Command) => {
      // Commander gives --json to the outer command, wherever it stands.
      const { json } = command.optsWithGlobals<Output>();
      print(showProfile(SHIPPED, { type: typedType('type', type) }), json, printProfile);
    });
}
