import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { type JsonObject, readJson } from './read-json.ts';

/** One component of a HubSpot project, as its `*-hsmeta.json` describes it. */
export interface Component {
  readonly uid: string;
  readonly type: string;
  /** from the project's source folder, such as `/app/cards/ScorecardCard.js` */
  readonly entrypoint: string;
  readonly secretKeys: readonly string[];
  /** where a card is shown, such as `crm.record.tab`; several in our sources, one in a built project */
  readonly locations: readonly string[];
  /** the folder of the description */
  readonly folder: string;
  /** the name of the description's file */
  readonly file: string;
  /** the description as it stands */
  readonly description: JsonObject & { config: JsonObject };
}

/**
 * Reads the descriptions in a folder, not in its subfolders, as HubSpot does.
 *
 * @throws BuildRefused naming the file when one is not a description of a component with code
 */
export async function readComponents(folder: string): Promise<Component[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('-hsmeta.json')).sort();
  return Promise.all(names.map((name) => readComponent(folder, name)));
}

/** The name of a component's code file without extension, the same in sources and bundles. */
export function codeNameOf({ entrypoint }: Component): string {
  return basename(entrypoint, '.js');
}

async function readComponent(folder: string, file: string): Promise<Component> {
  const path = join(folder, file);
  const description = await readJson(path, path, descriptionSchema());
  const { uid, type, config } = description;
  const { entrypoint, secretKeys = [], location = [] } = config;
  const locations = [location].flat();
  return { uid, type, entrypoint, secretKeys, locations, folder, file, description };
}

function descriptionSchema() {
  const config = {
    entrypoint: z.string().regex(/^\/app\/.+\.js$/),
    secretKeys: z.array(z.string()).optional(),
    location: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  };
  return z
    .object({
      uid: z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/),
      type: z.string(),
      config: z.object(config).catchall(z.json()),
    })
    .catchall(z.json());
}

/** A component of a built project, and the source of its code. */
export interface BuiltComponent extends Component {
  /** the name of the source's code without its extension */
  readonly code: string;
}

/**
 * One component for each location of a card, since HubSpot's description of a card takes one location only.
 *
 * `summary-card` in the sidebar and in previews becomes `summary-card-sidebar` and `summary-card-preview`; each has its
 * own entrypoint, since HubSpot identifies bundles by file.
 */
export function perLocation(component: Component & { code: string }): BuiltComponent[] {
  const { locations } = component;
  if (locations.length < 2) return [component];
  return locations.map((location) => at(component, location));
}

function at(component: BuiltComponent, location: string): BuiltComponent {
  const place = location.slice(location.lastIndexOf('.') + 1);
  const uid = `${component.uid}-${place}`;
  const suffix = place.charAt(0).toUpperCase() + place.slice(1);
  const entrypoint = component.entrypoint.replace(/\.js$/, `${suffix}.js`);
  const { description } = component;
  const config = { ...description.config, location, entrypoint };
  return {
    ...component,
    uid,
    entrypoint,
    locations: [location],
    file: `${uid}-hsmeta.json`,
    description: { ...description, uid, config },
  };
}
