import {
  Button,
  Flex,
  hubspot,
  Text,
  useExtensionActions,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { useState } from 'react';

/** Says where it stands and what its record is called. */
export function PlacedCard() {
  const { location, crm } = useExtensionContext<'crm.preview'>();
  const { fetchCrmObjectProperties } = useExtensionActions<'crm.preview'>();
  const { properties } = useCrmProperties(['name', 'dealname']);
  const [read, setRead] = useState('nothing');
  return (
    <Flex direction="column" gap="small">
      <Text>
        {location} of {crm.objectTypeId} {crm.objectId}
      </Text>
      <Text>Called {properties['name'] ?? properties['dealname'] ?? 'nothing'}</Text>
      <Text>Read {read}</Text>
      <Button
        onClick={async () => {
          const all = await fetchCrmObjectProperties('*');
          setRead(all['name'] ?? all['dealname'] ?? 'nothing');
        }}
      >
        Read all
      </Button>
      <Button onClick={() => hubspot.serverless('echo', { propertiesToSend: ['dealname'] })}>Call</Button>
    </Flex>
  );
}
