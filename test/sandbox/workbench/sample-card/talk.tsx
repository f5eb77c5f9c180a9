import {
  Button,
  Flex,
  hubspot,
  logger,
  Text,
  useCrmSearch,
  useExtensionActions,
  useExtensionContext,
  type UiePlatformActions,
} from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { useState } from 'react';

export function Talk() {
  const context = useExtensionContext<'crm.record.tab'>();
  const actions = useExtensionActions<'crm.record.tab'>();
  const platform: UiePlatformActions = actions;
  const { properties } = useCrmProperties(['name', 'city']);
  const search = useCrmSearch({ objectType: 'companies', properties: ['name'], query: 'Contoso' });
  const [answer, setAnswer] = useState('none');
  const call = async (name: string) => {
    try {
      const parameters = { by: context.user.email };
      setAnswer(JSON.stringify(await hubspot.serverless(name, { parameters, propertiesToSend: ['name'] })));
    } catch (error) {
      setAnswer(`refused: ${(error as Error).message}`);
    }
  };
  const read = async () =>
    setAnswer(JSON.stringify(await actions.fetchCrmObjectProperties(['name', 'city'])));
  return (
    <Flex direction="column" gap="small">
      <Text>
        Record {context.crm.objectId} for {context.user.firstName} ({context.user.id})
      </Text>
      <Text>
        {properties['name']} in {properties['city'] ?? 'no city'}
      </Text>
      <Text>Found {search.results.map((result) => result.properties['name']).join(', ') || 'nothing'}</Text>
      <Text>Fetch is {typeof fetch}</Text>
      <Text>Answer {answer}</Text>
      <Flex gap="small" wrap>
        <Button onClick={() => call('echo')}>Call function</Button>
        <Button onClick={() => call('broken')}>Call broken function</Button>
        <Button onClick={read}>Read properties</Button>
        <Button
          onClick={() => actions.addAlert({ type: 'success', title: 'Saved', message: 'All is well.' })}
        >
          Alert
        </Button>
        <Button
          onClick={() => actions.addAlert({ type: 'danger', title: 'Not saved', message: 'It failed.' })}
        >
          Fail
        </Button>
        <Button onClick={() => actions.refreshObjectProperties()}>Refresh record</Button>
        <Button onClick={() => actions.copyTextToClipboard('copied text').then(() => setAnswer('copied'))}>
          Copy
        </Button>
        <Button onClick={() => platform.openIframeModal({ uri: 'https://example.com', height: 1, width: 1 })}>
          Frame
        </Button>
        <Button onClick={() => logger.info('a line of the log')}>Log</Button>
      </Flex>
    </Flex>
  );
}
