import { Select, TextArea, ToggleGroup } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { DECISIONS, isDecision, mayAskAgain } from '../../../src/icp/decision.ts';
import { isQuarter } from '../../../src/icp/quarter.ts';
import * as say from '../../../src/messages/triage-panel.ts';
import type { TriageChoices } from '../../../src/contract/triage.ts';
import { DayInput } from '../../common/DayInput.tsx';
import { Pair } from '../../common/layout.tsx';
import type { Acting } from '../state/acting.ts';
import type { ActingSession } from '../state/acting-session.ts';

interface DecisionInputsProps {
  state: Acting;
  choices: TriageChoices;
  session: ActingSession;
  isReadOnly: boolean;
}

/** The fields of one decision about several companies. */
export function DecisionInputs({ state, choices, session, isReadOnly }: DecisionInputsProps) {
  const { decision, quarter, reason, askAgainOn } = state.form;
  // the text is given once, and again when the person leaves the input
  const [given, setGiven] = useState(reason);
  return (
    <>
      <ToggleGroup
        toggleType="radioButtonList"
        name="decision"
        label={say.DECISION_LABEL}
        size="sm"
        inline
        options={DECISIONS.map(({ key, label }) => ({ value: key, label, readOnly: isReadOnly }))}
        {...(decision !== null && { value: decision })}
        onChange={(value) => {
          if (isDecision(value)) session.enter({ decision: value });
        }}
      />
      <Pair>
        <Select
          name="decision_quarter"
          label={say.QUARTER_LABEL}
          readOnly={isReadOnly}
          options={choices.quarters.map((each) => ({ value: each, label: each }))}
          value={quarter ?? choices.quarters[0] ?? ''}
          onChange={(value) => {
            if (isQuarter(value)) session.enter({ quarter: value });
          }}
        />
        {decision !== null && mayAskAgain(decision) && (
          <DayInput
            name="ask_again_on"
            label={say.ASK_AGAIN_LABEL}
            day={askAgainOn}
            isReadOnly={isReadOnly}
            onDay={(day) => session.enter({ askAgainOn: day })}
          />
        )}
      </Pair>
      <TextArea
        name="decision_reason"
        label={say.REASON_LABEL}
        value={given}
        rows={2}
        resize="vertical"
        readOnly={isReadOnly}
        onInput={(text) => session.enter({ reason: text })}
        onChange={(text) => {
          if (text !== session.read().form.reason) session.enter({ reason: text });
          setGiven(text);
        }}
      />
    </>
  );
}
