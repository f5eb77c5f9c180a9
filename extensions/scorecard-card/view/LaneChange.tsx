import { useState } from 'react';

import { LANE_LABELS, type LaneOrUndecided } from '../../../src/icp/lanes.ts';
import { laneBecame, laneWas } from '../../../src/messages/cards.ts';

import { Notice } from './layout.tsx';

interface LaneChangeProps {
  /** Null while nothing is judged. */
  lane: LaneOrUndecided | null;
  isUnsaved: boolean;
}

/**
 * Tells each change of the unsaved lane once, until it is saved. HubSpot's alert is the one component of which a screen reader hears by itself;
 * it stands below everything, so that no row moves under the pointer.
 */
export function LaneChange({ lane, isUnsaved }: LaneChangeProps) {
  const [told, tell] = useState<{ lane: LaneOrUndecided | null; before: LaneOrUndecided | null }>({
    lane,
    before: null,
  });
  // during drawing: React draws again at once, with what is told now
  if (told.lane !== lane || (!isUnsaved && told.before !== null))
    tell({ lane, before: isUnsaved ? told.lane : null });
  if (!isUnsaved || lane === null || told.before === null || told.lane !== lane) return null;
  return (
    <Notice
      key={lane}
      title={laneBecame(LANE_LABELS[lane])}
      variant="info"
      sentences={[laneWas(LANE_LABELS[told.before])]}
    />
  );
}
