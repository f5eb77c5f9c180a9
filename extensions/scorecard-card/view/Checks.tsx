import { Accordion, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { openChecks } from '../../../src/icp/checks.ts';
import { checkFieldName } from '../../../src/icp/fields.ts';
import { laneAt } from '../../../src/icp/lanes.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import type { ScorecardRecord } from '../../../src/contract/scorecard-record.ts';
import { type Scorecard, checkAnswer } from '../../../src/icp/scorecard.ts';
import { changesOfDraft, suspicions } from '../../../src/icp/suspicions.ts';
import { ratedRange } from '../../../src/icp/totals.ts';

import { CheckRow } from './CheckRow.tsx';
import { Column } from './layout.tsx';
import { flagEffect } from './points.ts';
import { problemOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';

interface ChecksProps {
  record: ScorecardRecord;
  profile: Profile;
  draft: Scorecard;
  /** False hides suspicions and effects, because nothing can be judged. */
  isJudged: boolean;
  session: Session;
}

/** The checks of the profile. Folded while deep is out of reach, unless the person unfolds them. */
export function Checks({ record, profile, draft, isJudged, session }: ChecksProps) {
  const { changes, asOf } = record;
  const { high, unmetHigh } = ratedRange(profile, draft.ratings);
  const isDeepPossible = laneAt(high, unmetHigh, profile.floors) === 'deep';
  const [chosen, choose] = useState<{ isOpen: boolean; whileDeepPossible: boolean } | null>(null);
  // folding or unfolding by hand holds until deep comes into reach or leaves it
  const isOpen = chosen?.whileDeepPossible === isDeepPossible ? chosen.isOpen : isDeepPossible;
  const newest = changesOfDraft(changes, record.scorecard, draft, profile, asOf);
  const suspected = isJudged ? suspicions(draft, profile, draft.facts, newest, asOf) : [];
  const open = openChecks(draft, profile).length;
  if (profile.checks.length === 0) return null;
  return (
    <Accordion
      title={`Checks · ${open} of ${profile.checks.length} open`}
      size="md"
      open={isOpen}
      onClick={() => choose({ isOpen: !isOpen, whileDeepPossible: isDeepPossible })}
    >
      <Column>
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
            suspicion={suspected.find((suspicion) => suspicion.check === check.key)?.reason ?? null}
            effect={
              isJudged
                ? flagEffect(check, draft, profile)
                : 'Its effect is not known while nothing can be judged.'
            }
            change={changes[checkFieldName(check.key)] ?? null}
            problem={problemOf(record, checkFieldName(check.key))}
            session={session}
          />
        ))}
      </Column>
    </Accordion>
  );
}
