import { AutoGrid, Heading, Text, Tile, ToggleGroup } from '@hubspot/ui-extensions';
import { memo } from 'react';

import { ARTIFACTS, type FactName, type Facts as FactsOfCompany } from '../../../src/icp/facts.ts';
import type { Profile } from '../../../src/icp/profile.ts';

import { Column } from './layout.tsx';
import { Count, Day } from './FactInputs.tsx';
import type { Session } from '../state/session.ts';

interface FactsProps {
  facts: FactsOfCompany;
  profile: Profile;
  session: Session;
}

const ARTIFACT_FACTS: readonly FactName[] = ['artifacts', 'artifacts_checked_at'];
const COUNT_FACTS: readonly FactName[] = ['shared_customers', 'companies_asking', 'overlap_as_of'];

/** What can be counted or seen without judging. Only the facts that the profile lists. */
export const Facts = memo(function Facts({ facts, profile, session }: FactsProps) {
  const asked = profile.facts;
  if (asked.length === 0) return null;
  return (
    <Column>
      <Heading>Facts</Heading>
      <Text variant="microcopy">Facts give no points. The checks below use them.</Text>
      <AutoGrid columnWidth={300} flexible gap="md">
        {ARTIFACT_FACTS.some((fact) => asked.includes(fact)) && (
          <Artifacts facts={facts} asked={asked} session={session} />
        )}
        {COUNT_FACTS.some((fact) => asked.includes(fact)) && (
          <Counts facts={facts} asked={asked} session={session} />
        )}
      </AutoGrid>
    </Column>
  );
});

interface PartProps extends Pick<FactsProps, 'facts' | 'session'> {
  asked: readonly FactName[];
}

function Artifacts({ facts, asked, session }: PartProps) {
  return (
    <Tile compact>
      <Column>
        {asked.includes('artifacts') && (
          <ToggleGroup
            toggleType="checkboxList"
            name="artifacts"
            label="Artifacts we opened"
            size="sm"
            options={ARTIFACTS.map(({ key, label }) => ({ value: key, label }))}
            value={[...facts.artifacts]}
            onChange={(chosen) => session.edit('artifacts', chosen)}
          />
        )}
        {asked.includes('artifacts_checked_at') && (
          <Day
            name="artifacts_checked_at"
            label="Inspected on"
            value={facts.artifactsCheckedAt}
            session={session}
          />
        )}
      </Column>
    </Tile>
  );
}

function Counts({ facts, asked, session }: PartProps) {
  return (
    <Tile compact>
      <Column>
        {asked.includes('shared_customers') && (
          <Count
            name="shared_customers"
            label="Customers who use both products"
            value={facts.sharedCustomers}
            session={session}
          />
        )}
        {asked.includes('companies_asking') && (
          <Count
            name="companies_asking"
            label="Companies that asked for the integration"
            value={facts.companiesAsking}
            session={session}
          />
        )}
        {asked.includes('overlap_as_of') && (
          <Day name="overlap_as_of" label="Counted on" value={facts.overlapAsOf} session={session} />
        )}
      </Column>
    </Tile>
  );
}
