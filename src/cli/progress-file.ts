import { readFile, rename, rm, writeFile } from 'node:fs/promises';

import * as z from 'zod';

import { badInput, reasonOf } from './typed.ts';
import { progressDamaged, progressOfOther, progressUnusable } from '../messages/nightly.ts';

/** How a command keeps how far it came. */
export interface ProgressFormat<Position> {
  /** The command, as it is typed: `icp nightly`. A file of another one is refused. */
  file: string;
  position: z.ZodType<Position>;
}

/** What stands in every progress file beside the position. */
const Head = z.looseObject({
  file: z.string(),
  version: z.literal(1),
  /** Null where HubSpot did not say which it is. */
  portal: z.string().nullable(),
});

/** The file in which a run keeps how far it came. */
export interface ProgressFile<Position> {
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
export async function openProgressFile<Position extends object>(
  path: string,
  format: ProgressFormat<Position>,
  portalOf: () => Promise<string | null>,
): Promise<ProgressFile<Position>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (isAbsent(cause)) return null;
    throw unusable(path, cause);
  });
  const kept = text === null ? null : parseProgress(path, text, format);
  const portal = await portalOf();
  if (kept !== null && kept.portal !== portal)
    throw badInput(
      '--progress',
      progressOfOther(path, kept.portal ?? 'that is not known', portal ?? 'that is not known'),
    );
  return {
    from: kept === null ? null : kept.position,
    write: (position) => replace(path, { file: format.file, version: 1, portal, ...position }),
    remove: () =>
      rm(path, { force: true }).catch((cause: unknown) => {
        throw unusable(path, cause);
      }),
  };
}

function isAbsent(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT';
}

function parseProgress<Position>(path: string, text: string, format: ProgressFormat<Position>) {
  try {
    const { file, version: _one, portal, ...position } = Head.parse(JSON.parse(text));
    if (file !== format.file) throw new Error(`a file of ${file}`);
    return { portal, position: format.position.parse(position) };
  } catch (cause) {
    throw badInput('--progress', progressDamaged(path, format.file), cause);
  }
}

/** A run that is killed leaves the earlier progress or the new one, never half of it. */
async function replace(path: string, progress: object): Promise<void> {
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
