import type { TabProps, TabsProps } from '@hubspot/ui-extensions';
import { createContext, useCallback, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import { hiddenTabs } from '../pages/local-settings.ts';
import { classNames } from './class-names.ts';
import { TabStrip, type StripTab } from './tab-strip.tsx';

type TabId = string | number;
interface Entry extends StripTab<TabId> {
  panel: Element;
}
interface TabList {
  base: string;
  current: TabId | undefined;
  register: (entry: Entry) => () => void;
}
const TabListContext = createContext<TabList | null>(null);

const inPageOrder = (one: Entry, other: Entry) =>
  one.panel.compareDocumentPosition(other.panel) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** Tabs register themselves: the card's children arrive as opaque elements. */
function useEntries() {
  const [entries, setEntries] = useState<Entry[]>([]);
  const register = useCallback((entry: Entry) => {
    setEntries((before) => [...before.filter(({ id }) => id !== entry.id), entry].sort(inPageOrder));
    return () => setEntries((before) => before.filter((each) => each !== entry));
  }, []);
  return { entries, register };
}

export function Tabs(props: TabsProps) {
  const { variant = 'default', fill, children } = props;
  const base = useId();
  const { entries, register } = useEntries();
  const [picked, setPicked] = useState(props.defaultSelected);
  const current = props.selected ?? picked ?? entries[0]?.id;
  const list = useMemo(() => ({ base, current, register }), [base, current, register]);
  const pick = (id: TabId) => {
    setPicked(id);
    // HubSpot types this as one of three functions. Each takes an id.
    (props.onSelectedChange as ((id: TabId) => void) | undefined)?.(id);
  };
  return (
    <div className={classNames('ui-tabs', `is-${variant}`, fill && 'is-filled')}>
      <TabStrip tabs={entries} {...{ base, current, pick }} />
      <TabListContext.Provider value={list}>{children}</TabListContext.Provider>
    </div>
  );
}

export function Tab({ tabId, title, disabled = false, tooltip, children }: TabProps) {
  const list = useContext(TabListContext);
  const ownId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const id = tabId ?? ownId;
  const register = list?.register;
  const [keepsHidden] = useState(() => hiddenTabs() === 'keep');
  useEffect(() => {
    if (!panel.current) return;
    return register?.({ id, title, disabled, tooltip, panel: panel.current });
  }, [register, id, title, disabled, tooltip]);
  const isShown = list?.current === id;
  return (
    <div
      ref={panel}
      className="ui-tab-panel"
      role="tabpanel"
      id={`${list?.base ?? ''}-${id}-panel`}
      aria-labelledby={`${list?.base ?? ''}-${id}-tab`}
      hidden={!isShown}
    >
      {(isShown || keepsHidden) && children}
    </div>
  );
}
