import { Heading, Text } from '@hubspot/ui-extensions';
import { CrmPropertyList } from '@hubspot/ui-extensions/crm';

import { OVERRIDE_EXPLAINED } from '../../../src/messages/cards.ts';

import { OVERRIDE_PROPERTIES } from '../state/override-edits.ts';
import type { TabProps } from './card-view.ts';
import { Column } from './layout.tsx';
import { overrideTold } from './override-told.ts';

/** The lane set by hand: what stands there, and HubSpot's own inputs, which save by themselves as the signed-in person. */
export function Override({ view }: Pick<TabProps, 'view'>) {
  const told = overrideTold(view);
  return (
    <Column gap="xs">
      <Heading>Override of the lane</Heading>
      {told !== null && <Text format={{ fontWeight: 'demibold' }}>{told.title}</Text>}
      {told?.sentences.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      <Text variant="microcopy">{OVERRIDE_EXPLAINED}</Text>
      <CrmPropertyList properties={[...OVERRIDE_PROPERTIES]} />
    </Column>
  );
}
