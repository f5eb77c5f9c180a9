import type { Context } from '../context.ts';

const LOOKS = 6;
const EVERY_MS = 500;

/**
 * Looks for what was just made, for some seconds: HubSpot lists a definition up to 700 ms after it made it.
 *
 * @returns what was found last, whether it is there or not
 */
export async function lookUntil<Found>(
  { sleep }: Pick<Context, 'sleep'>,
  look: () => Promise<Found>,
  isThere: (found: Found) => boolean,
): Promise<Found> {
  for (let count = 1; ; count++) {
    const found = await look();
    if (isThere(found) || count >= LOOKS) return found;
    await sleep(EVERY_MS);
  }
}
