import { Box, Flex, Heading, Tag, Text } from '@hubspot/ui-extensions';

import { memo } from 'react';

import type { Dimension, Profile } from '../../../src/icp/profile.ts';
import { RATINGS, type Rating } from '../../../src/icp/ratings.ts';
import { isBlank } from '../../../src/icp/scorecard.ts';

import type { Session } from '../state/session.ts';
import { Evidence, EvidenceButton } from './Evidence.tsx';
import type { TabProps } from './card-view.ts';
import { Actions } from '../../common/layout.tsx';
import { FactLines } from './FactLines.tsx';
import { factsSpeakingTo } from './facts-of-questions.ts';
import { LinkedText } from './LinkedText.tsx';
import type { Mark } from './marks.ts';
import { RatingGroup } from './RatingGroup.tsx';

interface DimensionRowProps {
  dimension: Dimension;
  profile: Profile;
  rating: Rating | null;
  /** `5 × 30 = 150` */
  gives: string;
  evidence: string;
  isEvidenceMissing: boolean;
  marks: readonly Mark[];
  /** Who changed the rating last, and when. */
  history: string;
  /** Whether the row shows facts from the CRM. They are drawn apart, so that no row waits for them. */
  hasFacts: boolean;
  isUnfolded: boolean;
  onUnfold: TabProps['onUnfold'];
  session: Session;
}

/**
 * One question of the profile: what it weighs and gives, its rating, the five levels in short, and its evidence. Drawn anew
 * only where something of it changed: each row is many messages to HubSpot's page.
 */
export const DimensionRow = memo(Row, (before, after) => {
  const { marks, ...others } = before;
  return (
    JSON.stringify(marks) === JSON.stringify(after.marks) &&
    Object.entries(others).every(([name, value]) => after[name as keyof typeof others] === value)
  );
});

function Row(props: DimensionRowProps) {
  const { dimension, rating, evidence, isUnfolded, session } = props;
  const { key, label } = dimension;
  return (
    <Flex direction="column" testId={key}>
      <Flex wrap align="start">
        <Box flex="auto">
          <Heading>{label}</Heading>
        </Box>
        <Box flex="none">
          <RatingGroup dimension={dimension} rating={rating} gives={props.gives} session={session} />
        </Box>
      </Flex>
      <Flex align="start" gap="sm">
        <Box flex={1}>
          <Text variant="microcopy">{anchorsText(dimension)}</Text>
        </Box>
        <Box flex="none">
          <EvidenceButton {...props} />
        </Box>
      </Flex>
      {props.hasFacts && (
        <FactLines
          facts={factsSpeakingTo(key)}
          field={`${key}_evidence`}
          onTooLong={(field) => props.onUnfold(field, true)}
          session={session}
          hidesUnset
        />
      )}
      {props.marks.map((mark) => (
        <MarkLine key={mark.text} {...mark} />
      ))}
      {!isUnfolded && !isBlank(evidence) && <LinkedText text={evidence} />}
      {isUnfolded && <Evidence {...props} />}
    </Flex>
  );
}

/** `1 None known · 2 By hearsay · 3 By name · 4 Counted · 5 Counted, deals`. Lines break between levels alone. */
function anchorsText({ anchors }: Dimension): string {
  const levels = RATINGS.map((rating) => `${rating} ${anchors[rating - 1] ?? ''}`);
  return levels.map((level) => level.replaceAll(' ', '\u00a0')).join('\u00a0· ');
}

function MarkLine({ label, text, variant, action }: Mark) {
  return (
    <Flex align="center" gap="xs" wrap>
      <Tag variant={variant}>{label}</Tag>
      <Text inline variant="microcopy">
        {text}
      </Text>
      {action !== undefined && <Actions actions={[action]} />}
    </Flex>
  );
}
