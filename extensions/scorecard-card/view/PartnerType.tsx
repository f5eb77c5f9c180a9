import { Divider, Flex, ToggleGroup } from '@hubspot/ui-extensions';

import { PARTNER_TYPES, type PartnerType as Type, isPartnerType } from '../../../src/icp/partner-types.ts';

import type { TabProps } from './card-view.ts';
import { ClearScorecard } from './ClearScorecard.tsx';
import { Column } from '../../common/layout.tsx';
import { Override } from './Override.tsx';
import { SuccessFactors } from './SuccessFactors.tsx';
import { TypeSelect } from './TypeSelect.tsx';
import { useRevision } from './use-input.ts';
import { YearlyReview } from './YearlyReview.tsx';

/** What kind of partner it is, and what concerns the scorecard as a whole. */
export function PartnerType({ view, session, actions }: TabProps) {
  const { state, record, draft, profile } = view;
  const { words } = record.texts;
  const isOther = ({ key }: { key: Type }) =>
    key !== (draft.type ?? profile.type) || draft.otherTypes.includes(key);
  return (
    <Column gap="md">
      <Column gap="xs">
        <TypeSelect view={view} session={session} />
      </Column>
      <ToggleGroup
        key={useRevision(session, 'other_types')}
        toggleType="checkboxList"
        name="other_types"
        label={words.otherTypes}
        size="sm"
        inline
        options={PARTNER_TYPES.filter(isOther).map(({ key, label }) => ({ value: key, label }))}
        value={[...draft.otherTypes]}
        onChange={(types) => session.edit('other_types', types.filter(isPartnerType))}
      />
      <SuccessFactors hint={words.thinkAlong} factors={record.guidance.successFactors} profile={profile} />
      <YearlyReview view={view} session={session} />
      <Override explained={words.overrideExplained} />
      {record.state !== 'never-scored' && (
        <>
          <Divider />
          <Flex justify="end">
            <ClearScorecard
              company={record.companyName}
              isBusy={state.busy !== null}
              onClear={() => void session.clear()}
              closeOverlay={actions.closeOverlay}
            />
          </Flex>
        </>
      )}
    </Column>
  );
}
