import { Button, List, Text, Tooltip } from '@hubspot/ui-extensions';

import { type Dimension, type Profile, inSentence, promptsOf } from '../../../src/icp/profile.ts';
import { RATINGS } from '../../../src/icp/ratings.ts';
import { isBlank } from '../../../src/icp/scorecard.ts';

import { NOTE_HINT } from '../../../src/messages/cards.ts';

import type { Session } from '../state/session.ts';
import type { TabProps } from './card-view.ts';
import { Column, Pair } from '../../common/layout.tsx';
import { ProseField } from './ProseField.tsx';

interface EvidenceButtonProps {
  dimension: Dimension;
  evidence: string;
  isEvidenceMissing: boolean;
  isUnfolded: boolean;
  onUnfold: TabProps['onUnfold'];
}

/** Opens and closes the evidence in place. Its tooltip is the question of the row, which opens with the evidence. */
export function EvidenceButton(props: EvidenceButtonProps) {
  const { dimension, isEvidenceMissing, isUnfolded, onUnfold } = props;
  return (
    <Button
      size="xs"
      variant={isEvidenceMissing && !isUnfolded ? 'secondary' : 'transparent'}
      {...(!isUnfolded && { overlay: <Tooltip placement="left">{dimension.question}</Tooltip> })}
      onClick={() => onUnfold(`${dimension.key}_evidence`, !isUnfolded)}
    >
      {buttonText(props)}
    </Button>
  );
}

function buttonText({ evidence, isEvidenceMissing, isUnfolded }: EvidenceButtonProps): string {
  if (isUnfolded) return 'Close evidence';
  if (!isBlank(evidence)) return 'Edit evidence';
  return isEvidenceMissing ? 'Add evidence' : 'Evidence';
}

interface EvidenceProps {
  dimension: Dimension;
  profile: Profile;
  /** Who changed the rating last, and when. */
  history: string;
  session: Session;
}

/** The question, the evidence, what to ask for, the five levels in full, and who changed the rating last. */
export function Evidence({ dimension, profile, history, session }: EvidenceProps) {
  return (
    <Column gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>{dimension.question}</Text>
      <EvidenceField dimension={dimension} session={session} />
      <Pair>
        <Prompts dimension={dimension} profile={profile} />
        <Levels dimension={dimension} />
      </Pair>
      <Text variant="microcopy">{history}</Text>
    </Column>
  );
}

/** The text field of the evidence. */
export function EvidenceField({
  dimension: { key, label },
  session,
}: Pick<EvidenceProps, 'dimension' | 'session'>) {
  return (
    <ProseField
      name={`${key}_evidence`}
      label={`Evidence for ${inSentence(label)}`}
      description={NOTE_HINT}
      session={session}
    />
  );
}

/** What to ask or look at before rating. */
export function Prompts({ dimension, profile }: Pick<EvidenceProps, 'dimension' | 'profile'>) {
  return (
    <Column gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>Ask</Text>
      <List variant="unordered-styled">
        {promptsOf(dimension, profile).map((prompt) => (
          <Text key={prompt}>{prompt}</Text>
        ))}
      </List>
    </Column>
  );
}

function Levels({ dimension: { rubric } }: Pick<EvidenceProps, 'dimension'>) {
  return (
    <Column gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>The five levels</Text>
      <List variant="ordered-styled">
        {RATINGS.map((rating) => (
          <Text key={rating}>{rubric[rating - 1]}</Text>
        ))}
      </List>
    </Column>
  );
}
