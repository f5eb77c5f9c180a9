import { portalTexts } from './property-text.ts';
import { settings } from './settings.ts';

const texts = portalTexts(settings);
export const { momentText, valueText, dayText } = texts;

/** The portal's calendar day now, as `2026-11-22`. */
export function today(): string {
  return texts.isoDay.format(new Date());
}
