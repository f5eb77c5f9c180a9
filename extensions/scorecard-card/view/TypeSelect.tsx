import { Select, Text } from '@hubspot/ui-extensions';

import { PARTNER_CATEGORIES, PARTNER_TYPES, isPartnerType } from '../../../src/icp/partner-types.ts';
import { TYPE_FIELD } from '../../../src/icp/type-change.ts';

import { isWriting } from '../state/card-state.ts';
import { isTypeAtFault } from '../state/drafts.ts';
import type { TabProps } from './card-view.ts';
import { useRevision } from './use-input.ts';

/** The partner types by category, and a sentence about the chosen one. A type without its properties is not offered. */
export function TypeSelect({ view, session }: Pick<TabProps, 'view' | 'session'>) {
  const { state, record, draft, profile } = view;
  const { guidance, readyTypes, texts } = record;
  const chosen = draft.type ?? (isTypeAtFault(record) ? null : profile.type);
  const picked = state.pendingType?.type ?? chosen;
  const isReady = ({ key }: { key: string }) => key === picked || readyTypes.some((type) => type === key);
  return (
    <>
      <Select
        key={useRevision(session, TYPE_FIELD)}
        name={TYPE_FIELD}
        label="Partner type"
        placeholder="Choose a type"
        options={PARTNER_TYPES.filter(isReady).map(({ key, label, category }) => ({
          value: key,
          label: `${categoryLabel(category)}: ${label}`,
        }))}
        readOnly={isWriting(state) || (record.state === 'unjudgeable' && !isTypeAtFault(record))}
        {...(picked !== null && { value: picked, description: guidance.types[picked] })}
        onChange={(type) => {
          if (isPartnerType(type)) void session.pickType(type);
        }}
      />
      {texts.typesNotSetUp !== '' && <Text variant="microcopy">{texts.typesNotSetUp}</Text>}
    </>
  );
}

function categoryLabel(category: string): string {
  return PARTNER_CATEGORIES.find(({ key }) => key === category)?.label ?? category;
}
