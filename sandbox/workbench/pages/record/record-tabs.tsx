import type { ReactNode } from 'react';
import { TabStrip } from '../../components/tab-strip.tsx';
import { goTo, useAddress } from '../address.tsx';

export interface RecordTab {
  id: string;
  title: string;
  content: ReactNode;
}

/** Set in this browser tab to `mounted-anew`, a record tab is taken away while another one is open, as HubSpot does. */
const KEY = 'workbench-record-tabs';

/** The record's tabs. Each has an address, so the back button leads to the former tab. */
export function RecordTabs({ path, tabs }: { path: string; tabs: RecordTab[] }) {
  const asked = useAddress().searchParams.get('tab');
  const current = (tabs.find(({ id }) => id === asked) ?? tabs[0])?.id;
  const pick = (id: string) => goTo(id === tabs[0]?.id ? path : `${path}?tab=${id}`);
  const isAnew = sessionStorage.getItem(KEY) === 'mounted-anew';
  return (
    <div className="ui-tabs">
      <TabStrip base="record" label="Record" {...{ tabs, current, pick }} />
      {/* Without the setting hidden tabs stay mounted. */}
      {tabs.map(({ id, content }) => (
        <div
          key={id}
          className="page-panel"
          role="tabpanel"
          id={`record-${id}-panel`}
          aria-labelledby={`record-${id}-tab`}
          hidden={id !== current}
        >
          {(!isAnew || id === current) && content}
        </div>
      ))}
    </div>
  );
}
