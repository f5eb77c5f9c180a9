import { Command } from 'commander';

import type { Context } from '../usecases/context.ts';
import { type Diagnosis, diagnose } from '../usecases/doctor/doctor.ts';
import { failureOf } from '../usecases/failure.ts';
import { bulkContext } from './bulk-context.ts';
import { type Output, print } from './output.ts';
import { printDiagnosis } from './print-diagnosis.ts';
import { showProgress } from './progress.ts';

/** 0: healthy. 1: there are findings. 2: the doctor could not run. */
const EXIT = { healthy: 0, findings: 1, notRun: 2 } as const;

interface DoctorOptions extends Output {
  repair?: boolean;
}

/** `icp doctor`: says whether the app is healthy in the portal. */
export function doctorCommand(connect: () => Context): Command {
  return new Command('doctor')
    .description('Look whether the app is healthy in the portal, and with --repair put right what can be.')
    .option(
      '--repair',
      'restore properties and options, verdicts and deals; answers of people are never written',
    )
    .addHelpText(
      'after',
      '\nA repair writes to one company at most three times a run, then says that something keeps changing it.' +
        '\nExit codes: 0 healthy, 1 findings, 2 could not run.',
    )
    .action(async ({ json, repair = false }: DoctorOptions) => {
      const { onProgress, end } = showProgress('companies');
      try {
        const diagnosis = await examined(connect, { repair, onProgress }).finally(end);
        print(diagnosis, json, printDiagnosis);
        process.exitCode = diagnosis.healthy ? EXIT.healthy : EXIT.findings;
      } catch (error) {
        const failure = failureOf(error);
        if (json === true) console.log(JSON.stringify({ error: failure }, null, 2));
        console.error(failure.message);
        if (failure.code === 'bug') console.error(error);
        process.exitCode = EXIT.notRun;
      }
    });
}

async function examined(connect: () => Context, options: Parameters<typeof diagnose>[2]): Promise<Diagnosis> {
  const { context, limits } = bulkContext(connect);
  return diagnose(context, limits, options);
}
