import { AutoGrid, Heading, Text, Tile, ToggleGroup } from '@hubspot/ui-extensions';
import { memo } from 'react';

import { ARTIFACTS, type FactName, type Facts as FactsOfCompany } from '../../../src/icp/facts.ts';
import type { Profile } from '../../../src/icp/profile.ts';

import { Column } from './layout.tsx';
import { Count, Day } from './FactInputs.tsx';
import type { Session } from '../state/session.ts';
import { useRevision } from './use-input.ts';

interface FactsProps {
  facts: FactsOfCompany;
  profile: Profile;
  session: Session;
}

/** The facts that stand together. */
const GROUPS: readonly (readonly FactName[])[] = [
  ['artifacts', 'artifacts_checked_at'],
  ['shared_customers', 'companies_asking', 'overlap_as_of'],
];

/** What can be counted or seen without judging. Only the facts that the profile lists. */
export const Facts = memo(function Facts({ facts, profile, session }: FactsProps) {
  const groups = GROUPS.map((names) => names.filter((name) => profile.facts.includes(name)));
  if (profile.facts.length === 0) return null;
  return (
    <Column>
      <Heading>Facts</Heading>
      <Text variant="microcopy">Facts give no points. The checks below use them.</Text>
      <AutoGrid columnWidth={300} flexible gap="md">
        {groups.map(
          (names) =>
            names.length > 0 && (
              <Tile compact key={names[0]}>
                <Column>
                  {names.map((name) => (
                    <Fact key={name} name={name} facts={facts} session={session} />
                  ))}
                </Column>
              </Tile>
            ),
        )}
      </AutoGrid>
    </Column>
  );
});

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
