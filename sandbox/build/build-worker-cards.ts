import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { compileChild } from './compile-child.ts';

/**
 * Builds cards of a built project as HubSpot does: one script each for a web worker, and beside it `X-manifest.json`,
 * which names what the card reads.
 *
 * @param cards prebuilt files of an edition
 * @param output replaced as a whole
 * @returns the scripts, in the order of the cards
 */
export async function buildWorkerCards(cards: readonly string[], output: string): Promise<string[]> {
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const builder = await compileChild(new URL('./run-hubspot-builder.ts', import.meta.url));
  await promisify(execFile)(process.execPath, [builder, JSON.stringify({ cards, output })]);
  return cards.map((card) => join(output, basename(card)));
}
