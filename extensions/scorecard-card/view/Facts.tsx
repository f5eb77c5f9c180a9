import { AutoGrid, Heading, Text, Tile, ToggleGroup } from '@hubspot/ui-extensions';
import { memo } from 'react';

import { ARTIFACTS, type Facts as FactsOfCompany } from '../../../src/icp/facts.ts';
import { asksForArtifacts, asksForDemand } from '../../../src/icp/fields.ts';
import type { Profile } from '../../../src/icp/profile.ts';

import { Column } from './Column.tsx';
import { Count, Day } from './FactInputs.tsx';
import type { Session } from '../state/session.ts';

interface FactsProps {
  facts: FactsOfCompany;
  profile: Profile;
  session: Session;
}

/** What can be counted or seen without judging. Only what a check of the profile looks at. */
export const Facts = memo(function Facts({ facts, profile, session }: FactsProps) {
  const hasArtifacts = asksForArtifacts(profile);
  const hasCounts = asksForDemand(profile);
  if (!hasArtifacts && !hasCounts) return null;
  return (
    <Column>
      <Heading>Facts</Heading>
      <Text variant="microcopy">Facts give no points. The checks below use them.</Text>
      <AutoGrid columnWidth={300} flexible gap="md">
        {hasArtifacts && <Artifacts facts={facts} session={session} />}
        {hasCounts && <Counts facts={facts} session={session} />}
      </AutoGrid>
    </Column>
  );
});

type PartProps = Pick<FactsProps, 'facts' | 'session'>;

function Artifacts({ facts, session }: PartProps) {
  return (
    <Tile compact>
      <Column>
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
      </Column>
    </Tile>
  );
}

function Counts({ facts, session }: PartProps) {
  return (
    <Tile compact>
      <Column>
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
      </Column>
    </Tile>
  );
}
