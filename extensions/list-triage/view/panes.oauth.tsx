import { Tab, Tabs } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { CHANGE, COMPARE, COMPARES_AND_CHANGES } from '../../../src/messages/triage-panel.ts';
import { startActing } from '../state/acting-session.ts';
import { ChangeSeveral } from './ChangeSeveral.tsx';
import type { Panes, PanesProps } from './panes.tsx';

/** In the OAuth edition HubSpot signs who asks: the panel compares, and changes several companies at once. */
export const PANES: Panes = { note: COMPARES_AND_CHANGES, Body: CompareOrChange };

function CompareOrChange({ comparison, found, isAnyRanked, by, reloadPage }: PanesProps) {
  // above the tabs, since HubSpot may take away what a hidden one draws
  const [session] = useState(() =>
    startActing(
      found.map(({ companyId }) => companyId),
      { by, now: () => new Date() },
    ),
  );
  return (
    <Tabs defaultSelected={isAnyRanked ? 'compare' : 'change'}>
      <Tab tabId="compare" title={COMPARE}>
        {comparison}
      </Tab>
      <Tab tabId="change" title={CHANGE}>
        <ChangeSeveral {...{ session, reloadPage }} />
      </Tab>
    </Tabs>
  );
}
