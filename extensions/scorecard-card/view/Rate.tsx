import { Flex } from '@hubspot/ui-extensions';

import { ratingOf } from '../../../src/icp/ratings.ts';

import type { CardView, TabProps } from './card-view.ts';
import { DimensionRow } from './DimensionRow.tsx';
import { FirstLook } from './FirstLook.tsx';
import { Column } from '../../common/layout.tsx';
import { marksOf } from './marks.ts';
import { pointsGiven } from './points.ts';
import { ScoreInCall } from './ScoreInCall.tsx';
import { byText } from './sentences.ts';
import { TypeSelect } from './TypeSelect.tsx';

/** The questions of the shown profile, in its order. A company never scored is asked its type first. */
export function Rate({ view, session, unfolded, onUnfold }: TabProps) {
  const { record, profile, draft, verdict } = view;
  const isNew = record.state === 'never-scored';
  return (
    <Column gap="xs">
      {isNew && <TypeSelect view={view} session={session} />}
      {(isNew || view.state.facts.request === 0) && <FirstLook {...{ view, session, onUnfold }} />}
      {profile.dimensions.map((dimension) => {
        const { key } = dimension;
        return (
          <DimensionRow
            key={key}
            dimension={dimension}
            profile={profile}
            rating={ratingOf(draft.ratings, key)}
            gives={pointsGiven(dimension, view)}
            evidence={draft.evidence[key] ?? ''}
            isEvidenceMissing={verdict?.evidenceGaps.includes(key) ?? false}
            marks={marksOf(key, view, session)}
            history={historyText(key, view)}
            hasFacts={!isNew}
            isUnfolded={unfolded.has(`${key}_evidence`)}
            onUnfold={onUnfold}
            session={session}
          />
        );
      })}
      <Flex>
        <ScoreInCall view={view} session={session} />
      </Flex>
    </Column>
  );
}

/** Who changed the rating last, and when; blank for one that is not saved. */
function historyText(dimension: string, { record, state }: CardView): string {
  const change = state.edits[dimension] === undefined ? record.changes[dimension] : undefined;
  return change === undefined ? '' : `Rated by ${byText(change, record)}.`;
}
