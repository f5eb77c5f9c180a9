import { Flex, Text, useExtensionActions } from '@hubspot/ui-extensions';
import { CrmPropertyList, useCrmProperties } from '@hubspot/ui-extensions/crm';
import { useEffect, useState } from 'react';

/** Properties that HubSpot's own component edits, and what the card hears of it. */
export function Listed() {
  const { onCrmPropertiesUpdate } = useExtensionActions<'crm.record.tab'>();
  const { properties } = useCrmProperties(['city', 'ipp_lane', 'ipp_due']);
  const [heard, setHeard] = useState('nothing');
  useEffect(() => {
    onCrmPropertiesUpdate(['ipp_lane'], (values) => setHeard(values['ipp_lane'] ?? 'empty'));
  }, [onCrmPropertiesUpdate]);
  return (
    <Flex direction="column" gap="small">
      <CrmPropertyList properties={['ipp_lane', 'city', 'ipp_total', 'ipp_due', 'ipp_gone']} />
      <Text>
        Hook reads {properties['city'] ?? 'no city'}, {properties['ipp_lane'] ?? 'no lane'},{' '}
        {properties['ipp_due'] ?? 'no day'}; action heard {heard}
      </Text>
      <CrmPropertyList properties={Array.from({ length: 25 }, (_, index) => `property_${index}`)} />
    </Flex>
  );
}
