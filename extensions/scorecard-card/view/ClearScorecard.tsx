import { Button, Flex, Modal, ModalBody, ModalFooter, Text } from '@hubspot/ui-extensions';

interface ClearScorecardProps {
  company: string;
  isBusy: boolean;
  onClear: () => void;
  closeOverlay: (id: string) => void;
}

const MODAL = 'clear-scorecard';

/** Empties the scorecard after asking. */
export function ClearScorecard({ company, isBusy, onClear, closeOverlay }: ClearScorecardProps) {
  const confirm = () => {
    closeOverlay(MODAL);
    onClear();
  };
  return (
    <Button
      size="xs"
      variant="destructive"
      disabled={isBusy}
      overlay={
        <Modal id={MODAL} title="Clear this scorecard?" variant="danger" width="md">
          <ModalBody>
            <Text>
              This empties the scorecard of {company}, saved or not: partner types, ratings, evidence, checks,
              notes, facts, and the verdict. An override stays, and so does HubSpot's history of every
              property.
            </Text>
          </ModalBody>
          <ModalFooter>
            <Flex gap="sm">
              <Button variant="destructive" onClick={confirm}>
                Clear it
              </Button>
              <Button onClick={() => closeOverlay(MODAL)}>Keep it</Button>
            </Flex>
          </ModalFooter>
        </Modal>
      }
    >
      Clear scorecard
    </Button>
  );
}
