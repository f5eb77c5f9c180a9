import { useState } from 'react';

import { LANE_LABELS, type LaneOrUndecided } from '../../../src/icp/lanes.ts';
import { laneBecame, laneWas } from '../../../src/messages/cards.ts';

import { Notice } from '../../common/layout.tsx';

interface LaneChangeProps {
  /** Null while nothing is judged. */
  lane: LaneOrUndecided | null;
  isUnsaved: boolean;
}

/**
 * Shows the last change of the lane until it is saved. Screen readers announce HubSpot's alert and no other component. It
 * is below everything else, so that no row moves under the pointer.
 */
export function LaneChange({ lane, isUnsaved }: LaneChangeProps) {
  const [shown, setShown] = useState<{ lane: LaneOrUndecided | null; before: LaneOrUndecided | null }>({
    lane,
    before: null,
  });
  // set while rendering: React renders again at once
  if (shown.lane !== lane || (!isUnsaved && shown.before !== null))
    setShown({ lane, before: isUnsaved ? shown.lane : null });
  if (!isUnsaved || lane === null || shown.before === null || shown.lane !== lane) return null;
  return (
    <Notice
      key={lane}
      title={laneBecame(LANE_LABELS[lane])}
      variant="info"
      sentences={[laneWas(LANE_LABELS[shown.before])]}
    />
  );
}
