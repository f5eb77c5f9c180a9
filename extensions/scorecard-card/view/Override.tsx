import { Heading, Text } from '@hubspot/ui-extensions';
import { CrmPropertyList } from '@hubspot/ui-extensions/crm';

import { OVERRIDE_EXPLAINED } from '../../../src/messages/cards.ts';

import { OVERRIDE_PROPERTIES } from '../state/override-edits.ts';
import { Column } from '../../common/layout.tsx';

/** HubSpot's own inputs of an override: they save by themselves as the signed-in person. The notices tell what it does. */
export function Override() {
  return (
    <Column gap="xs">
      <Heading>Override of the lane</Heading>
      <Text variant="microcopy">{OVERRIDE_EXPLAINED}</Text>
      <CrmPropertyList properties={[...OVERRIDE_PROPERTIES]} />
    </Column>
  );
}
