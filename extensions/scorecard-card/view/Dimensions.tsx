import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { type Profile, inSentence } from '../../../src/icp/profile.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';
import type { Scorecard } from '../../../src/icp/scorecard.ts';
import type { ScorecardRecord } from '../../../src/contract/scorecard-record.ts';
import type { Verdict } from '../../../src/icp/verdict.ts';
import { DimensionRow } from './DimensionRow.tsx';
import { dimensionPoints } from './points.ts';
import { problemOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';

interface DimensionsProps {
  record: ScorecardRecord;
  profile: Profile;
  draft: Scorecard;
  verdict: Verdict | null;
  /** Keys of dimensions that were rated for another type. */
  waiting: readonly string[];
  session: Session;
}

/** The questions of the shown profile, in its order. */
export function Dimensions({ record, profile, draft, verdict, waiting, session }: DimensionsProps) {
  const { changes, asOf } = record;
  return profile.dimensions.map((dimension) => {
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
            ? `Confirmed for ${inSentence(partnerTypeLabel(profile.type))} on ${asOf}.`
            : null
        }
        isUnsupported={verdict?.evidenceGaps.includes(key) ?? false}
        change={changes[key] ?? null}
        problem={problemOf(record, key) ?? problemOf(record, `${key}_evidence`)}
        session={session}
      />
    );
  });
}
