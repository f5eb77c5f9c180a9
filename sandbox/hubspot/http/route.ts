import type { Portal } from '../portal/portal.ts';
import type { Answer, Call } from './call.ts';

export type Handler = (portal: Portal, call: Call) => Answer;

/** The two forms of each area's path. `v3` is also v4, and v1 of OAuth, which has no dated form. */
export const AREAS = {
  objects: { dated: '/crm/objects/2026-09', v3: '/crm/v3/objects' },
  properties: { dated: '/crm/properties/2026-09', v3: '/crm/v3/properties' },
  owners: { dated: '/crm/owners/2026-09', v3: '/crm/v3/owners' },
  links: { dated: '/crm/objects/2026-09', v3: '/crm/v4/objects' },
  associations: { dated: '/crm/associations/2026-09', v3: '/crm/v4/associations' },
  pipelines: { dated: '/crm/pipelines/2026-09', v3: '/crm/v3/pipelines' },
  lists: { dated: '/crm/lists/2026-09', v3: '/crm/v3/lists' },
  schemas: { dated: '/crm-object-schemas/2026-09/schemas', v3: '/crm-object-schemas/v3/schemas' },
  limits: { dated: '/crm/limits/2026-09', v3: '/crm/v3/limits' },
  account: { dated: '/account-info/2026-09', v3: '/account-info/v3' },
  oauth: { dated: '/oauth/2026-09', v3: '/oauth/v3' },
  oauthV1: { dated: '/oauth/v1', v3: '/oauth/v1' },
  installs: { dated: '/appinstalls/2026-09', v3: '/appinstalls/v3' },
  webhooks: { dated: '/app-webhooks/2026-09', v3: '/webhooks/v3' },
  callbacks: { dated: '/automation/actions/callbacks/2026-09', v3: '/automation/v4/actions/callbacks' },
  actions: { dated: '/automation/actions/2026-09', v3: '/automation/v4/actions' },
} as const;

export interface Route {
  readonly verb: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly area: keyof typeof AREAS;
  readonly path: string;
  readonly answer: Handler;
  /** JSON object when left out. `list`: a JSON array, handed on as `items`. `form`: form fields. `none`: not read. */
  readonly bodyIs?: 'list' | 'none' | 'form';
  /** Bearer token when left out. `none`: no token. `developer`: also a developer's key, `hapikey` in the query. */
  readonly auth?: 'none' | 'developer';
}

export function route(
  verb: Route['verb'],
  area: Route['area'],
  path: string,
  answer: Handler,
  options: Pick<Route, 'bodyIs' | 'auth'> = {},
): Route {
  return { verb, area, path, answer, ...options };
}
