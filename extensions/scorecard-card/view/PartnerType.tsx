import { Accordion, MultiSelect } from '@hubspot/ui-extensions';
import { useState } from 'react';

import {
  PARTNER_CATEGORIES,
  PARTNER_TYPES,
  type PartnerType as Type,
  isPartnerType,
  partnerTypeLabel,
} from '../../../src/icp/partner-types.ts';
import { TYPE_FIELD } from '../../../src/icp/type-change.ts';
import type { Scorecard } from '../../../src/icp/scorecard.ts';

import { type Ready, isWriting } from '../state/card-state.ts';
import { Column } from './layout.tsx';
import { isTypeAtFault } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { openQuestion, profileShown } from '../state/type-choice.ts';
import { TypeChoices, categoryOf } from './TypeChoices.tsx';
import { useRevision } from './use-input.ts';
import { TypeQuestion } from './TypeQuestion.tsx';

interface PartnerTypeProps {
  state: Ready;
  draft: Scorecard;
  session: Session;
}

/** The partner type: one line once it is set, and a choice of category and type. */
export function PartnerType({ state, draft, session }: PartnerTypeProps) {
  const { record, pendingType } = state;
  const chosen = draft.type ?? (isTypeAtFault(record) ? null : profileShown(state).type);
  // stays open after a save, because folding would move the rows under the pointer
  const [isOpen, open] = useState(record.state === 'never-scored' || isTypeAtFault(record));
  const isFixed = isWriting(state) || (record.state === 'unjudgeable' && !isTypeAtFault(record));
  return (
    <Accordion
      title={`Partner type · ${titleOf(chosen, draft.type !== null)}`}
      size="md"
      open={isOpen || pendingType !== null || openQuestion(state) !== null}
      onClick={() => open(!isOpen)}
    >
      <Column>
        <TypeChoices
          key={useRevision(session, TYPE_FIELD)}
          picked={pendingType?.type ?? chosen}
          ready={record.readyTypes}
          guidance={record.guidance}
          isFixed={isFixed}
          onChoose={(type) => void session.pickType(type)}
        />
        <TypeQuestion state={state} session={session} />
        <OtherTypes draft={draft} session={session} />
      </Column>
    </Accordion>
  );
}

function titleOf(type: Type | null, isSet: boolean): string {
  if (type === null) return 'not set';
  const words = `${partnerTypeLabel(type)} · ${labelOf(categoryOf(type))}`;
  return isSet ? words : `${words}, unless you choose another`;
}

function labelOf(category: string): string {
  return PARTNER_CATEGORIES.find(({ key }) => key === category)?.label ?? category;
}

function OtherTypes({ draft, session }: Pick<PartnerTypeProps, 'draft' | 'session'>) {
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
