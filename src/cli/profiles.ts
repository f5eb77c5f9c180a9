import { Command } from 'commander';

import { SHIPPED as PROFILES } from '../icp/shipped-profiles.ts';
import { listProfiles } from '../usecases/profiles/list-profiles.ts';
import { showProfile } from '../usecases/profiles/show-profile.ts';
import { listLines, profileLines } from './profile-lines.ts';
import { type JsonOption, type Run, print } from './terminal.ts';
import { LISTED_TYPES, typedType } from './typed.ts';

const SHIPPED = { ...PROFILES, defaultType: 'technology' } as const;

/** `icp profiles`: the partner types and what each is judged by. Needs no portal. */
export function profilesCommand(run: Run): Command {
  return new Command('profiles')
    .description('List the partner types with their profiles, or show one. Needs no CRM.')
    .option('--json', 'print JSON')
    .action(({ json }: JsonOption) => print(run, listProfiles(SHIPPED), json, listLines))
    .addCommand(showCommand(run));
}

function showCommand(run: Run): Command {
  return new Command('show')
    .description('Show a profile: questions, levels, checks and lanes.')
    .argument('<type>', `one of ${LISTED_TYPES}`)
    .option('--json', 'print JSON')
    .action((type: string, _own: JsonOption, command: Command) => {
      // Commander gives --json to the outer command, wherever it stands.
      const { json } = command.optsWithGlobals<JsonOption>();
      print(run, showProfile(SHIPPED, { type: typedType('type', type) }), json, profileLines);
    });
}
