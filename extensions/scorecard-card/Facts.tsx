import { AutoGrid, Flex, Heading, Text, Tile, ToggleGroup } from '@hubspot/ui-extensions';
import { memo } from 'react';

import { ARTIFACTS, type Facts as FactsOfCompany } from '../../src/icp/facts.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { Count, Day } from './FactInputs.tsx';
import type { Session } from './session.ts';

interface FactsProps {
  facts: FactsOfCompany;
  profile: Profile;
  session: Session;
}

/** What can be counted or seen without judging. Only what a check of the profile looks at. */
export const Facts = memo(function Facts({ facts, profile, session }: FactsProps) {
  const looksAt = (check: string) => profile.checks.some(({ key }) => key === check);
  const hasArtifacts = looksAt('dead-api');
  const hasCounts = looksAt('single-prospect-request');
  if (!hasArtifacts && !hasCounts) return null;
  return (
    <Flex direction="column" gap="sm">
      <Heading>Facts</Heading>
      <Text variant="microcopy">Facts give no points. The checks below use them.</Text>
      <AutoGrid columnWidth={300} flexible gap="md">
        {hasArtifacts && <Artifacts facts={facts} session={session} />}
        {hasCounts && <Counts facts={facts} session={session} />}
      </AutoGrid>
    </Flex>
  );
});

type PartProps = Pick<FactsProps, 'facts' | 'session'>;

function Artifacts({ facts, session }: PartProps) {
  return (
    <Tile compact>
      <Flex direction="column" gap="sm">
        <ToggleGroup
          toggleType="checkboxList"
          name="artifacts"
          label="Artifacts seen with own eyes"
          size="sm"
          options={ARTIFACTS.map(({ key, label }) => ({ value: key, label }))}
          value={[...facts.artifacts]}
          onChange={(chosen) => session.edit('artifacts', chosen)}
        />
        <Day
          name="artifacts_checked_at"
          label="Inspected on"
          value={facts.artifactsCheckedAt}
          session={session}
        />
      </Flex>
    </Tile>
  );
}

function Counts({ facts, session }: PartProps) {
  return (
    <Tile compact>
      <Flex direction="column" gap="sm">
        <Count
          name="shared_customers"
          label="Customers who use both products"
          value={facts.sharedCustomers}
          session={session}
        />
        <Count
          name="companies_asking"
          label="Companies that asked for the integration"
          value={facts.companiesAsking}
          session={session}
        />
        <Day name="overlap_as_of" label="Counted on" value={facts.overlapAsOf} session={session} />
      </Flex>
    </Tile>
  );
}
