import { Accordion, AutoGrid, Text, ToggleGroup } from '@hubspot/ui-extensions';
import { memo } from 'react';

import { dayInWords } from '../../../src/icp/day-in.ts';
import { ARTIFACTS, type FactName, type Facts as FactsOfCompany } from '../../../src/icp/facts.ts';
import { FACTS_EXPLAINED } from '../../../src/messages/cards.ts';

import { counted } from '../../common/display.ts';
import type { Session } from '../state/session.ts';
import { Count, Day } from './FactInputs.tsx';
import { Column } from './layout.tsx';
import { useRevision } from './use-input.ts';

interface FactsProps {
  names: readonly FactName[];
  facts: FactsOfCompany;
  session: Session;
}

/** What can be counted or seen without judging. Folded it tells what is known; unfolded it takes it in. */
export const Facts = memo(function Facts({ names, facts, session }: FactsProps) {
  return (
    <Accordion title={`Facts: ${factsText(names, facts)}`} size="xs">
      <Column>
        <Text variant="microcopy">{FACTS_EXPLAINED}</Text>
        <AutoGrid columnWidth={180} flexible gap="sm">
          {names.map((name) => (
            <Fact key={name} name={name} facts={facts} session={session} />
          ))}
        </AutoGrid>
      </Column>
    </Accordion>
  );
});

/** `12 shared customers, 1 company asking, counted on 20 May 2026`. */
function factsText(names: readonly FactName[], facts: FactsOfCompany): string {
  const known = names.flatMap((name) => factText(name, facts) ?? []);
  return known.length === 0 ? 'none yet' : known.join(', ');
}

function factText(name: FactName, facts: FactsOfCompany): string | null {
  const { artifacts, artifactsCheckedAt, sharedCustomers, companiesAsking, overlapAsOf } = facts;
  switch (name) {
    case 'artifacts':
      return artifacts.length === 0 && artifactsCheckedAt === null
        ? null
        : `${artifacts.length} of ${counted(ARTIFACTS.length, 'artifact')} opened`;
    case 'artifacts_checked_at':
      return artifactsCheckedAt && `inspected on ${dayInWords(artifactsCheckedAt)}`;
    case 'shared_customers':
      return sharedCustomers === null ? null : counted(sharedCustomers, 'shared customer');
    case 'companies_asking':
      return companiesAsking === null ? null : `${counted(companiesAsking, 'company', 'companies')} asking`;
    case 'overlap_as_of':
      return overlapAsOf && `counted on ${dayInWords(overlapAsOf)}`;
  }
}

function Fact({ name, facts, session }: Pick<FactsProps, 'facts' | 'session'> & { name: FactName }) {
  const common = { name, session };
  const revision = useRevision(session, name);
  switch (name) {
    case 'artifacts':
      return (
        <ToggleGroup
          key={revision}
          toggleType="checkboxList"
          name={name}
          label="Artifacts we opened"
          size="sm"
          options={ARTIFACTS.map(({ key, label }) => ({ value: key, label }))}
          value={[...facts.artifacts]}
          onChange={(chosen) => session.edit(name, chosen)}
        />
      );
    case 'artifacts_checked_at':
      return <Day {...common} label="Inspected on" />;
    case 'shared_customers':
      return <Count {...common} label="Customers who use both products" />;
    case 'companies_asking':
      return <Count {...common} label="Companies that asked for the integration" />;
    case 'overlap_as_of':
      return <Day {...common} label="Counted on" />;
  }
}
