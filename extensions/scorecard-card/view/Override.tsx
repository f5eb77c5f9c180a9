import { Heading, Text } from '@hubspot/ui-extensions';
import { CrmPropertyList } from '@hubspot/ui-extensions/crm';

import { OVERRIDE_PROPERTIES } from '../state/override-edits.ts';
import { Column } from '../../common/layout.tsx';

/** HubSpot's own inputs of an override: they save by themselves as the signed-in person. The notices tell what it does. */
export function Override({ explained }: { explained: string }) {
  return (
    <Column gap="xs">
      <Heading>Override of the lane</Heading>
      <Text variant="microcopy">{explained}</Text>
      <CrmPropertyList properties={[...OVERRIDE_PROPERTIES]} />
    </Column>
  );
}
