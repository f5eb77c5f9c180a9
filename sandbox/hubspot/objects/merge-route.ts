import { type Answer, type Call, param } from '../call.ts';
import { requiredText, requireFields } from '../json.ts';
import { describeWhole } from './object-routes.ts';
import { type Portal, typeStoreOf } from '../portal/portal.ts';
import { recordFinder, recordOf } from './read-record.ts';
import { invalid } from '../refusal.ts';
import { mergeRecords } from './merge-records.ts';

export function mergeObjects(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  requireFields(call.body, ['primaryObjectId', 'objectIdToMerge']);
  const find = recordFinder(store, undefined);
  const primary = recordOf(find, requiredText(call.body, 'primaryObjectId'));
  const secondary = recordOf(find, requiredText(call.body, 'objectIdToMerge'));
  if (primary === secondary) throw invalid('A record cannot be merged with itself.');
  const record = mergeRecords(portal, store, primary, secondary, call.actor);
  return { status: 200, body: describeWhole(portal, store, record) };
}
