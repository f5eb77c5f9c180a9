import { readFile, rename, rm, writeFile } from 'node:fs/promises';

import * as z from 'zod';

import type { Position } from '../usecases/nightly/report.ts';
import { badInput, reasonOf } from './typed.ts';
import { progressDamaged, progressOfOther, progressUnusable } from '../messages/nightly.ts';

/** How far nightly runs of a portal have come. */
const Progress = z.strictObject({
  file: z.literal('icp nightly'),
  version: z.literal(1),
  /** Null where HubSpot did not say which it is. */
  portal: z.string().nullable(),
  phase: z.enum(['verdicts', 'deals']),
  after: z.string().regex(/^\d+$/).nullable(),
});

/** The file in which a run keeps how far it came. */
export interface ProgressFile {
  /** Where an earlier run ended; null where there was none, or it came through. */
  from: Position | null;
  write: (position: Position) => Promise<void>;
  remove: () => Promise<void>;
}

/**
 * Opens a progress file, which need not exist.
 *
 * @param portalOf asked once the file itself is in order
 * @throws Refused `invalid-input` with the file's name, when it is damaged, of another portal, or cannot be used
 */
export async function openProgressFile(
  path: string,
  portalOf: () => Promise<string | null>,
): Promise<ProgressFile> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (isAbsent(cause)) return null;
    throw unusable(path, cause);
  });
  const kept = text === null ? null : parseProgress(path, text);
  const portal = await portalOf();
  if (kept !== null && kept.portal !== portal)
    throw badInput(
      '--progress',
      progressOfOther(path, kept.portal ?? 'that is not known', portal ?? 'that is not known'),
    );
  return {
    from: kept === null ? null : { phase: kept.phase, after: kept.after },
    write: (position) => replace(path, { file: 'icp nightly', version: 1, portal, ...position }),
    remove: () =>
      rm(path, { force: true }).catch((cause: unknown) => {
        throw unusable(path, cause);
      }),
  };
}

function isAbsent(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT';
}

function parseProgress(path: string, text: string): z.infer<typeof Progress> {
  try {
    return Progress.parse(JSON.parse(text));
  } catch (cause) {
    throw badInput('--progress', progressDamaged(path), cause);
  }
}

/** A run that is killed leaves the earlier progress or the new one, never half of it. */
async function replace(path: string, progress: z.infer<typeof Progress>): Promise<void> {
  const draft = `${path}.part`;
  try {
    await writeFile(draft, `${JSON.stringify(progress)}\n`);
    await rename(draft, path);
  } catch (cause) {
    throw unusable(path, cause);
  }
}

function unusable(path: string, cause: unknown) {
  return badInput('--progress', progressUnusable(path, reasonOf(cause)), cause);
}
