import { Command, Option } from 'commander';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';

import { readAccount } from '../crm/account.ts';
import { inBulk } from '../crm/client/client.ts';
import { LANE_LABELS } from '../icp/lanes.ts';
import { versionInWords } from '../icp/profile.ts';
import { amount } from '../usecases/amount.ts';
import { csvLine } from '../usecases/csv/cells.ts';
import { type RejudgePosition, rejudgeMany } from '../usecases/policy/rejudge-many.ts';
import {
  type RejudgeReport,
  type RejudgedCompany,
  RejudgeBrokenOff,
} from '../usecases/policy/rejudge-report.ts';
import { nameWithId } from '../usecases/names.ts';
import { writeOut } from './out-file.ts';
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
import { LISTED_TYPES, badInput, requiredPerson, typedType } from './typed.ts';
import { NOT_IDS, PROGRESS_NEEDS_APPLY, REJUDGE_NOTHING_WRITTEN } from '../messages/rejudge.ts';

const PROGRESS: ProgressFormat<RejudgePosition> = {
  file: 'icp rejudge',
  position: z.strictObject({ to: z.string(), after: z.string().regex(/^\d+$/).nullable() }),
};

interface RejudgeOptions extends JsonOption {
  type: string;
  dryRun?: boolean;
  out?: string;
  apply?: boolean;
  by?: string;
  companies?: string;
  progress?: string;
}

/** `icp rejudge`: takes the current profile of a type over, for many companies. */
export function rejudgeCommand(run: Run): Command {
  return new Command('rejudge')
    .description(
      'Say what the current profile would change on scorecards judged by an older one, and with --apply change it.',
    )
    .requiredOption('--type <type>', `one of ${LISTED_TYPES}`)
    .addOption(new Option('--dry-run', 'write nothing, which is so without --apply').conflicts('apply'))
    .addOption(
      new Option('--out <file>', 'write what would change as CSV, a row for each company').conflicts('apply'),
    )
    .option('--apply', 'write; without it nothing is written')
    .option('--by <person>', 'who re-judges, for the record: name@example.com; needed with --apply')
    .option('--companies <ids>', 'only these: ids with commas between, or a file with one on each line')
    .option('--progress <file>', 'keep there how far a run came that is not through, and go on from there')
    .addHelpText(
      'after',
      '\nRatings, checks, texts and overrides stay as they are. A run keeps the profile that it began with, and refuses to go on' +
        '\nonce another one is current. Exit code 2 when companies were left out, 3 when it broke off: run it again.',
    )
    .action(async (options: RejudgeOptions) => {
      const { json, out, apply = false, by, progress } = options;
      const type = typedType('--type', options.type);
      const person = apply || by !== undefined ? requiredPerson(by) : 'nobody yet';
      if (progress !== undefined && !apply) throw badInput('--progress', PROGRESS_NEEDS_APPLY);
      const companies = options.companies === undefined ? undefined : await typedIds(options.companies);
      const { context } = connectInBulk(run);
      const portalOf = async () => (await readAccount(inBulk(context.crm)))?.id ?? null;
      const file = progress === undefined ? null : await openProgressFile(progress, PROGRESS, portalOf);
      const shown = showProgress(run, 'companies');
      const { signal, release } = interruption(run);
      const asked = { type, by: person, apply, companies, from: file?.from ?? null, signal };
      const told = { onProgress: shown.onProgress, ...(file !== null && { onReached: file.write }) };
      try {
        const report = await withRows(run, out, (onCompany) =>
          rejudgeMany(context, { ...asked, ...told, onCompany }),
        );
        await file?.remove();
        shown.end();
        print(run, report, json, reportLines);
        if (report.left.length > 0) run.exitCode = EXIT.badInput;
        if (report.dealsBehind) run.exitCode = EXIT.crm;
      } catch (error) {
        shown.end();
        if (error instanceof RejudgeBrokenOff && json !== true)
          run.console.log(visibleLines(reportLines(error.report)));
        throw error;
      } finally {
        release();
      }
    });
}

const HEADER = [
  ...['record_id', 'name', 'from_version', 'to_version', 'from_lane', 'to_lane'],
  ...['from_total', 'to_total', 'why'],
];

/** With a file, each company is a row of it. */
async function withRows(
  run: Run,
  out: string | undefined,
  work: (onCompany: (company: RejudgedCompany) => Promise<void>) => Promise<RejudgeReport>,
): Promise<RejudgeReport> {
  if (out === undefined) return work(() => Promise.resolve());
  return writeOut(run, out, async (write) => {
    await write(`\uFEFF${csvLine(HEADER)}`);
    return work((company) => write(csvLine(cellsOf(company))));
  });
}

function cellsOf({ companyId, companyName, from, to, before, after, why }: RejudgedCompany): string[] {
  return [
    ...[companyId, companyName, from, to, LANE_LABELS[before.lane], LANE_LABELS[after.lane]],
    ...[before.total, after.total, why],
  ];
}

const count = (number: number) => number.toLocaleString('en');

function reportLines({
  applied,
  to,
  companies,
  rejudged,
  current,
  lanes,
  left,
  notes,
}: RejudgeReport): string[] {
  const did = applied ? 're-judged' : 'would be re-judged';
  return [
    `${amount(companies, 'scorecard', 'scorecards')}: ${count(rejudged)} ${did} by ${versionInWords(to)}, ${count(current)} judged by it already, ${count(left.length)} left out.`,
    ...lanes.map(
      ({ from, to: lane, companies: moved }) =>
        `  ${LANE_LABELS[from]} -> ${LANE_LABELS[lane]}: ${count(moved)}`,
    ),
    ...left.map(({ companyId, name, reason }) => `! ${nameWithId(name, companyId)}: ${reason}`),
    ...notes,
    ...(!applied && rejudged > 0 ? [REJUDGE_NOTHING_WRITTEN] : []),
  ];
}

/** Ids as they were typed, or those in the file of that name. */
async function typedIds(typed: string): Promise<string[]> {
  const isTyped = /^[\d\s,;]+$/.test(typed);
  const text = isTyped
    ? typed
    : await readFile(typed, 'utf8').catch((cause: unknown) => {
        throw badInput('--companies', NOT_IDS, cause);
      });
  const ids = text
    .replace(/^\uFEFF/, '')
    .split(/[\s,;]+/)
    .filter((id) => id !== '');
  if (ids.length > 0 && ids.every((id) => /^\d{1,20}$/.test(id))) return ids;
  throw badInput('--companies', NOT_IDS);
}
