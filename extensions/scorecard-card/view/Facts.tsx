import { Accordion, AutoGrid, Text, ToggleGroup } from '@hubspot/ui-extensions';

import { factsText } from '../../../src/icp/facts-in-words.ts';
import { ARTIFACTS, type FactName, type Facts as FactsOfCompany } from '../../../src/icp/facts.ts';

import { faultyFields } from '../state/drafts.ts';
import type { TabProps } from './card-view.ts';
import { Count, Day } from './FactInputs.tsx';
import { Column } from '../../common/layout.tsx';
import { fieldLabel } from './sentences.ts';
import { useRevision } from './use-input.ts';

interface FactsProps extends Pick<TabProps, 'view' | 'session'> {
  names: readonly FactName[];
}

/** What can be counted or seen without judging. Folded it tells what is known; what cannot be saved lies open. */
export function Facts({ names, view: { state, draft }, session }: FactsProps) {
  const isFaulty = faultyFields(state).some(({ name }) => names.some((fact) => fact === name));
  return (
    <Accordion title={`Facts: ${factsText(names, draft.facts)}`} size="xs" defaultOpen={isFaulty}>
      <Column>
        <Text variant="microcopy">{state.record.texts.words.factsExplained}</Text>
        <AutoGrid columnWidth={180} flexible gap="sm">
          {names.map((name) => (
            <Fact
              key={name}
              name={name}
              label={fieldLabel(name, state.fields)}
              facts={draft.facts}
              session={session}
            />
          ))}
        </AutoGrid>
      </Column>
    </Accordion>
  );
}

interface FactProps extends Pick<TabProps, 'session'> {
  name: FactName;
  /** As conflicts and faults name it. */
  label: string;
  facts: FactsOfCompany;
}

function Fact({ name, label, facts, session }: FactProps) {
  const common = { name, label, session };
  const revision = useRevision(session, name);
  if (name === 'shared_customers' || name === 'companies_asking') return <Count {...common} />;
  if (name !== 'artifacts') return <Day {...common} />;
  return (
    <ToggleGroup
      key={revision}
      toggleType="checkboxList"
      name={name}
      label={label}
      size="sm"
      options={ARTIFACTS.map(({ key, label }) => ({ value: key, label }))}
      value={[...facts.artifacts]}
      onChange={(chosen) => session.edit(name, chosen)}
    />
  );
}
