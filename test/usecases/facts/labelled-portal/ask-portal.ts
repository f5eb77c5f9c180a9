import type { Gathered, GatheredFacts } from '../../../../src/contract/facts.ts';
import type { Operations } from '../../../../src/contract/operations.ts';
import type { ScorecardRecord } from '../../../../src/contract/scorecard-record.ts';
import { changesWithCounts, factsWithCounts } from '../../../../src/icp/crm-facts.ts';
import { DEFAULT_SETTINGS, type FactSources } from '../../../../src/icp/settings.ts';
import { type Suspicion, suspicions } from '../../../../src/icp/suspicions.ts';
import { answerCall } from '../../../../src/usecases/answer-call.ts';
import { NO_CRM_FACTS, countsOf } from '../../../../extensions/scorecard-card/state/facts-state.ts';
import type { Portal } from '../../../portal.ts';

/** Asks as a card does. @throws Error with what a person would read */
export async function ask<Name extends keyof Operations>(
  { context }: Portal,
  operation: Name,
  input: Operations[Name]['input'],
): Promise<Operations[Name]['answer']> {
  const answer = await answerCall(() => context, { operation, input });
  if ('error' in answer) throw new Error(answer.error.message);
  return answer.answer as Operations[Name]['answer'];
}

/** Sets where facts are counted from. */
export async function publishSources(portal: Portal, factSources: FactSources): Promise<void> {
  await ask(portal, 'publish-settings', {
    settings: { ...DEFAULT_SETTINGS, factSources },
    ...{ reason: 'Where we keep it', by: 'ann@example.com' },
    policy: portal.context.policy.current().version,
  });
}

/** The fact. @throws Error with the reason why there is none */
export function counted<Fact>(gathered: Gathered<Fact>): Fact {
  if (gathered.state !== 'counted') throw new Error(gathered.message);
  return gathered.fact;
}

/** What the card suspects of a partner that nobody is editing. */
export function suspicionsOnCard(record: ScorecardRecord, gathered: GatheredFacts): Suspicion[] {
  const { scorecard, profile, changes, asOf, evidenceDays } = record;
  const counts = countsOf({ ...NO_CRM_FACTS, gathered });
  return suspicions(
    scorecard,
    profile,
    factsWithCounts(scorecard.facts, counts),
    changesWithCounts(changes, counts),
    asOf,
    evidenceDays.inspection,
  );
}
