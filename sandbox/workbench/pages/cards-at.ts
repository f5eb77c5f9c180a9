import type { CardLocation, PlacedCard, RecordType } from '../host/settings.ts';
import { settings } from './settings.ts';

/** The cards of a place, in their order. */
export function cardsAt(location: CardLocation, objectType: RecordType): PlacedCard[] {
  return settings.cards.filter((card) => card.location === location && card.objectTypes.includes(objectType));
}
