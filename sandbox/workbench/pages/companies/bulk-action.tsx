import { useMemo } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { OverlaysProvider, useOverlayState } from '../../components/overlays.tsx';
import type { PlacedCard } from '../../host/settings.ts';
import { ExtensionFrame, sharedContext } from '../card/extension-frame.tsx';
import { OBJECT_TYPE_IDS } from '../crm-objects.ts';
import { useSignedIn } from '../session.tsx';

const NO_VALUES = {};
const NO_RECORD = { record: null, refreshRecord: () => undefined };

export interface BulkActionProps {
  action: PlacedCard;
  /** The same array for as long as the action is open. */
  ids: readonly string[];
  close: () => void;
}

/**
 * An unmodified bulk action of an app over the list, as a panel or a modal. It is told which records were selected when it
 * was opened, and nothing of them. Its width is a guess.
 */
export function BulkAction({ action, ids, close }: BulkActionProps) {
  const owner = useSignedIn();
  const overlays = useOverlayState();
  const context = useMemo(
    () => ({
      ...sharedContext(action, owner),
      location: 'crm.bulkActions' as const,
      crm: { objectTypeId: OBJECT_TYPE_IDS.companies, objectIds: ids.map(Number) },
    }),
    [action, owner, ids],
  );
  const isModal = action.displayMode === 'MODAL';
  return (
    <OverlaysProvider value={{ isOpen: () => true, open: () => {}, close }}>
      <Dialog
        id="bulk-action"
        className={isModal ? 'ui-modal is-lg' : 'ui-panel is-lg'}
        title={action.title}
        modal={isModal}
        {...{ label: undefined, onOpen: undefined, onClose: undefined }}
      >
        <div className="ui-dialog-body" tabIndex={0} role="group" aria-label="Content">
          {/* the extension gets the signed-in person once, so another person restarts it */}
          <ExtensionFrame
            key={owner.id}
            card={action}
            surroundings={{ ...NO_RECORD, ownerId: owner.id }}
            {...{ context, overlays }}
            values={NO_VALUES}
            isTitled
          />
        </div>
      </Dialog>
    </OverlaysProvider>
  );
}
