import { Tab, Tabs } from '@hubspot/ui-extensions';
import { type ComponentType, useCallback, useMemo, useState } from 'react';

import type { Ready } from '../state/card-state.ts';
import type { Session } from '../state/session.ts';
import { type PageActions, type TabProps, cardViewOf } from './card-view.ts';
import { Checks } from './Checks.tsx';
import { Decide } from './Decide.tsx';
import { DraftNotice } from './DraftNotice.tsx';
import { Header } from './Header.tsx';
import { History } from './History.tsx';
import { LaneChange } from './LaneChange.tsx';
import { DoorNotice } from '../../common/DoorNotice.tsx';
import { Column } from '../../common/layout.tsx';
import { Notices } from './Notices.tsx';
import { Outcome } from './Outcome.tsx';
import { PartnerType } from './PartnerType.tsx';
import { Rate } from './Rate.tsx';
import { type TabId, tabOf, tabTitles } from './tab-titles.ts';
import { Why } from './Why.tsx';

interface ScorecardProps {
  state: Ready;
  session: Session;
  actions: PageActions;
}

const TABS: Readonly<Record<TabId, ComponentType<TabProps>>> = {
  rate: Rate,
  checks: Checks,
  why: Why,
  decide: Decide,
  history: History,
  type: PartnerType,
};

/** The loaded scorecard: verdict, Save and what a person has to know on top, the questions and reasons in tabs. */
export function Scorecard({ state, session, actions }: ScorecardProps) {
  const view = useMemo(() => cardViewOf(state), [state]);
  const [open, setOpen] = useState<TabId>('rate');
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const onUnfold = useCallback((field: string, isUnfolded: boolean) => {
    setUnfolded((before) => {
      const after = new Set(before);
      if (isUnfolded) after.add(field);
      else after.delete(field);
      return after;
    });
  }, []);
  const goTo = (field: string) => {
    setOpen(tabOf(field, view));
    onUnfold(field, true);
  };
  const titles = tabTitles(view);
  const isUnsaved = Object.keys(state.edits).length > 0;
  return (
    <Column gap="xs">
      <DoorNotice />
      <Header view={view} session={session} />
      <Outcome state={state} session={session} goTo={goTo} />
      <DraftNotice state={state} session={session} />
      <Notices view={view} session={session} />
      <Tabs selected={open} onSelectedChange={(id: string) => setOpen(id as TabId)}>
        {Object.entries(TABS).map(([id, Contents]) => (
          <Tab key={id} tabId={id} title={titles[id as TabId]}>
            {id === open && (
              <Contents
                view={view}
                session={session}
                actions={actions}
                unfolded={unfolded}
                onUnfold={onUnfold}
              />
            )}
          </Tab>
        ))}
      </Tabs>
      <LaneChange lane={view.verdict?.lane ?? null} isUnsaved={isUnsaved} />
    </Column>
  );
}
