import { ToggleGroup } from '@hubspot/ui-extensions';

import type { Dimension } from '../../../src/icp/profile.ts';
import { RATINGS, type Rating } from '../../../src/icp/ratings.ts';

import type { Session } from '../state/session.ts';
import { useRevision } from './use-input.ts';

interface RatingGroupProps {
  dimension: Dimension;
  rating: Rating | null;
  /** `5 × 30 = 150` */
  gives: string;
  /** Whether each level stands beside its rating in full. */
  isInFull?: boolean;
  session: Session;
}

/** The choice of a rating, one click each. */
export function RatingGroup({ dimension, rating, gives, isInFull = false, session }: RatingGroupProps) {
  const { key, label } = dimension;
  return (
    <ToggleGroup
      key={useRevision(session, key)}
      toggleType="radioButtonList"
      name={key}
      label={`${label}: ${gives}`}
      size="sm"
      inline={!isInFull}
      options={isInFull ? levelsInFull(dimension) : SHORT}
      value={rating === null ? UNKNOWN : String(rating)}
      onChange={(value) => session.edit(key, RATINGS.find((each) => String(each) === value) ?? null)}
    />
  );
}

const UNKNOWN = 'unknown';

const SHORT = [
  { value: UNKNOWN, label: '?' },
  ...RATINGS.map((rating) => ({ value: String(rating), label: String(rating) })),
];

function levelsInFull({ anchors, rubric }: Dimension) {
  return [
    { value: UNKNOWN, label: '? · Not known yet' },
    ...RATINGS.map((rating) => ({
      value: String(rating),
      label: `${rating} · ${anchors[rating - 1] ?? ''}`,
      description: rubric[rating - 1] ?? '',
    })),
  ];
}
