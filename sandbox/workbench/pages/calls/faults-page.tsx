import type { AddAlertAction } from '@hubspot/ui-extensions';
import { SelectField } from '../automation/rule-fields.tsx';
import { useHiddenTabs, type HiddenTabs } from '../local-settings.ts';
import { FaultPanel } from './fault-panel.tsx';

const HIDDEN_TABS: readonly { value: HiddenTabs; label: string }[] = [
  { value: 'unmount', label: 'Removed' },
  { value: 'keep', label: 'Kept' },
];

/** What can go wrong: faults and limits of the CRM, and what HubSpot may do to a card. */
export function FaultsPage({ addAlert }: { addAlert: AddAlertAction }) {
  const { value, choose } = useHiddenTabs();
  return (
    <main className="page-main is-wide">
      <div className="page-title">
        <h1>Faults</h1>
      </div>
      <FaultPanel addAlert={addAlert} />
      <section className="fault-panel" aria-labelledby="cards">
        <h2 id="cards">Cards</h2>
        <p className="page-quiet">
          HubSpot does not say whether it keeps the hidden tabs of a card on the page. The harsher case is the
          default here.
        </p>
        <SelectField
          label="Hidden tabs"
          options={HIDDEN_TABS}
          {...{ value }}
          choose={(wanted) => choose(wanted as HiddenTabs)}
        />
      </section>
    </main>
  );
}
