import type { Route } from '../http/route.ts';
import type { TypeStore } from '../portal/portal.ts';

/** Alternatives: one of these scopes is enough. Empty: none is needed. */
export type Needed = readonly string[];

/** The parts of a call that decide its scopes. `types` are those of its path, in order. */
export interface ScopedCall {
  readonly route: Pick<Route, 'verb' | 'area' | 'path'>;
  readonly types: readonly TypeStore['type'][];
}

type Rule = (call: ScopedCall) => readonly Needed[];

const READING_POST = /\/(search|batch\/read)$/;
const isReading = ({ verb, path }: ScopedCall['route']) =>
  verb === 'get' || (verb === 'post' && READING_POST.test(path));

/** Activities need the scopes of contacts; all custom objects share one scope. */
const guardOf = ({ id, plural }: TypeStore['type']) =>
  /^2-/.test(id) ? 'custom' : ['tasks', 'notes'].includes(plural) ? 'contacts' : plural;

const objects =
  (areEndsAll: boolean): Rule =>
  ({ route, types }) => {
    const access = isReading(route) ? 'read' : 'write';
    const guarded = areEndsAll ? types : types.slice(0, 1);
    return guarded.map((type) => [`crm.objects.${guardOf(type)}.${access}`]);
  };

const definitions: Rule = ({ route, types }) =>
  types.slice(0, 1).map((type) => {
    const guard = guardOf(type);
    return isReading(route)
      ? [`crm.schemas.${guard}.read`, `crm.objects.${guard}.read`]
      : [`crm.schemas.${guard}.write`];
  });

const fixed =
  (read: Needed, write: Needed): Rule =>
  ({ route }) => [isReading(route) ? read : write];

const ANY_OBJECT = ['companies', 'contacts', 'deals', 'custom'].flatMap((name) => [
  `crm.objects.${name}.read`,
  `crm.objects.${name}.write`,
]);

const OPEN: Rule = () => [];

/**
 * The scopes of each area. A test checks that no area is missing.
 *
 * Source: "Scope requirements" of HubSpot's guides, and the specification's security sections.
 */
export const AREA_SCOPES: Readonly<Record<string, Rule>> = {
  objects: objects(false),
  links: objects(false),
  associations: objects(false),
  properties: definitions,
  pipelines: definitions,
  owners: fixed(['crm.objects.owners.read'], ['crm.objects.owners.read']),
  lists: fixed(['crm.lists.read'], ['crm.lists.write']),
  schemas: ({ route, types }) => {
    const guard = types[0] === undefined ? 'custom' : guardOf(types[0]);
    return [[`crm.schemas.${guard}.${isReading(route) ? 'read' : 'write'}`]];
  },
  limits: fixed(ANY_OBJECT, ANY_OBJECT),
  account: OPEN,
  webhooks: fixed(['developers-read', 'private-apps-read'], ['developers-write', 'private-apps-write']),
  actions: fixed(['automation'], ['automation']),
  callbacks: fixed(['automation'], ['automation']),
  installs: OPEN,
  oauth: OPEN,
  oauthV1: OPEN,
};

/** For associations when the scopes of both types are needed (a switch). */
export const BOTH_ENDS: Rule = objects(true);
