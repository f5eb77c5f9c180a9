import { Command } from 'commander';

import { readOwnersById } from '../crm/owners.ts';
import { inBulk } from '../crm/client/client.ts';
import { amount } from '../usecases/amount.ts';
import { nameWithId } from '../usecases/names.ts';
import { type SpreadReport, spreadReviews } from '../usecases/policy/spread-reviews.ts';
import { isInvisible } from '../icp/visible-text.ts';
import {
  EXIT,
  type JsonOption,
  type Run,
  connectInBulk,
  interruption,
  print,
  showProgress,
} from './terminal.ts';
import { LISTED_TYPES, badInput, requiredPerson, typedType } from './typed.ts';
import { NO_OWNER, REASON_NEEDED, REJUDGE_NOTHING_WRITTEN, ownerWeeks } from '../messages/rejudge.ts';

interface SpreadOptions extends JsonOption {
  reason?: string;
  by?: string;
  apply?: boolean;
}

/** `icp reviews spread`: our customer ICP changed, so that active scorecards fall due. */
export function reviewsCommand(run: Run): Command {
  return new Command('reviews').description('Make yearly reviews due.').addCommand(
    new Command('spread')
      .description(
        'After a change of the customer ICP: make Deep and Fast lane scorecards due, spread over four weeks.',
      )
      .argument('<type>', `one of ${LISTED_TYPES}`)
      .option('--reason <text>', 'what changed about the customers that you want; needed with --apply')
      .option('--by <person>', 'who does it: name@example.com; needed with --apply')
      .option('--apply', 'write; without it nothing is written')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        '\nEach owner gets the same number a week, on working days. A review that is due within four weeks already keeps its day.' +
          '\nBroken off, it can be run again: what was spread stays.',
      )
      .action(async (typed: string, _own: SpreadOptions, command: Command) => {
        const { json, apply = false, ...given } = command.optsWithGlobals<SpreadOptions>();
        const type = typedType('type', typed);
        const by = apply || given.by !== undefined ? requiredPerson(given.by) : 'nobody yet';
        const reason = (given.reason ?? '').trim();
        if (apply && isInvisible(reason)) throw badInput('--reason', REASON_NEEDED);
        const { context } = connectInBulk(run);
        const { onProgress, end } = showProgress(run, 'companies');
        const { signal, release } = interruption(run);
        try {
          const report = await spreadReviews(context, { type, by, reason, apply, onProgress, signal });
          const names = json === true ? new Map<string, string>() : await readOwnersById(inBulk(context.crm));
          end();
          print(run, report, json, (each) => spreadLines(each, names));
          if (report.left.length > 0) run.exitCode = EXIT.badInput;
        } finally {
          end();
          release();
        }
      }),
  );
}

function spreadLines(
  { applied, companies, moved, owners, left, reason }: SpreadReport,
  names: ReadonlyMap<string, string>,
): string[] {
  const did = applied ? 'made due' : 'would be made due';
  const rest = companies - moved;
  const inWords = (owner: string | null) =>
    owner === null ? NO_OWNER : (names.get(owner) ?? `owner ${owner}`);
  return [
    `${amount(companies, 'scorecard', 'scorecards')} in Deep or Fast lane: ${moved.toLocaleString('en')} ${did} within four weeks, ${rest.toLocaleString('en')} unchanged.`,
    ...(reason === '' ? [] : [`Reason: ${reason}`]),
    ...owners.map(
      ({ owner, companies: of, weeks }) =>
        `  ${ownerWeeks(inWords(owner), amount(of, 'company', 'companies'), weeks.join(', '))}`,
    ),
    ...left.map(({ companyId, name, reason: why }) => `! ${nameWithId(name, companyId)}: ${why}`),
    ...(!applied && moved > 0 ? [REJUDGE_NOTHING_WRITTEN] : []),
  ];
}
