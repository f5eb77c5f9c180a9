import { Command } from 'commander';

import { dayInWords } from '../icp/day-in.ts';
import { decisionLabel } from '../icp/decision.ts';
import { AGAINST_CHECKS, askAgain, changedOutside, decidedBy } from '../messages/decisions.ts';
import { NOTHING_DECIDED_IN_QUARTER, SLOTS_OVER, basisMoved, unknownDecision } from '../messages/meeting.ts';
import {
  type QuarterDecision,
  type QuarterDecisions,
  readDecisions,
} from '../usecases/meeting/read-decisions.ts';
import { nameWithId } from '../usecases/names.ts';
import { EXIT, type JsonOption, type Run, connectInBulk, print, showProgress } from './terminal.ts';
import { typedQuarter } from './typed-companies.ts';

/** `icp decisions`: what was decided about the partners of a quarter. */
export function decisionsCommand(run: Run): Command {
  return new Command('decisions')
    .description('List the decisions of a quarter, and how many deep slots they use.')
    .option('--quarter <quarter>', 'such as 2027-Q1; this quarter when left out')
    .action(async ({ quarter, json }: JsonOption & { quarter?: string }) => {
      const wanted = quarter === undefined ? null : typedQuarter(quarter);
      const { context } = connectInBulk(run);
      const { onProgress, end } = showProgress(run, 'decisions');
      const found = await readDecisions(context, wanted, onProgress).finally(end);
      print(run, found, json, decisionLines);
      if (found.left.length > 0) run.exitCode = EXIT.badInput;
    });
}

function decisionLines({ quarter, slots, decisions, left }: QuarterDecisions): string[] {
  return [
    `Deep slots of ${quarter}: ${slots.text}`,
    ...(slots.isOver ? [`! ${SLOTS_OVER}`] : []),
    ...(decisions.length === 0 ? [NOTHING_DECIDED_IN_QUARTER] : decisions.flatMap(linesOf)),
    ...left.map(({ companyId, reason }) => `! record ${companyId}: ${reason}`),
  ];
}

function linesOf(decided: QuarterDecision): string[] {
  const { companyName, companyId, decision, stored, by, on, basis, basisNow, reason, askAgainOn } = decided;
  const against = decided.isAgainstChecks ? `, ${AGAINST_CHECKS}` : '';
  const label = decision === null ? stored : decisionLabel(decision);
  const { changedOutside: outside } = decided;
  return [
    `${nameWithId(companyName, companyId)}: ${label}${against}`,
    `  ${decidedBy(by === '' ? 'Somebody' : by, on === null ? null : dayInWords(on), basis)}`,
    ...(reason === '' ? [] : [`  Reason: ${reason}`]),
    ...(askAgainOn === null ? [] : [`  ${askAgain(dayInWords(askAgainOn))}`]),
    ...(basis === '' || basisNow === null || basisNow === basis ? [] : [`! ${basisMoved(basis, basisNow)}`]),
    ...(outside === null ? [] : [`! ${changedOutside(outside.who, dayInWords(outside.on))}`]),
    ...(decision === null ? [`! ${unknownDecision(stored)}`] : []),
  ];
}
