import { Flex, LoadingButton, Select, Text, ToggleGroup } from '@hubspot/ui-extensions';

import type { TriageChoices } from '../../../src/contract/triage.ts';
import { isPartnerType, partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import * as say from '../../../src/messages/triage-panel.ts';
import { Column } from '../../common/layout.tsx';
import { type ActKind, type Acting, actOf, isOpen, typeIn } from '../state/acting.ts';
import type { ActingSession } from '../state/acting-session.ts';
import { DecisionInputs } from './DecisionInputs.tsx';

interface ActFormProps {
  state: Acting;
  choices: TriageChoices;
  session: ActingSession;
}

const KINDS: readonly ActKind[] = ['set-type', 'start', 'take-over', 'decide'];

/** What to do about the companies, and the button that previews it. It stays where it is, so that the focus does too. */
export function ActForm({ state, choices, session }: ActFormProps) {
  const { form, phase, selected, plans } = state;
  const { kind } = form;
  const isLocked = !isOpen(state);
  const isIncomplete = actOf(form, choices) === null;
  return (
    <Column>
      <ToggleGroup
        toggleType="radioButtonList"
        name="act"
        label={say.ACT_LABEL}
        size="sm"
        options={KINDS.map((value) => ({ value, label: say.ACTS[value], readOnly: isLocked }))}
        value={kind}
        onChange={(value) => {
          const chosen = KINDS.find((each) => each === value);
          if (chosen !== undefined) session.enter({ kind: chosen });
        }}
      />
      <Text variant="microcopy">{say.ACTS_EXPLAINED[kind]}</Text>
      {(kind === 'set-type' || kind === 'start') && (
        <Select
          key={kind}
          name="act_type"
          label={say.TYPE_LABEL}
          readOnly={isLocked}
          options={choices.types.map((type) => ({ value: type, label: partnerTypeLabel(type) }))}
          value={typeIn(form, choices) ?? ''}
          onChange={(value) => session.enter({ type: isPartnerType(value) ? value : null })}
        />
      )}
      {kind === 'decide' && <DecisionInputs {...{ state, choices, session }} isReadOnly={isLocked} />}
      <Flex align="center" gap="sm" wrap>
        <LoadingButton
          size="sm"
          variant={phase === 'form' || phase === 'previewing' ? 'primary' : 'secondary'}
          loading={phase === 'previewing'}
          disabled={phase !== 'previewing' && (isIncomplete || isLocked)}
          onClick={() => void session.preview()}
        >
          {say.PREVIEW}
        </LoadingButton>
        <Text variant="microcopy">
          {phase === 'previewing'
            ? say.previewing(plans.length, selected)
            : isIncomplete
              ? kind === 'decide'
                ? say.CHOOSE_DECISION
                : say.CHOOSE_TYPE
              : ''}
        </Text>
      </Flex>
    </Column>
  );
}
