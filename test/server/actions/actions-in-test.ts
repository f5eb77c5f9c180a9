import { actionBodies } from '../../../sandbox/build/workflow-actions.ts';
import type { Execution } from '../../../sandbox/hubspot/actions/execution.ts';
import type { Switches } from '../../../sandbox/hubspot/switches.ts';
import { newestTasksOf } from '../../../src/crm/tasks.ts';
import { ACTION_DEFINITIONS, type ActionName } from '../../../src/usecases/actions/definitions.ts';
import { freePort } from '../../soak/temporary-postgres.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { OPTIONAL_SCOPES, SCOPES } from '../oauth/scopes-of-app.ts';
import { APP, REGISTERED, type ServerInTest, serverInTest, skippingPauses } from '../server-in-test.ts';

export const PORTAL = 62_515;
export const OWNERS = [
  { id: '1', userId: 7, email: 'ada@example.com', firstName: 'Ada', lastName: 'Berg' },
  { id: '2', userId: 8, email: 'omar@example.com', firstName: 'Omar', lastName: 'Said' },
];

/** A portal whose workflows know the actions, and the server that answers them. */
export interface ActionsInTest {
  portal: Portal;
  server: ServerInTest;
  /** Runs an action for a company, as a workflow does. */
  run: (
    name: ActionName,
    companyId: string,
    inputFields?: Readonly<Record<string, unknown>>,
  ) => Promise<Execution>;
  /** The tasks of a company, newest first. */
  tasksOf: (companyId: string) => Promise<Record<string, string>[]>;
  close: () => Promise<void>;
}

interface Options extends Omit<Partial<Parameters<typeof serverInTest>[0]>, 'hubspotUrl' | 'now'> {
  switches?: Partial<Switches>;
  /** The optional scopes that the portal's plan has; those of the app when left out. */
  granted?: readonly string[];
}

export async function openActions({
  switches,
  granted = OPTIONAL_SCOPES,
  ...options
}: Options = {}): Promise<ActionsInTest> {
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  const portal = await openPortal({
    ...{ edition: 'oauth', home: true, types: ['technology'], owners: OWNERS },
    ...{ account: { portalId: PORTAL }, ...(switches && { switches }) },
    apps: [
      {
        ...REGISTERED,
        ...{ redirectUrls: [`${publicUrl}/oauth/callback`], requiredScopes: [...SCOPES] },
        optionalScopes: [...granted],
        actions: actionBodies(publicUrl),
      },
    ],
  });
  const server = await serverInTest({
    ...{ hubspotUrl: portal.sandbox.baseUrl, scopes: SCOPES, optionalScopes: OPTIONAL_SCOPES, publicUrl },
    ...skippingPauses(portal.clock),
    now: () => Date.now() + portal.clock.now(),
    ...options,
  });
  await server.connect(7);
  return {
    portal,
    server,
    run: (name, objectId, inputFields = {}) =>
      portal.sandbox.actions.fire({
        ...{ appId: APP.appId, definitionId: definitionIdOf(name), objectType: 'companies' },
        ...{ objectId, inputFields },
      }),
    tasksOf: (companyId) => tasksOf(portal, companyId),
    close: async () => {
      await server.close();
      await portal.close();
    },
  };
}

/** The sandbox numbers the definitions of an account in their order. */
function definitionIdOf(name: ActionName): string {
  return String(ACTION_DEFINITIONS.findIndex((definition) => definition.name === name) + 1);
}

async function tasksOf({ outside }: Portal, companyId: string): Promise<Record<string, string>[]> {
  const ids = (await newestTasksOf(outside, [companyId])).get(companyId) ?? [];
  if (ids.length === 0) return [];
  const properties = ['hs_task_subject', 'hs_task_body', 'hs_timestamp', 'hubspot_owner_id'];
  const body = { inputs: ids.map((id) => ({ id })), properties };
  const path = '/crm/objects/2026-09/tasks/batch/read';
  const { results } = (await outside.send({ method: 'POST', path, body })) as {
    results: { properties: Record<string, string> }[];
  };
  return results.map((task) => task.properties);
}
