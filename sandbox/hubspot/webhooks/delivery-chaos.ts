import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Makes happen what HubSpot does not rule out: duplicates, disorder, equal event ids. */
export interface DeliveryChaos {
  /** How many of a hundred events are sent a second time, on their own. */
  readonly duplicatePercent: number;
  /** Events of a batch, and batches, come in any order. */
  readonly reorders: boolean;
  /** Different events carry the same eventId. */
  readonly repeatsEventIds: boolean;
  readonly seed: number;
}

const NO_CHAOS: DeliveryChaos = { duplicatePercent: 0, reorders: false, repeatsEventIds: false, seed: 1 };

export interface ChaosSource {
  readonly set: (chaos: DeliveryChaos) => void;
  readonly settings: () => DeliveryChaos;
  readonly isDuplicated: () => boolean;
  readonly inOrder: <Item>(items: readonly Item[]) => readonly Item[];
  readonly eventId: (fresh: number) => number;
}

export function openChaos(): ChaosSource {
  let settings = NO_CHAOS;
  let generator = xoroshiro128plus(settings.seed);
  const random = () => uniformFloat32(generator);
  return {
    set: (chaos) => {
      settings = chaos;
      generator = xoroshiro128plus(chaos.seed);
    },
    settings: () => settings,
    isDuplicated: () => settings.duplicatePercent > 0 && random() * 100 < settings.duplicatePercent,
    inOrder: (items) => {
      if (!settings.reorders) return items;
      const placed = items.map((item) => ({ item, place: random() }));
      return placed.sort((a, b) => a.place - b.place).map(({ item }) => item);
    },
    eventId: (fresh) => (settings.repeatsEventIds ? 1 : fresh),
  };
}
