import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';

import * as z from 'zod';

/** One component of a HubSpot project, as its `*-hsmeta.json` describes it. */
export interface Component {
  readonly uid: string;
  readonly type: string;
  /** from the project's source folder, such as `/app/cards/ScorecardCard.js` */
  readonly entrypoint: string;
  readonly secretKeys: readonly string[];
  /** the folder of the description */
  readonly folder: string;
  /** the name of the description's file */
  readonly description: string;
}

/**
 * Reads the descriptions that lie directly in a folder: HubSpot looks no deeper.
 *
 * @throws Error naming the file when one is not a description of a component with code
 */
export async function readComponents(folder: string): Promise<Component[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('-hsmeta.json')).sort();
  return Promise.all(names.map((name) => readComponent(folder, name)));
}

/** The name of a component's code without its extension: sources and bundles share it. */
export function codeNameOf({ entrypoint }: Component): string {
  return basename(entrypoint, '.js');
}

async function readComponent(folder: string, description: string): Promise<Component> {
  const file = join(folder, description);
  const parsed = descriptionSchema().safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is wrong: ${z.prettifyError(parsed.error)}`);
  const { uid, type, config } = parsed.data;
  return { uid, type, ...config, folder, description };
}

function descriptionSchema() {
  return z.object({
    uid: z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/),
    type: z.string(),
    config: z.object({
      entrypoint: z.string().regex(/^\/app\/.+\.js$/),
      secretKeys: z.array(z.string()).default([]),
    }),
  });
}
