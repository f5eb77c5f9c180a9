import type { WorkbenchSettings, CardLocation, PlacedCard, RecordType } from '../host/settings.ts';
import { portalTexts } from './property-text.ts';

/** Not parsed: our own server wrote it into the page. */
export const settings = JSON.parse(
  document.getElementById('workbench-settings')?.textContent ?? '{}',
) as WorkbenchSettings;

const texts = portalTexts(settings);
export const { momentText, valueText, dayText } = texts;

/** The portal's calendar day now, as `2026-11-22`. */
export function today(): string {
  return texts.isoDay.format(new Date());
}

/** The cards of a place, in their order. */
export function cardsAt(location: CardLocation, objectType: RecordType): PlacedCard[] {
  return settings.cards.filter((card) => card.location === location && card.objectTypes.includes(objectType));
}
