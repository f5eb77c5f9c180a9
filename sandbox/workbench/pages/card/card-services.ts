import type { FetchAnswer } from '../../host/hubspot-fetch.ts';
import type { HookAnswer, PageCalls } from '../../host/protocol.ts';
import { performAction, type CardSurroundings } from './card-actions.ts';
import { readRecord, searchCrm } from '../crm.ts';
import { recordIn } from '../parse.ts';
import type { PropertyWatches } from './property-watches.ts';
import { OBJECT_TYPE_IDS } from '../crm-objects.ts';
import { callServer } from '../server-calls.ts';
import { settings } from '../portal.ts';
import { formattedSearch } from './formatted-search.ts';

async function hookAnswer(work: Promise<unknown>): Promise<HookAnswer> {
  try {
    return { data: await work };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** The functions that a card calls. `here` gives record and person at the moment of the call. */
export function createCardServices(here: () => CardSurroundings, watches: PropertyWatches): PageCalls {
  return {
    log: (level, entry) => {
      console[level]('[card]', entry);
      return Promise.resolve();
    },
    action: (name, args) => Promise.resolve(performAction(here(), watches, name, args)),
    serverless: async (name, { parameters, propertiesToSend }) => {
      const { ownerId, record } = here();
      const place =
        record === null
          ? { objectId: null }
          : { objectId: Number(record.id), objectTypeId: OBJECT_TYPE_IDS[record.objectType] };
      const call = { parameters, propertiesToSend, ...place };
      const answer = await callServer(ownerId, 'POST', `/functions/${encodeURIComponent(name)}`, call);
      return recordIn(answer)['response'];
    },
    hubSpotFetch: async (url, options) =>
      (await callServer(here().ownerId, 'POST', '/hubspot-fetch', { url, ...options })) as FetchAnswer,
    watchProperties: async (watch, names, onUpdate) => {
      const { ownerId, record } = here();
      if (record === null) return { error: 'An extension on this page has no record.' };
      watches.add(watch, { names, onUpdate });
      return hookAnswer(
        readRecord(ownerId, record, names).then(({ properties }) =>
          Object.fromEntries(names.map((name) => [name, properties[name] ?? null])),
        ),
      );
    },
    unwatchProperties: (watch) => {
      watches.remove(watch);
      return Promise.resolve();
    },
    searchCrm: async (request, options) =>
      hookAnswer(
        searchCrm(here().ownerId, request).then((found) => formattedSearch(found, options, settings.owners)),
      ),
  };
}
