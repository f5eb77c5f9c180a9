import { Command } from 'commander';

import { partnerTypeLabel } from '../icp/partner-types.ts';
import { amount } from '../usecases/amount.ts';
import { type Diagnosis, diagnose } from '../usecases/doctor/doctor.ts';
import type { Finding } from '../usecases/doctor/finding.ts';
import { type JsonOption, type Run, connectInBulk, print, printFailure, showProgress } from './terminal.ts';

/** 0: healthy. 1: there are findings. 2: the doctor could not run. */
const EXIT = { healthy: 0, findings: 1, notRun: 2 } as const;

interface DoctorOptions extends JsonOption {
  repair?: boolean;
}

/** `icp doctor`: says whether the app is healthy in the portal. */
export function doctorCommand(run: Run): Command {
  return new Command('doctor')
    .description('Look whether the app is healthy in the portal, and with --repair repair it.')
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
      try {
        const diagnosis = await examine(run, repair);
        print(run, diagnosis, json, diagnosisLines);
        run.exitCode = diagnosis.healthy ? EXIT.healthy : EXIT.findings;
      } catch (error) {
        printFailure(run, error, json);
        run.exitCode = EXIT.notRun;
      }
    });
}

function examine(run: Run, repair: boolean): Promise<Diagnosis> {
  const { context, limits } = connectInBulk(run);
  const { onProgress, end } = showProgress(run, 'companies');
  return diagnose(context, limits, { repair, onProgress }).finally(end);
}

const figure = (number: number) => number.toLocaleString('en');

/** Calls within ten seconds tell plans apart. Source: HubSpot, "API usage guidelines and limits". */
const PLANS: Readonly<Record<number, string>> = {
  100: 'Free or Starter',
  190: 'Professional or Enterprise',
  250: 'API limit increase',
};

/** What the doctor saw: the portal in a few lines, then each finding with its next step, then the sum. */
function diagnosisLines(diagnosis: Diagnosis): string[] {
  const left = diagnosis.findings.filter(
    ({ weight, count, repaired }) => weight === 'fault' && repaired < count,
  );
  return [
    ...portalLines(diagnosis),
    ...diagnosis.findings.flatMap(findingLines),
    diagnosis.healthy ? 'Healthy.' : `Not healthy: ${left.length} to repair or resolve.`,
  ];
}

function portalLines({
  account,
  limits,
  propertyRoom,
  record,
  types,
  companies,
  deals,
}: Diagnosis): string[] {
  const lines: string[] = [];
  if (account !== null) lines.push(`Portal ${account.id}${account.name === null ? '' : `, ${account.name}`}`);
  const shown: string[] = [];
  if (limits.calls !== null)
    shown.push(`${limits.calls} calls in ten seconds (${PLANS[limits.calls] ?? 'plan not known'})`);
  if (limits.daily !== null && limits.dailyLeft !== null)
    shown.push(`${figure(limits.dailyLeft)} of ${figure(limits.daily)} calls left today`);
  if (propertyRoom !== null)
    shown.push(`${figure(propertyRoom.used)} of ${figure(propertyRoom.limit)} custom company properties`);
  if (shown.length > 0) lines.push(`Limits: ${shown.join('; ')}`);
  if (record !== null)
    lines.push(
      `Installed: ${record.edition} edition, version ${record.version}. Days: ${record.zone ?? 'UTC'}`,
    );
  if (types.length > 0) lines.push(`Partner types: ${types.map(partnerTypeLabel).join(', ')}`);
  lines.push(
    `Looked at ${amount(companies, 'scored company', 'scored companies')} and ${amount(deals, 'partner deal', 'partner deals')}.`,
  );
  return lines;
}

function findingLines({ code, weight, message, count, examples, repaired }: Finding): string[] {
  const sign = weight === 'note' ? '-' : repaired >= count ? '+' : '!';
  const lines = [`${sign} ${message} [${code}]`];
  if (count > 1 || examples.length > 1 || examples.some((name) => !message.includes(name)))
    lines.push(...examples.map((name) => `    ${name}`));
  if (count > examples.length && examples.length > 0)
    lines.push(`    and ${figure(count - examples.length)} more`);
  return lines;
}
