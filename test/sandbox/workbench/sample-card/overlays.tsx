import {
  Alert,
  Button,
  ButtonRow,
  Dropdown,
  EmptyState,
  ErrorState,
  Flex,
  Input,
  LoadingButton,
  LoadingSpinner,
  Modal,
  ModalBody,
  ModalFooter,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  Text,
  Tooltip,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import { ExpandableText } from '@hubspot/ui-extensions/experimental';
import { useState } from 'react';

function ClearModal({ onClear }: { onClear: () => void }) {
  const { closeOverlay } = useExtensionActions<'crm.record.tab'>();
  return (
    <Modal id="clear" title="Clear the scorecard?" variant="danger" width="md">
      <ModalBody>
        <Text>Ratings and checks are emptied. History stays.</Text>
      </ModalBody>
      <ModalFooter>
        <Button
          variant="destructive"
          onClick={() => {
            onClear();
            closeOverlay('clear');
          }}
        >
          Clear it
        </Button>
        <Button onClick={(_event, { closeModal }) => closeModal('clear')}>Keep it</Button>
      </ModalFooter>
    </Modal>
  );
}

function RubricPanel({ id, variant }: { id: string; variant: 'modal' | 'default' }) {
  const [note, setNote] = useState('');
  return (
    <Panel id={id} title={`Rubric (${variant})`} variant={variant} width="sm">
      <PanelBody>
        <PanelSection>
          <Text>Five levels, from nobody to everybody.</Text>
        </PanelSection>
        <PanelSection flush>
          <Input label={`Panel note ${variant}`} name="panel-note" value={note} onInput={setNote} />
          <Text>Noted {note || 'nothing'}</Text>
        </PanelSection>
      </PanelBody>
      <PanelFooter>
        <Button onClick={(_event, { closePanel }) => closePanel(id)}>Close panel</Button>
      </PanelFooter>
    </Panel>
  );
}

export function Overlays() {
  const [cleared, setCleared] = useState(0);
  const [loading, setLoading] = useState(false);
  const [chosen, setChosen] = useState('nothing');
  const save = () => {
    setLoading(true);
    setTimeout(() => setLoading(false), 300);
  };
  return (
    <Flex direction="column" gap="medium">
      <ButtonRow>
        <Button variant="primary" overlay={<ClearModal onClear={() => setCleared(cleared + 1)} />}>
          Clear
        </Button>
        <Button overlay={<RubricPanel id="rubric" variant="default" />}>Rubric</Button>
        <Button overlay={<RubricPanel id="rubric-modal" variant="modal" />}>Modal rubric</Button>
        <Button overlay={<Tooltip placement="bottom">Explains itself</Tooltip>}>With tooltip</Button>
        <Button disabled>Disabled</Button>
        <Button variant="transparent" href="https://example.com">
          Elsewhere
        </Button>
        <Button size="sm" variant="destructive">
          Small
        </Button>
        <LoadingButton loading={loading} onClick={save} variant="primary">
          Save
        </LoadingButton>
        <Dropdown buttonText="More actions">
          <Dropdown.ButtonItem onClick={() => setChosen('copy')}>Copy</Dropdown.ButtonItem>
          <Dropdown.ButtonItem onClick={() => setChosen('print')}>Print</Dropdown.ButtonItem>
        </Dropdown>
      </ButtonRow>
      <Text>
        Cleared {cleared} times, chose {chosen}
      </Text>
      <Alert title="For your information">Something to know.</Alert>
      <Alert title="Saved" variant="success" />
      <Alert title="Two checks are open" variant="warning">
        <Text>Ask for usage data.</Text>
      </Alert>
      <Alert title="The CRM refused" variant="danger">
        Try again.
      </Alert>
      <Alert title="A tip" variant="tip" />
      <LoadingSpinner label="Loading the scorecard" showLabel />
      <EmptyState title="Not assessed as a partner" layout="horizontal">
        <Text>Most companies are customers.</Text>
      </EmptyState>
      <ErrorState title="Could not be loaded">
        <Text>Check the connection.</Text>
      </ErrorState>
      <ExpandableText maxHeight={20}>Not in the workbench</ExpandableText>
    </Flex>
  );
}
