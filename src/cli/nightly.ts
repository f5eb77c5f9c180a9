import { Command, Option } from 'commander';
import * as z from 'zod';

import { readAccount } from '../crm/account.ts';
import { inBulk } from '../crm/client/client.ts';
import { amount } from '../usecases/amount.ts';
import { NightlyBrokenOff, goOnSentence } from '../usecases/nightly/broken-off.ts';
import { BEGINNING, runNightly } from '../usecases/nightly/nightly.ts';
import { type NightlyReport, type Position, sumOf } from '../usecases/nightly/report.ts';
import { type ProgressFormat, openProgressFile } from './progress-file.ts';
import {
  EXIT,
  type JsonOption,
  type Run,
  connectInBulk,
  interruption,
  print,
  showProgress,
  visibleLines,
} from './terminal.ts';
import { badInput, typedNumber } from './typed.ts';
import { callsUsedUp, draftsExpired, nightlySum, nightlySumWithTasks } from '../messages/nightly.ts';

/**
 * Some 75,000 companies that are in order need so many, and it is less than a hundredth of the fewest calls that a portal
 * may make in a day. Source of the 250,000: HubSpot, "API usage guidelines and limits".
 */
const MOST_CALLS = 2_000;

const PROGRESS: ProgressFormat<Position> = {
  file: 'icp nightly',
  position: z.strictObject({
    phase: z.enum(['verdicts', 'deals']),
    after: z.string().regex(/^\d+$/).nullable(),
  }),
};

interface NightlyOptions extends JsonOption {
  calls: string;
  progress?: string;
  after?: string;
  tasks: boolean;
}

/** `icp nightly`: brings verdicts and deals up to date, for a scheduler. */
export function nightlyCommand(run: Run): Command {
  return new Command('nightly')
    .description('Bring every verdict and partner deal up to date, within a bound of calls. For cron.')
    .option('--calls <number>', 'begin nothing more when the run may need more calls', `${MOST_CALLS}`)
    .option('--progress <file>', 'keep there how far a run came that is not through, and go on from there')
    .addOption(
      new Option('--after <companyId>', 'begin behind this company; ids ascend').conflicts('progress'),
    )
    .option('--no-tasks', 'make no tasks for overdue reviews and old evidence')
    .addHelpText(
      'after',
      '\nVerdicts are written where the day moved on or somebody edited in HubSpot, at most three times an hour for each' +
        '\ncompany; what people entered is never written. Exit code 2 when something needs a person, 3 when it is not through:' +
        '\nrun it again, and it goes on with the rest.',
    )
    .action(async ({ json, calls, progress, after, tasks }: NightlyOptions) => {
      const most = typedCalls(calls);
      const behind = after === undefined ? null : typedId(after);
      const { context, ...told } = connectInBulk(run);
      const portalOf = async () => (await readAccount(inBulk(context.crm)))?.id ?? null;
      const file = progress === undefined ? null : await openProgressFile(progress, PROGRESS, portalOf);
      const from: Position = file?.from ?? { ...BEGINNING, after: behind };
      // a file that cannot be written is noticed before anything is done
      await file?.write(from);
      const report = await runShown(run, json, (shown) =>
        runNightly(context, told, {
          ...{ mostCalls: most, from, tasks, ...shown },
          ...(file !== null && { onReached: file.write }),
        }),
      );
      if (report.left === null) await file?.remove();
      printReport(run, report, told.calls(), most, json);
    });
}

interface Shown {
  onProgress: (done: number, of: number) => void;
  signal: AbortSignal;
}

/** Shows the progress, takes Ctrl-C, and prints what was done also of a run that broke off. */
async function runShown(
  run: Run,
  json: boolean | undefined,
  work: (shown: Shown) => Promise<NightlyReport>,
): Promise<NightlyReport> {
  const { onProgress, end } = showProgress(run, 'companies');
  const { signal, release } = interruption(run);
  try {
    return await work({ onProgress, signal });
  } catch (error) {
    end();
    if (error instanceof NightlyBrokenOff && json !== true) printFindings(run, error.report);
    throw error;
  } finally {
    end();
    release();
  }
}

/** One line, and a line on the error output for each thing that a person has to look at. */
function printReport(
  run: Run,
  report: NightlyReport,
  calls: number,
  most: number,
  json: boolean | undefined,
): void {
  const [companies, deals] = sumOf(report);
  const called = amount(calls, 'call', 'calls');
  const tasks = amount(report.tasks, 'task', 'tasks');
  const sum =
    report.tasks === 0
      ? nightlySum(companies, deals, called)
      : nightlySumWithTasks(companies, deals, tasks, called);
  const drafts = report.drafts === 0 ? [] : [draftsExpired(amount(report.drafts, 'draft', 'drafts'))];
  print(run, { ...report, calls }, json, () => [sum, ...drafts]);
  printFindings(run, report);
  if (report.findings.length > 0) run.exitCode = EXIT.badInput;
  if (report.left === null) return;
  const bound = callsUsedUp(amount(most, 'call', 'calls'));
  run.console.error(visibleLines([`${bound} ${goOnSentence(report.left)}`]));
  run.exitCode = EXIT.crm;
}

function printFindings({ console }: Run, { findings }: NightlyReport): void {
  for (const { code, message, count, examples } of findings) {
    const more = count - examples.length;
    const lines = [`! ${message} [${code}]`, ...examples.map((example) => `    ${example}`)];
    if (examples.length > 0 && more > 0) lines.push(`    and ${more.toLocaleString('en')} more`);
    console.error(visibleLines(lines));
  }
}

function typedCalls(text: string): number {
  const calls = typedNumber(text);
  if (typeof calls === 'number' && calls > 0) return calls;
  throw badInput('--calls', `"${text.slice(0, 40)}" is no number of calls. Give a whole number from 1.`);
}

function typedId(text: string): string {
  if (/^\d{1,20}$/.test(text)) return text;
  throw badInput('--after', `"${text.slice(0, 40)}" is no id of a company record. Ids have only digits.`);
}
