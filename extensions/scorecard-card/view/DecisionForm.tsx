import { Button, Flex, LoadingButton, Select, Text, TextArea, ToggleGroup } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { DECISIONS, isDecision, mayAskAgain } from '../../../src/icp/decision.ts';
import { isQuarter } from '../../../src/icp/quarter.ts';

import { Column, Pair } from '../../common/layout.tsx';
import { type Ready, isWriting } from '../state/card-state.ts';
import { faultIn, isEntered, quarterOf, quartersOf, whyNotDecided } from '../state/decision-form.ts';
import { faultOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { DayInput } from '../../common/DayInput.tsx';
import { DECISION_LABELS } from './sentences.ts';
import { SlotsLine } from './SlotsLine.tsx';

interface DecisionFormProps {
  state: Ready;
  session: Session;
}

const OPTIONS = DECISIONS.map(({ key, label }) => ({ value: key, label }));

/** What to do, when and why, and the button that decides. What is entered lives in the state of the card. */
export function DecisionForm({ state, session }: DecisionFormProps) {
  const { decision: form, record, busy } = state;
  const { decision, revision, askAgainOn } = form;
  const quarter = quarterOf(form, record.decision);
  const fault = faultIn(state);
  const obstacle =
    whyNotDecided(state) ?? (fault === null ? null : `${DECISION_LABELS[fault.field]}: ${fault.message}`);
  const isTooLong = faultOf({ kind: 'prose' }, form.reason) !== null;
  const isBusy = isWriting(state);
  return (
    <Column>
      <ToggleGroup
        key={`decision-${revision}`}
        toggleType="radioButtonList"
        name="decision"
        label={DECISION_LABELS.decision}
        size="sm"
        inline
        options={OPTIONS}
        {...(decision !== null && { value: decision })}
        onChange={(value) => {
          if (isDecision(value)) void session.enterDecision({ decision: value });
        }}
      />
      <Pair>
        <Select
          key={`quarter-${revision}`}
          name="decision_quarter"
          label={DECISION_LABELS.decision_quarter}
          options={quartersOf(form, record.decision).map((each) => ({ value: each, label: each }))}
          {...(quarter !== null && { value: quarter })}
          onChange={(value) => {
            if (isQuarter(value)) void session.enterDecision({ quarter: value });
          }}
        />
        {decision !== null && mayAskAgain(decision) && (
          <DayInput
            key={`day-${revision}`}
            name="ask_again_on"
            label={DECISION_LABELS.ask_again_on}
            day={askAgainOn}
            onDay={(day) => void session.enterDecision({ askAgainOn: day })}
          />
        )}
      </Pair>
      {decision === 'go-deep' && <SlotsLine state={state} session={session} />}
      <ReasonInput key={`reason-${revision}`} state={state} session={session} />
      <Flex align="center" gap="sm" wrap>
        <LoadingButton
          variant="secondary"
          size="sm"
          loading={busy === 'decide'}
          resultIconName={form.done === null ? 'warning' : 'success'}
          disabled={busy !== 'decide' && (obstacle !== null || isTooLong || isBusy)}
          onClick={() => void session.decide()}
        >
          Decide
        </LoadingButton>
        <Button size="sm" disabled={isBusy || !isEntered(form)} onClick={session.emptyDecision}>
          Discard the form
        </Button>
        <Text variant="microcopy">{obstacle ?? ''}</Text>
      </Flex>
    </Column>
  );
}

/** The text of HubSpot's input is given once, and again when the person leaves it: see `inputValue`. */
function ReasonInput({ state, session }: DecisionFormProps) {
  const { reason, revision } = state.decision;
  const [given, setGiven] = useState(reason);
  const tooLong = faultOf({ kind: 'prose' }, reason);
  return (
    <TextArea
      name="decision_reason"
      label={DECISION_LABELS.decision_reason}
      value={given}
      rows={2}
      resize="vertical"
      required={faultIn(state)?.field === 'decision_reason'}
      error={tooLong !== null}
      {...(tooLong !== null && { validationMessage: tooLong })}
      onInput={(text) => session.typeReason(text, revision)}
      onChange={(text) => {
        session.typeReason(text, revision);
        setGiven(text);
      }}
    />
  );
}
