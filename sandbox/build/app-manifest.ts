import { join } from 'node:path';

import * as z from 'zod';

import { appConfigSchema } from './app-config.ts';
import { BuildRefused } from './build-refused.ts';
import type { Edition as EditionName } from '../../src/crm/installation-mark.ts';
import { fillVariables } from './fill-variables.ts';
import { type JsonObject, overlay } from './json-value.ts';
import type { ProjectProfile } from './project-profile.ts';
import { firstFault, readJson } from './read-json.ts';

/** The app as an edition has it. */
export interface AppManifest {
  /** the name of the project in HubSpot; each edition is a project of its own */
  readonly project: string;
  /** what `app-hsmeta.json` holds; variables stand as `${NAME}`, HubSpot fills them in */
  readonly description: JsonObject;
}

/**
 * Reads `app.json`: what both editions share under `config`, and what each lays over it under `editions`.
 *
 * @throws BuildRefused naming the field at fault, with the variables of the profile filled in
 */
export async function readAppManifest(
  source: string,
  edition: EditionName,
  profile: ProjectProfile,
): Promise<AppManifest> {
  const { project, uid, type, config, editions } = await readJson(
    join(source, 'app.json'),
    'app.json',
    fileSchema(),
  );
  const merged = overlay(config, editions[edition]);
  const checked = appConfigSchema().safeParse(fillVariables(merged, profile, 'app.json: config'));
  if (!checked.success) {
    const fault = firstFault(checked.error, 'config');
    throw new BuildRefused(`app.json with ${profile.file}, edition ${edition}: ${fault}.`, {
      cause: checked.error,
    });
  }
  return { project: `${project}-${edition}`, description: { uid, type, config: merged } };
}

function fileSchema() {
  const fields = z.record(z.string(), z.json());
  return z.strictObject({
    project: z.string().regex(/^[a-z0-9-]+$/),
    uid: z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/),
    type: z.literal('app'),
    config: fields,
    editions: z.strictObject({ private: fields, oauth: fields }),
  });
}
