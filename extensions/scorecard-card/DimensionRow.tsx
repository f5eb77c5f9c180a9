import { AutoGrid, Flex, StatusTag, Text, Tile, ToggleGroup } from '@hubspot/ui-extensions';
import { memo } from 'react';

import { inSentence } from '../../src/icp/labels.ts';
import type { Dimension } from '../../src/icp/profile.ts';
import { RATINGS, type Rating } from '../../src/icp/ratings.ts';
import type { Change } from '../../src/icp/scorecard-record.ts';
import { faultOf } from './drafts.ts';
import { ratingToPoints } from './points.ts';
import { ProseField } from './ProseField.tsx';
import { RubricPanel } from './RubricPanel.tsx';
import type { Session } from './session.ts';
import { changeWords } from './words.ts';

interface DimensionRowProps {
  dimension: Dimension;
  rating: Rating | null;
  counted: Rating | null;
  /** Null where nothing may be derived. */
  points: string | null;
  evidence: string;
  isUnsupported: boolean;
  change: Change | null;
  /** What the CRM holds here and nobody can read. */
  problem: string | null;
  session: Session;
}

/** One question of the profile: rate it, say why, see what it gives. */
export const DimensionRow = memo(function DimensionRow(props: DimensionRowProps) {
  const { dimension, rating, counted, points, evidence, session } = props;
  const { key, label, question, weight } = dimension;
  const name = inSentence(label);
  return (
    <Tile compact testId={key}>
      <Flex direction="column" gap="xs">
        <AutoGrid columnWidth={300} flexible gap="sm">
          <Text format={{ fontWeight: 'demibold' }}>
            {label} · weight {weight}
          </Text>
          <Flex align="center" gap="sm">
            <Text format={{ fontWeight: 'demibold' }}>{ratingToPoints(rating, counted, points)}</Text>
            <Support rating={rating} isUnsupported={props.isUnsupported} />
          </Flex>
        </AutoGrid>
        <Text>{question}</Text>
        <AutoGrid columnWidth={300} flexible gap="sm">
          <ToggleGroup
            toggleType="radioButtonList"
            name={key}
            label={`Rating of ${name}`}
            size="sm"
            options={ratingOptions(dimension)}
            value={rating === null ? UNKNOWN : String(rating)}
            onChange={(value) => session.edit(key, ratingIn(value))}
          />
          <Flex direction="column" gap="xs">
            <ProseField
              name={`${key}_evidence`}
              label={`Evidence for ${name}`}
              description={dimension.evidencePrompts.join('. ')}
              value={evidence}
              fault={faultOf(EVIDENCE, evidence)}
              session={session}
            />
            <Flex direction="column" align="start">
              <Text variant="microcopy">{historyWords(props)}</Text>
              <RubricPanel dimension={dimension} />
            </Flex>
          </Flex>
        </AutoGrid>
      </Flex>
    </Tile>
  );
});

const UNKNOWN = 'unknown';
const EVIDENCE = { name: 'evidence', kind: 'prose' } as const;

function ratingOptions({ anchors }: Dimension) {
  return [
    { value: UNKNOWN, label: 'Unknown' },
    ...RATINGS.map((rating) => ({
      value: String(rating),
      label: `${rating} · ${anchors[rating - 1] ?? ''}`,
    })),
  ];
}

function ratingIn(value: string): Rating | null {
  return RATINGS.find((rating) => String(rating) === value) ?? null;
}

function historyWords({ change, problem }: DimensionRowProps): string {
  return problem ?? (change === null ? 'Never changed' : changeWords(change));
}

/** Always one mark, so that nothing moves when it changes. */
function Support({ rating, isUnsupported }: Pick<DimensionRowProps, 'rating' | 'isUnsupported'>) {
  if (isUnsupported) return <StatusTag variant="warning">Unsupported</StatusTag>;
  if (rating === null) return <StatusTag hollow>Not rated</StatusTag>;
  return <StatusTag variant="success">Rated</StatusTag>;
}
