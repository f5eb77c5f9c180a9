import { Accordion, List, Text } from '@hubspot/ui-extensions';
import { memo } from 'react';

import { type Profile, inSentence } from '../../../src/icp/profile.ts';
import { type SuccessFactor, informedBy } from '../../../src/icp/success-factors.ts';

import { Column } from '../../common/layout.tsx';

interface SuccessFactorsProps {
  hint: string;
  factors: readonly SuccessFactor[];
  profile: Profile;
}

/** What to find out before the first call, and which ratings and checks it will help with. */
export const SuccessFactors = memo(function SuccessFactors({ hint, factors, profile }: SuccessFactorsProps) {
  return (
    <Accordion title="Before the first call" size="md">
      <Column>
        <Text variant="microcopy">{hint}</Text>
        <List variant="unordered-styled">
          {factors.map((factor) => (
            <Text key={factor.key}>
              <Text inline format={{ fontWeight: 'demibold' }}>
                {factor.label}.
              </Text>{' '}
              {factor.ask} {informsText(factor, profile)}
            </Text>
          ))}
        </List>
      </Column>
    </Accordion>
  );
});

function informsText(factor: SuccessFactor, profile: Profile): string {
  const labels = informedBy(factor, profile).map(inSentence);
  return labels.length === 0 ? '' : `Helps with ${labels.join(', ')}.`;
}
