import { type Random, seededRandom } from '../faults/seeded-random.ts';

/** What HubSpot does not promise, made to happen. */
export interface Mischief {
  /** How many of a hundred events are sent a second time, on their own. */
  readonly duplicatePercent: number;
  /** Events of a batch, and batches, come in any order. */
  readonly reorders: boolean;
  /** Different events carry the same eventId. */
  readonly repeatsEventIds: boolean;
  readonly seed: number;
}

const NO_MISCHIEF: Mischief = {
  duplicatePercent: 0,
  reorders: false,
  repeatsEventIds: false,
  seed: 1,
};

export interface MischiefMaker {
  readonly set: (mischief: Mischief) => void;
  readonly settings: () => Mischief;
  readonly isDuplicated: () => boolean;
  readonly inOrder: <Item>(items: readonly Item[]) => readonly Item[];
  readonly eventId: (fresh: number) => number;
}

export function openMischief(): MischiefMaker {
  let settings = NO_MISCHIEF;
  let random: Random = seededRandom(settings.seed);
  return {
    set: (mischief) => {
      settings = mischief;
      random = seededRandom(mischief.seed);
    },
    settings: () => settings,
    isDuplicated: () => settings.duplicatePercent > 0 && random() * 100 < settings.duplicatePercent,
    inOrder: (items) => (settings.reorders ? shuffled(items, random) : items),
    eventId: (fresh) => (settings.repeatsEventIds ? 1 : fresh),
  };
}

function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  const drawn = items.map((item) => ({ item, place: random() }));
  return drawn.toSorted((a, b) => a.place - b.place).map(({ item }) => item);
}
