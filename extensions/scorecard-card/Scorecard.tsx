import { Divider, Flex, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';

import { ratingOf } from '../../src/icp/ratings.ts';
import type { Scorecard as Draft } from '../../src/icp/scorecard.ts';
import type { ScorecardRecord } from '../../src/icp/scorecard-record.ts';
import type { Verdict } from '../../src/icp/verdict.ts';
import type { Ready } from './card-state.ts';
import { Checks } from './Checks.tsx';
import { ClearScorecard } from './ClearScorecard.tsx';
import type { CopyText } from './CopyParagraph.tsx';
import { DimensionRow } from './DimensionRow.tsx';
import { draftOf } from './drafts.ts';
import { Facts } from './Facts.tsx';
import { Header } from './Header.tsx';
import { Notices } from './Notices.tsx';
import { dimensionPoints } from './points.ts';
import { liveVerdict, problemOf } from './problems.ts';
import { SaveBar } from './SaveBar.tsx';
import type { Session } from './session.ts';
import { Why } from './Why.tsx';

interface ScorecardProps {
  state: Ready;
  session: Session;
  actions: { copyTextToClipboard: CopyText; closeOverlay: (id: string) => void };
}

/** The loaded scorecard: the answer above, the questions below it, the reasons beside them. */
export function Scorecard({ state, session, actions }: ScorecardProps) {
  const { record, fields, edits } = state;
  const draft = useMemo(() => draftOf({ record, fields, edits }), [record, fields, edits]);
  const verdict = useMemo(() => liveVerdict(record, draft), [record, draft]);
  const isRated = record.profile.dimensions.some(({ key }) => ratingOf(draft.ratings, key) !== null);
  const judged = isRated || record.state === 'judged' ? verdict : null;
  return (
    <Flex direction="column" gap="md">
      <Header record={record} draft={draft} verdict={judged} />
      <Notices record={record} draft={draft} verdict={judged} session={session} />
      <SaveBar state={state} place="top" session={session} />
      <Tabs defaultSelected="scorecard">
        <Tab tabId="scorecard" title="Scorecard">
          <Flex direction="column" gap="md">
            <Dimensions record={record} draft={draft} verdict={verdict} session={session} />
            <Facts facts={draft.facts} profile={record.profile} session={session} />
            <Checks record={record} draft={draft} isJudged={verdict !== null} session={session} />
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
          </Flex>
        </Tab>
        <Tab tabId="why" title="Why">
          {judged === null ? (
            <Text>Nothing to explain yet: no rating is given, or nothing may be judged.</Text>
          ) : (
            <Why
              company={record.companyName}
              draft={draft}
              profile={record.profile}
              verdict={judged}
              copyText={actions.copyTextToClipboard}
            />
          )}
        </Tab>
      </Tabs>
    </Flex>
  );
}

interface DimensionsProps {
  record: ScorecardRecord;
  draft: Draft;
  verdict: Verdict | null;
  session: Session;
}

function Dimensions({ record, draft, verdict, session }: DimensionsProps) {
  const { profile, changes } = record;
  return profile.dimensions.map((dimension) => {
    const { key } = dimension;
    return (
      <DimensionRow
        key={key}
        dimension={dimension}
        rating={ratingOf(draft.ratings, key)}
        counted={verdict?.counted[key] ?? null}
        points={verdict === null ? null : dimensionPoints(dimension, draft, profile)}
        evidence={draft.evidence[key] ?? ''}
        isUnsupported={verdict?.evidenceGaps.includes(key) ?? false}
        change={changes[key] ?? null}
        problem={problemOf(record, key) ?? problemOf(record, `${key}_evidence`)}
        session={session}
      />
    );
  });
}
