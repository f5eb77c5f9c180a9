import { Command, CommanderError } from 'commander';

import { failureOf } from '../usecases/failure.ts';
import { portalCommands } from './portal-commands.ts';
import { profilesCommand } from './profiles-command.ts';
import { verdictCommand } from './verdict-command.ts';

/** 2: what was typed is wrong. 3: the CRM refused or cannot be reached. 1: a fault of ours. */
const EXIT = { badInput: 2, crm: 3, bug: 1 } as const;
const BAD_INPUT: readonly string[] = ['invalid-input', 'not-configured'];

async function main(): Promise<void> {
  const program = new Command('icp')
    .description(
      'Judges partners against a written profile, and keeps the verdict on HubSpot company records.',
    )
    .showHelpAfterError('Try icp --help.')
    .exitOverride();
  program.addCommand(verdictCommand()).addCommand(profilesCommand());
  for (const command of portalCommands()) program.addCommand(command);
  explainErrors(program, 'icp');
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = complain(error);
  }
}

/** Commands added to a command inherit nothing of it. */
function explainErrors(parent: Command, typed: string): void {
  for (const command of parent.commands) {
    const whole = `${typed} ${command.name()}`;
    command.exitOverride().showHelpAfterError(`Try ${whole} --help.`);
    explainErrors(command, whole);
  }
}

function complain(error: unknown): number {
  // Commander has already said what is wrong; help and version end with code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.badInput;
  const failure = failureOf(error);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error: failure }, null, 2));
  console.error(failure.message);
  if (failure.code === 'bug') {
    console.error(error);
    return EXIT.bug;
  }
  return BAD_INPUT.includes(failure.code) ? EXIT.badInput : EXIT.crm;
}

await main();
// A call that HubSpot left hanging would keep the process alive for minutes.
process.stdout.write('', () => process.exit());
