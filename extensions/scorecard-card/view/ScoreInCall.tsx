import {
  AutoGrid,
  Box,
  Button,
  Flex,
  Heading,
  Panel,
  PanelBody,
  PanelFooter,
  StepIndicator,
  Text,
} from '@hubspot/ui-extensions';
import { useMemo, useState } from 'react';

import { pointsOf } from '../../../src/icp/causes.ts';
import { LANE_LABELS } from '../../../src/icp/lanes.ts';
import { MAX_TOTAL } from '../../../src/icp/profile.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';
import type { Verdict } from '../../../src/icp/verdict.ts';
import { NOT_RATED, NOT_SAVED } from '../../../src/messages/cards.ts';

import { conflictsOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { savable } from '../state/type-choice.ts';
import type { CardView } from './card-view.ts';
import { EvidenceField, Prompts } from './Evidence.tsx';
import { Column, Notice } from '../../common/layout.tsx';
import { pointsGiven } from './points.ts';
import { RatingGroup } from './RatingGroup.tsx';
import { SaveButton, SaveStatus } from './SaveBar.tsx';

interface ScoreInCallProps {
  view: CardView;
  session: Session;
}

/** Opens the questions one by one, each with its levels in full and its evidence beside it. */
export function ScoreInCall(props: ScoreInCallProps) {
  // the contents are drawn from the first click on, so that a card that is only read stays light
  const [isUsed, setUsed] = useState(false);
  const [step, setStep] = useState(0);
  const { view, session } = props;
  const { companyName } = view.record;
  // an overlay is drawn anew as a whole
  const overlay = useMemo(
    () => (
      <Panel id="score-in-call" title={`Score ${companyName} in a call`} variant="modal" width="lg">
        {isUsed && <Steps {...props} step={Math.min(step, lastStep(view))} onStep={setStep} />}
      </Panel>
    ),
    [companyName, session, isUsed, isUsed && view, step],
  );
  return (
    <Button size="xs" onClick={() => setUsed(true)} overlay={overlay}>
      Score in a call
    </Button>
  );
}

function lastStep({ profile }: CardView): number {
  return profile.dimensions.length - 1;
}

interface StepsProps extends ScoreInCallProps {
  step: number;
  onStep: (step: number) => void;
}

function Steps({ view, session, step, onStep }: StepsProps) {
  const { state, profile, draft, verdict } = view;
  const dimension = profile.dimensions[step];
  if (dimension === undefined) return null;
  const { key, question } = dimension;
  return (
    <>
      <PanelBody>
        <Column gap="md">
          <StepIndicator
            stepNames={profile.dimensions.map((each) => each.label)}
            currentStep={step}
            variant="compact"
            onClick={onStep}
          />
          <Trouble view={view} />
          <Heading>{question}</Heading>
          <AutoGrid key={key} columnWidth={300} flexible gap="md">
            <RatingGroup
              dimension={dimension}
              rating={ratingOf(draft.ratings, key)}
              gives={pointsGiven(dimension, view)}
              isInFull
              session={session}
            />
            <Column gap="sm">
              <EvidenceField dimension={dimension} session={session} />
              <Prompts dimension={dimension} profile={profile} />
            </Column>
          </AutoGrid>
        </Column>
      </PanelBody>
      <PanelFooter>
        <Flex align="center" gap="sm" wrap>
          <Box flex="auto">
            <Text format={{ fontWeight: 'demibold' }}>{verdictText(verdict)}</Text>
          </Box>
          <SaveStatus state={state} />
          <Button size="sm" disabled={step === 0} onClick={() => onStep(step - 1)}>
            Back
          </Button>
          <Button size="sm" disabled={step === lastStep(view)} onClick={() => onStep(step + 1)}>
            Next
          </Button>
          <SaveButton state={state} onSave={() => void session.save()} />
        </Flex>
      </PanelFooter>
    </>
  );
}

/** `430 of 500 · Deep` */
function verdictText(verdict: Verdict | null): string {
  return verdict === null ? NOT_RATED : `${pointsOf(verdict)} of ${MAX_TOTAL} · ${LANE_LABELS[verdict.lane]}`;
}

/** Says that a save left something to decide, which is done on the card. */
function Trouble({ view: { state } }: { view: CardView }) {
  const { failure, edits } = state;
  const { seeAboveTabs } = state.record.texts.words;
  const isHeldBack = state.notWritten.some(({ field }) => edits[field] !== undefined);
  if (failure === null && !isHeldBack && conflictsOf(savable(state)).length === 0) return null;
  return (
    <Notice
      title={NOT_SAVED}
      variant="danger"
      sentences={[failure === null ? seeAboveTabs : `${failure.message} ${seeAboveTabs}`]}
      link={failure?.link}
    />
  );
}
