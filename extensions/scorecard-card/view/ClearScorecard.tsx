import { Button, Flex, Modal, ModalBody, ModalFooter, Text } from '@hubspot/ui-extensions';

interface ClearScorecardProps {
  company: string;
  isBusy: boolean;
  onClear: () => void;
  closeOverlay: (id: string) => void;
}

const MODAL = 'empty-scorecard';

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
        <Modal id={MODAL} title="Empty this scorecard?" variant="danger" width="md">
          <ModalBody>
            <Text>
              This empties types, ratings, evidence, checks, notes, facts, verdict and yearly review of{' '}
              {company}, saved or not. History, override and decision stay.
            </Text>
          </ModalBody>
          <ModalFooter>
            <Flex gap="sm">
              <Button variant="destructive" onClick={confirm}>
                Empty it
              </Button>
              <Button onClick={() => closeOverlay(MODAL)}>Keep it</Button>
            </Flex>
          </ModalFooter>
        </Modal>
      }
    >
      Empty scorecard
    </Button>
  );
}
