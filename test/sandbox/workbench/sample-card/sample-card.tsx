import { hubspot, Tab, Tabs } from '@hubspot/ui-extensions';
import { BulkCard } from './bulk-card.tsx';
import { Choices } from './choices.tsx';
import { Figures } from './figures.tsx';
import { Inputs } from './inputs.tsx';
import { Layout } from './layout.tsx';
import { Listed } from './listed.tsx';
import { Overlays } from './overlays.tsx';
import { PlacedCard } from './placed-card.tsx';
import { Talk } from './talk.tsx';

/** Draws every component and calls every action that the workbench has. In other places than a tab it is a small one. */
function SampleCard() {
  return (
    <Tabs defaultSelected="layout">
      <Tab tabId="layout" title="Layout">
        <Layout />
      </Tab>
      <Tab tabId="inputs" title="Inputs">
        <Inputs />
      </Tab>
      <Tab tabId="choices" title="Choices">
        <Choices />
      </Tab>
      <Tab tabId="locked" title="Locked" disabled>
        Nobody sees this.
      </Tab>
      <Tab tabId="figures" title="Figures">
        <Figures />
      </Tab>
      <Tab tabId="overlays" title="Overlays">
        <Overlays />
      </Tab>
      <Tab tabId="listed" title="Listed">
        <Listed />
      </Tab>
      <Tab tabId="talk" title="Talk">
        <Talk />
      </Tab>
    </Tabs>
  );
}

hubspot.extend<'crm.record.tab' | 'crm.preview' | 'crm.bulkActions'>(({ context }) => {
  if (context.location === 'crm.bulkActions') return <BulkCard />;
  return context.location === 'crm.record.tab' ? <SampleCard /> : <PlacedCard />;
});
