import type { CrmContext } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { useOverlayState } from '../../components/overlays.tsx';
import type { PropertyValues } from '../../host/protocol.ts';
import type { PlacedCard, WorkbenchOwner } from '../../host/settings.ts';
import { OBJECT_TYPE_IDS, type RecordKey } from '../crm-objects.ts';
import { useSignedIn } from '../session.tsx';
import { CardRecordProvider } from './crm-property-list.tsx';
import { ExtensionFrame, sharedContext } from './extension-frame.tsx';

function contextOf(
  card: PlacedCard,
  owner: WorkbenchOwner,
  { objectType, id: recordId }: RecordKey,
): CrmContext {
  return {
    ...sharedContext(card, owner),
    location:
      card.location === 'settings' || card.location === 'crm.bulkActions' ? 'crm.record.tab' : card.location,
    crm: { objectId: Number(recordId), objectTypeId: OBJECT_TYPE_IDS[objectType] },
  };
}

interface RecordCardProps {
  card: PlacedCard;
  /** A new object restarts the card, so it must be stable for one record. */
  record: RecordKey;
  values: PropertyValues;
  refreshRecord: () => void;
}

/** One unmodified card, in a tab, the sidebar or a preview. */
export function RecordCard({ card, record, values, refreshRecord }: RecordCardProps) {
  const owner = useSignedIn();
  const overlays = useOverlayState();
  const context = useMemo(() => contextOf(card, owner, record), [card, owner, record]);
  const surroundings = { ownerId: owner.id, record, refreshRecord };
  const isTitled = card.location === 'crm.record.tab';
  return (
    <CardRecordProvider value={{ record, values, refreshRecord }}>
      <ExtensionFrame {...{ card, context, surroundings, overlays, values, isTitled }} />
    </CardRecordProvider>
  );
}
