import type { FetchCrmSearchRequest, UseCrmSearchOptions } from '@hubspot/ui-extensions';
import type { RemoteCallable } from '@remote-ui/rpc';
import { useContext, type Context } from 'react';
import type { CardApi, PageCalls, PropertyValues } from '../protocol.ts';

// The hooks of @hubspot/ui-extensions read a Response. A real one cannot hold a function such as `cleanup`.
const answer = (body: unknown) => ({ ok: true, status: 200, json: () => Promise.resolve(body) });
const NOT_HERE = 'This workbench has no associations.';

/** What HubSpot's hooks expect under `hsWorkerAPI`. */
export function hooksOf(page: RemoteCallable<PageCalls>, context: Context<CardApi | null>) {
  const useApi = () => {
    const api = useContext(context);
    if (!api) throw new Error('A HubSpot hook was used outside of the card.');
    return api;
  };
  let watches = 0;
  return {
    useExtensionApi: useApi,
    useExtensionContext: () => useApi().context,
    useExtensionActions: () => useApi().actions,
    useAppPageLocation: () => ({ path: '/', params: {} }),
    fetchCrmProperties: async (names: string[], onUpdate: (values: PropertyValues) => void) => {
      const watch = ++watches;
      const body = await page.watchProperties(watch, names, onUpdate);
      return answer({ ...body, cleanup: () => void page.unwatchProperties(watch) });
    },
    fetchCrmSearch: async (request: FetchCrmSearchRequest, options: UseCrmSearchOptions = {}) =>
      answer(await page.searchCrm(request, options)),
    fetchAssociations: () => Promise.resolve(answer({ error: NOT_HERE })),
    // Values stay as the CRM stores them: HubSpot's display rules are not public.
    formatCrmProperties: (request: { propertiesList: unknown }) =>
      Promise.resolve(answer(request.propertiesList)),
    fetchHubSpotApi: () => Promise.reject(new Error('This workbench has no experimental API client.')),
  };
}
