import { buildPrivateEdition } from '../../sandbox/build/build-edition.ts';
import { type FunctionExecutor, startFunctionExecutor } from '../../sandbox/functions/function-executor.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { sourceProject } from '../scripts/source-project.ts';

/** A portal, and our app function as HubSpot's executor runs it there. */
export interface FunctionPortal {
  portal: Portal;
  /** Calls the function with these parameters, from a card on the given record. HubSpot reads it before the function runs. */
  call: (parameters: unknown, record?: string | null) => Promise<unknown>;
  save: (companyId: string, changes: unknown, extra?: object) => Promise<unknown>;
  load: (companyId: string) => Promise<unknown>;
  /** The same function under another environment. */
  startElsewhere: (token: string, baseUrl?: string) => Promise<FunctionExecutor>;
  close: () => Promise<void>;
}

export const by = 'jane@example.com';

export async function openFunctionPortal(): Promise<FunctionPortal> {
  const [portal, project] = await Promise.all([openPortal(), sourceProject()]);
  const { projectFolder } = await buildPrivateEdition(project.source, project.output);
  const startElsewhere = (token: string, baseUrl = portal.sandbox.baseUrl) =>
    startFunctionExecutor({
      projectFolder,
      environment: { PRIVATE_APP_ACCESS_TOKEN: token, HUBSPOT_BASE_URL: baseUrl },
    });
  const executor = await startElsewhere(APP_TOKEN);
  const call = (parameters: unknown, record: string | null = null) =>
    executor.call('partner-icp', {
      parameters,
      ...(record !== null && {
        propertiesToSend: ['hs_object_id'],
        record: { objectTypeId: '0-2', objectId: record },
      }),
    });
  return {
    portal,
    call,
    save: (companyId, changes, extra = {}) =>
      call({ operation: 'save-scorecard', input: { companyId, changes, by, ...extra } }, companyId),
    load: (companyId) => call({ operation: 'load-scorecard', input: { companyId } }, companyId),
    startElsewhere,
    close: async () => {
      await executor.close();
      await project.remove();
      await portal.close();
    },
  };
}
