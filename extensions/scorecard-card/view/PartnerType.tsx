import { Flex, MultiSelect } from '@hubspot/ui-extensions';

import { PARTNER_TYPES, isPartnerType } from '../../../src/icp/partner-types.ts';
import { TYPE_FIELD } from '../../../src/icp/type-change.ts';
import type { Scorecard } from '../../../src/icp/scorecard.ts';

import { isWriting } from '../state/card-state.ts';
import type { TabProps } from './card-view.ts';
import { ClearScorecard } from './ClearScorecard.tsx';
import { Column } from './layout.tsx';
import { isTypeAtFault } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { SuccessFactors } from './SuccessFactors.tsx';
import { TypeChoices } from './TypeChoices.tsx';
import { useRevision } from './use-input.ts';

/** The partner type, what else the company could be to us, what to ask before the first call, and clearing. */
export function PartnerType({ view, session, actions }: TabProps) {
  const { state, record, draft, profile } = view;
  const chosen = draft.type ?? (isTypeAtFault(record) ? null : profile.type);
  const isFixed = isWriting(state) || (record.state === 'unjudgeable' && !isTypeAtFault(record));
  return (
    <Column gap="md">
      <TypeChoices
        key={useRevision(session, TYPE_FIELD)}
        picked={state.pendingType?.type ?? chosen}
        ready={record.readyTypes}
        guidance={record.guidance}
        isFixed={isFixed}
        onChoose={(type) => void session.pickType(type)}
      />
      <OtherTypes draft={draft} session={session} />
      <SuccessFactors factors={record.guidance.successFactors} profile={profile} />
      {record.state !== 'never-scored' && (
        <Flex justify="end">
          <ClearScorecard
            company={record.companyName}
            isBusy={state.busy !== null}
            onClear={() => void session.clear()}
            closeOverlay={actions.closeOverlay}
          />
        </Flex>
      )}
    </Column>
  );
}

function OtherTypes({ draft, session }: { draft: Scorecard; session: Session }) {
  return (
    <MultiSelect
      key={useRevision(session, 'other_types')}
      name="other_types"
      label="Other partner types"
      description="What else the company could be to us. A note for later: it changes no lane."
      placeholder="None"
      options={PARTNER_TYPES.map(({ key, label }) => ({ value: key, label }))}
      value={[...draft.otherTypes]}
      onChange={(types) => session.edit('other_types', types.filter(isPartnerType))}
    />
  );
}
