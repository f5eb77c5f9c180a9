import { Tab, Tabs } from '@hubspot/ui-extensions';
import { type ComponentType, useMemo, useState } from 'react';

import type { Ready } from '../state/card-state.ts';
import type { Session } from '../state/session.ts';
import { type PageActions, type TabProps, cardViewOf } from './card-view.ts';
import { Checks } from './Checks.tsx';
import { Header } from './Header.tsx';
import { Column } from './layout.tsx';
import { Notices } from './Notices.tsx';
import { PartnerType } from './PartnerType.tsx';
import { Rate } from './Rate.tsx';
import { SaveBar } from './SaveBar.tsx';
import { type TabId, tabTitles } from './tab-titles.ts';
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
  type: PartnerType,
};

/** The loaded scorecard: verdict, Save and what a person has to know on top, the questions and reasons in tabs. */
export function Scorecard({ state, session, actions }: ScorecardProps) {
  const view = useMemo(() => cardViewOf(state), [state]);
  const [open, setOpen] = useState<TabId>('rate');
  const titles = tabTitles(view);
  return (
    <Column gap="sm">
      <Header {...view} />
      <SaveBar state={state} place="top" session={session} />
      <Notices {...view} session={session} />
      <Tabs selected={open} onSelectedChange={(id: string) => setOpen(id as TabId)}>
        {Object.entries(TABS).map(([id, Contents]) => (
          <Tab key={id} tabId={id} title={titles[id as TabId]}>
            {id === open && <Contents view={view} session={session} actions={actions} />}
          </Tab>
        ))}
      </Tabs>
    </Column>
  );
}
