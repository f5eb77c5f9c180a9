import { builtApp, throughExecutor } from './built-app.ts';
import type { BuiltEdition } from './edition.ts';
import { startFunctionExecutor } from './functions/function-executor.ts';

/** The private edition: cards ask the app function, which HubSpot's own executor runs. */
export async function privateEdition(accessToken: string): Promise<BuiltEdition> {
  const { projectFolder, cards } = await builtApp('private');
  return {
    cards,
    app: {},
    start: async (crm, furnished) => {
      const [executor] = await Promise.all([
        startFunctionExecutor({
          projectFolder,
          environment: { PRIVATE_APP_ACCESS_TOKEN: accessToken, HUBSPOT_BASE_URL: crm.baseUrl },
          log: console.error,
        }),
        furnished,
      ]);
      return {
        reach: { callFunction: throughExecutor((name, call) => executor.call(name, call)) },
        reset: () => Promise.resolve(),
        end: () => executor.close(),
      };
    },
  };
}
