import { useState } from 'react';

const HIDDEN_TABS = 'workbench-hidden-tabs';

export type HiddenTabs = 'unmount' | 'keep';

/**
 * What happens to the hidden tabs of a card. HubSpot does not say whether it keeps them, so the harsher case is the
 * default: what a component holds by itself, such as an open accordion, is lost.
 */
export function hiddenTabs(): HiddenTabs {
  return localStorage.getItem(HIDDEN_TABS) === 'keep' ? 'keep' : 'unmount';
}

/** The setting of this browser. Cards follow it from the next time they are shown. */
export function useHiddenTabs() {
  const [value, set] = useState(hiddenTabs);
  const choose = (wanted: HiddenTabs) => {
    localStorage.setItem(HIDDEN_TABS, wanted);
    set(wanted);
  };
  return { value, choose };
}
