import type { ReactNode } from 'react';
import { TabStrip } from '../../components/tab-strip.tsx';
import { goTo, useAddress } from '../address.tsx';

export interface RecordTab {
  id: string;
  title: string;
  content: ReactNode;
}

/** The record's tabs. Each has an address, so the back button leads to the former tab. */
export function RecordTabs({ path, tabs }: { path: string; tabs: RecordTab[] }) {
  const asked = useAddress().searchParams.get('tab');
  const current = (tabs.find(({ id }) => id === asked) ?? tabs[0])?.id;
  const pick = (id: string) => goTo(id === tabs[0]?.id ? path : `${path}?tab=${id}`);
  return (
    <div className="ui-tabs">
      <TabStrip base="record" label="Record" {...{ tabs, current, pick }} />
      {/* Hidden tabs stay mounted: the card keeps unsaved work. */}
      {tabs.map(({ id, content }) => (
        <div
          key={id}
          className="page-panel"
          role="tabpanel"
          id={`record-${id}-panel`}
          aria-labelledby={`record-${id}-tab`}
          hidden={id !== current}
        >
          {content}
        </div>
      ))}
    </div>
  );
}
