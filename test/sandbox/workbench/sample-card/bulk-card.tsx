import {
  Button,
  Flex,
  hubspot,
  Text,
  useExtensionActions,
  useExtensionContext,
} from '@hubspot/ui-extensions';

/** Says which records were selected, and which actions it has. */
export function BulkCard() {
  const { crm } = useExtensionContext<'crm.bulkActions'>();
  const actions = useExtensionActions<'crm.bulkActions'>();
  return (
    <Flex direction="column" gap="small">
      <Text>
        {crm.objectIds.length} records of {crm.objectTypeId}: {crm.objectIds.join(' ')}
      </Text>
      <Text>Actions {Object.keys(actions).sort().join(' ')}</Text>
      <Button onClick={() => actions.addAlert({ type: 'success', message: 'Done with the selection' })}>
        Tell
      </Button>
      <Button onClick={() => hubspot.serverless('echo', { propertiesToSend: ['name'] })}>Call</Button>
    </Flex>
  );
}
