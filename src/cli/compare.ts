import { Command } from 'commander';

import { type ComparedAnswer, type ComparedPartner, comparePartners } from '../icp/compare-partners.ts';
import type { ScorecardRecord } from '../contract/scorecard-record.ts';
import { CANNOT_COMPARE, SAME_COMPANY } from '../messages/meeting.ts';
import { nameWithId } from '../usecases/names.ts';
import { runOperation } from '../usecases/answer-call.ts';
import { type JsonOption, type Run, connect, print } from './terminal.ts';
import { badInput } from './typed.ts';
import { typedCompany } from './typed-companies.ts';

/** `icp compare`: two partners, question by question, and what decides between them. */
export function compareCommand(run: Run): Command {
  return new Command('compare')
    .description('Compare two partners: which comes first, and what decides.')
    .argument('<companyId>', 'the id of a company record')
    .argument('<otherId>', 'the id of another one')
    .action(async (oneId: string, otherId: string, { json }: JsonOption) => {
      const load = async (companyId: string) =>
        compared(await runOperation('load-scorecard', () => connect(run), { companyId }));
      const [one, other] = [await load(typedCompany(oneId)), await load(typedCompany(otherId))];
      if (one.companyId === other.companyId) throw badInput('otherId', SAME_COMPANY);
      const comparison = comparePartners(one, other);
      const answer = { one: shown(one), other: shown(other), ...comparison };
      print(run, answer, json, ({ rows, first, sentence }) => [
        `${first === 'one' ? '1.' : '2.'} ${nameWithId(one.name, one.companyId)}`,
        `${first === 'one' ? '2.' : '1.'} ${nameWithId(other.name, other.companyId)}`,
        sentence,
        ...rows.map((row) => `  ${row.label}: ${answerText(row.one)} | ${answerText(row.other)}`),
      ]);
    });
}

/** @throws Refused `invalid-input` where nothing is judged */
function compared(record: ScorecardRecord): ComparedPartner & { headline: string } {
  const { companyId, companyName, verdict, scorecard, profile } = record;
  if (verdict === null)
    throw badInput('companyId', `${nameWithId(companyName, companyId)}: ${CANNOT_COMPARE}`);
  return {
    ...{ companyId, name: companyName, type: scorecard.type ?? profile.type },
    ...{ lane: verdict.lane, clearance: verdict.clearance, points: verdict.low },
    ...{ ratings: scorecard.ratings, counted: verdict.counted, dimensions: profile.dimensions },
    headline: verdict.headline,
  };
}

function shown({ companyId, name, type, lane, clearance, points, headline }: ReturnType<typeof compared>) {
  return { companyId, companyName: name, type, lane, clearance, points, headline };
}

function answerText(answer: ComparedAnswer | null): string {
  if (answer === null) return 'not asked';
  const { rating, points } = answer;
  return `${rating ?? 'unknown'}${points === null ? '' : ` (${points} points)`}`;
}
