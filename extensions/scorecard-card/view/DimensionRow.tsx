import { Button, Flex, StatusTag, Text, Tile, ToggleGroup } from '@hubspot/ui-extensions';
import { memo } from 'react';

import { type Dimension, type Profile, inSentence, promptsOf } from '../../../src/icp/profile.ts';
import { RATINGS, type Rating } from '../../../src/icp/ratings.ts';
import type { Change } from '../../../src/contract/scorecard-record.ts';

import { Column, Pair } from './layout.tsx';
import { ratingToPoints } from './points.ts';
import { ProseField } from './ProseField.tsx';
import { RubricPanel } from './RubricPanel.tsx';
import type { Session } from '../state/session.ts';
import { historyText } from './sentences.ts';
import { useRevision } from './use-input.ts';

interface DimensionRowProps {
  dimension: Dimension;
  profile: Profile;
  rating: Rating | null;
  counted: Rating | null;
  /** Null where nothing can be judged. */
  points: string | null;
  evidence: string;
  /** The line of evidence that confirms a rating given for another type; null where none waits. */
  confirmation: string | null;
  isUnsupported: boolean;
  change: Change | null;
  /** Why the stored value cannot be read. */
  problem: string | null;
  session: Session;
}

/** One question of the profile: rate it, say why, see what it gives. */
export const DimensionRow = memo(function DimensionRow(props: DimensionRowProps) {
  const { dimension, profile, rating, counted, points, confirmation, session } = props;
  const prompts = promptsOf(dimension, profile);
  const { key, label, question, weight } = dimension;
  const name = inSentence(label);
  return (
    <Tile compact testId={key}>
      <Column gap="xs">
        <Pair>
          <Text format={{ fontWeight: 'demibold' }}>
            {label} · weight {weight}
          </Text>
          <Flex align="center" gap="sm">
            <Text format={{ fontWeight: 'demibold' }}>{ratingToPoints(rating, counted, points)}</Text>
            <Support {...props} />
          </Flex>
        </Pair>
        <Text>{question}</Text>
        <Pair>
          <ToggleGroup
            key={useRevision(session, key)}
            toggleType="radioButtonList"
            name={key}
            label={`Rating of ${name}`}
            size="sm"
            options={ratingOptions(dimension)}
            value={rating === null ? UNKNOWN : String(rating)}
            onChange={(value) => session.edit(key, ratingIn(value))}
          />
          <Column gap="xs">
            <ProseField
              name={`${key}_evidence`}
              label={`Evidence for ${name}`}
              description={prompts.join('. ')}
              session={session}
            />
            <Flex direction="column" align="start">
              <Text variant="microcopy">{historyText(props.change, props.problem)}</Text>
              <Flex gap="sm" wrap>
                <RubricPanel dimension={dimension} prompts={prompts} />
                {confirmation !== null && (
                  <Button size="xs" onClick={() => session.stillHolds(key)}>
                    Still holds
                  </Button>
                )}
              </Flex>
            </Flex>
          </Column>
        </Pair>
      </Column>
    </Tile>
  );
});

const UNKNOWN = 'unknown';

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

/** Always one tag, so that nothing moves when it changes. */
function Support({ rating, confirmation, isUnsupported }: DimensionRowProps) {
  if (confirmation !== null) return <StatusTag variant="warning">Confirm for this type</StatusTag>;
  if (isUnsupported) return <StatusTag variant="warning">Unsupported</StatusTag>;
  if (rating === null) return <StatusTag hollow>Not rated</StatusTag>;
  return <StatusTag variant="success">Rated</StatusTag>;
}
