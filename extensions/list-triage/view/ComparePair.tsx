import { Button, Modal, ModalBody, ModalFooter } from '@hubspot/ui-extensions';
import { useState } from 'react';

import type { Place } from '../state/place.ts';
import { SideBySide } from './SideBySide.tsx';

interface ComparePairProps {
  pair: readonly [Place, Place];
  /** Id of the company whose row has the button. */
  from: string;
  closeOverlay: (id: string) => void;
}

/**
 * A button that puts two partners side by side over the table, in the row where the person ticked. Their profiles are
 * read when it is pressed, since each of both rows has one.
 */
export function ComparePair({ pair: [one, other], from, closeOverlay }: ComparePairProps) {
  const [isAsked, setIsAsked] = useState(false);
  const id = `side-by-side-${from}`;
  const beside = (one.row.companyId === from ? other : one).row.name;
  return (
    <Button
      size="xs"
      onClick={() => setIsAsked(true)}
      overlay={
        <Modal id={id} title={`${one.row.name} beside ${other.row.name}`} width="lg">
          <ModalBody>{isAsked ? <SideBySide one={one} other={other} /> : ''}</ModalBody>
          <ModalFooter>
            <Button onClick={() => closeOverlay(id)}>Close the comparison</Button>
          </ModalFooter>
        </Modal>
      }
    >
      {`Side by side with ${beside}`}
    </Button>
  );
}
