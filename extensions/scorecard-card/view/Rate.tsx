import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { inSentence } from '../../../src/icp/profile.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';

import { problemOf } from '../state/drafts.ts';
import type { TabProps } from './card-view.ts';
import { DimensionRow } from './DimensionRow.tsx';
import { Column } from './layout.tsx';
import { dimensionPoints } from './points.ts';

/** The questions of the shown profile, in its order. */
export function Rate({ view, session }: TabProps) {
  const { record, profile, draft, verdict, waiting } = view;
  return (
    <Column gap="md">
      {profile.dimensions.map((dimension) => {
        const { key } = dimension;
        return (
          <DimensionRow
            key={key}
            dimension={dimension}
            rating={ratingOf(draft.ratings, key)}
            counted={verdict?.counted[key] ?? null}
            points={verdict === null ? null : dimensionPoints(dimension, draft, profile)}
            evidence={draft.evidence[key] ?? ''}
            profile={profile}
            confirmation={
              waiting.includes(key)
                ? `Confirmed for ${inSentence(partnerTypeLabel(profile.type))} on ${record.asOf}.`
                : null
            }
            isUnsupported={verdict?.evidenceGaps.includes(key) ?? false}
            change={record.changes[key] ?? null}
            problem={problemOf(record, key) ?? problemOf(record, `${key}_evidence`)}
            session={session}
          />
        );
      })}
    </Column>
  );
}
