import { Divider, Flex, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';

import { ratingOf } from '../../../src/icp/ratings.ts';

import type { Ready } from '../state/card-state.ts';
import { Checks } from './Checks.tsx';
import { ClearScorecard } from './ClearScorecard.tsx';
import { Column } from './layout.tsx';
import type { CopyText } from './CopyParagraph.tsx';
import { Dimensions } from './Dimensions.tsx';
import { draftOf, liveVerdict } from '../state/drafts.ts';
import { Facts } from './Facts.tsx';
import { Header } from './Header.tsx';
import { Notices } from './Notices.tsx';
import { PartnerType } from './PartnerType.tsx';
import { SaveBar } from './SaveBar.tsx';
import type { Session } from '../state/session.ts';
import { SuccessFactors } from './SuccessFactors.tsx';
import { profileShown, waitingForConfirmation } from '../state/type-choice.ts';
import { Why } from './Why.tsx';

interface ScorecardProps {
  state: Ready;
  session: Session;
  actions: { copyTextToClipboard: CopyText; closeOverlay: (id: string) => void };
}

/** The loaded scorecard: the verdict on top, the questions below, the reasons in the second tab. */
export function Scorecard({ state, session, actions }: ScorecardProps) {
  const { record, fields, edits } = state;
  const profile = profileShown(state);
  const draft = useMemo(() => draftOf({ record, fields, edits }), [record, fields, edits]);
  const verdict = useMemo(() => liveVerdict(record, draft, profile), [record, draft, profile]);
  const isRated = profile.dimensions.some(({ key }) => ratingOf(draft.ratings, key) !== null);
  const judged = isRated || record.state === 'judged' ? verdict : null;
  return (
    <Column gap="md">
      <Header record={record} profile={profile} draft={draft} verdict={judged} />
      <Notices state={state} profile={profile} draft={draft} verdict={judged} session={session} />
      <PartnerType state={state} draft={draft} session={session} />
      <SaveBar state={state} place="top" session={session} />
      <Tabs defaultSelected="scorecard">
        <Tab tabId="scorecard" title="Scorecard">
          <Column gap="md">
            <SuccessFactors factors={record.guidance.successFactors} profile={profile} />
            <Dimensions
              record={record}
              profile={profile}
              draft={draft}
              verdict={verdict}
              waiting={waitingForConfirmation(state)}
              session={session}
            />
            <Facts facts={draft.facts} profile={profile} session={session} />
            <Checks
              record={record}
              profile={profile}
              draft={draft}
              isJudged={verdict !== null}
              session={session}
            />
            <Divider />
            <SaveBar state={state} place="bottom" session={session} />
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
        </Tab>
        <Tab tabId="why" title="Why">
          {judged === null ? (
            <Text>Nothing to explain yet: no rating is given, or nothing may be judged.</Text>
          ) : (
            <Why
              company={record.companyName}
              draft={draft}
              profile={profile}
              verdict={judged}
              copyText={actions.copyTextToClipboard}
            />
          )}
        </Tab>
      </Tabs>
    </Column>
  );
}
