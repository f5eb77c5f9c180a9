import { Text } from '@hubspot/ui-extensions';

import { checkFieldName } from '../../../src/icp/fields.ts';
import { laneAt } from '../../../src/icp/lanes.ts';
import { checkAnswer } from '../../../src/icp/scorecard.ts';
import { ratedRange } from '../../../src/icp/totals.ts';

import type { TabProps } from './card-view.ts';
import { CheckRow } from './CheckRow.tsx';
import { Facts } from './Facts.tsx';
import { Column } from './layout.tsx';
import { flagEffect } from './points.ts';
import { problemOf } from '../state/drafts.ts';

/** The facts that a check reads, and the checks of the profile. */
export function Checks({ view, session }: TabProps) {
  const { record, profile, draft, verdict, suspicions } = view;
  const { high, unmetHigh } = ratedRange(profile, draft.ratings);
  const isDeepPossible = laneAt(high, unmetHigh, profile.floors) === 'deep';
  return (
    <Column>
      <Facts facts={draft.facts} profile={profile} session={session} />
      <Text variant="microcopy">
        {isDeepPossible
          ? 'Ways in which a partner looks good and is not. Look before you commit to anything.'
          : `${profile.lanes.deep.label} is out of reach by ratings, so nothing waits for these checks.`}
      </Text>
      {profile.checks.map((check) => (
        <CheckRow
          key={check.key}
          check={check}
          {...checkAnswer(draft, check.key)}
          suspicion={suspicions.find((suspicion) => suspicion.check === check.key)?.reason ?? null}
          effect={
            verdict !== null
              ? flagEffect(check, draft, profile)
              : 'Its effect is not known while nothing can be judged.'
          }
          change={record.changes[checkFieldName(check.key)] ?? null}
          problem={problemOf(record, checkFieldName(check.key))}
          session={session}
        />
      ))}
    </Column>
  );
}
