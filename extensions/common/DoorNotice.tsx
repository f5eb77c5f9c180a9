import { useSyncExternalStore } from 'react';

import { SEE_TO_THIS } from '../../src/messages/cards.ts';

import { TOLD } from '../door/told.ts';
import { Notice } from './layout.tsx';

/** What came beside the newest answer, with a link to where it is seen to. */
export function DoorNotice() {
  const told = useSyncExternalStore(TOLD.subscribe, TOLD.read);
  return told && <Notice title={SEE_TO_THIS} sentences={[told.message]} link={told.link} />;
}
