import { appOf } from '../apps/app.ts';
import { type Answer, type Call, limitOf, NO_CONTENT, param } from '../http/call.ts';
import { invalid, notFound } from '../http/refusal.ts';
import type { Portal } from '../portal/portal.ts';
import {
  type ActionDefinition,
  describeDefinition,
  describeRevision,
  revisionsOf,
} from './action-definition.ts';
import { parseDefinition, parseDefinitionPatch } from './parse-definition.ts';

const PAGE = 100;
const PAGE_MAXIMUM = 500;

const timeOf = (portal: Portal) => portal.now().getTime();

/** @throws Refusal 404 */
function definitionOf(portal: Portal, call: Call): ActionDefinition {
  const found = appOf(portal, call).actions.get(param(call, 'definitionId'));
  if (found === undefined || found.archivedAt !== undefined)
    throw notFound('There is no such custom action.');
  return found;
}

export function listDefinitions(portal: Portal, call: Call): Answer {
  const isArchived = call.query.get('archived') === 'true';
  const all = [...appOf(portal, call).actions.values()];
  const matching = all.filter(({ archivedAt }) => (archivedAt !== undefined) === isArchived);
  return { status: 200, body: pageOf(portal, call, matching, ({ id }) => id, describeDefinition) };
}

/** One page behind the cursor `after`, which is the id of the last item before it. */
function pageOf<Item>(
  portal: Portal,
  call: Call,
  items: readonly Item[],
  idOf: (item: Item) => string,
  describe: (item: Item) => unknown,
): Readonly<Record<string, unknown>> {
  const limit = limitOf(portal, call.query.get('limit'), PAGE, PAGE_MAXIMUM);
  const after = call.query.get('after') ?? '';
  const start = after === '' ? 0 : items.findIndex((item) => idOf(item) === after) + 1;
  if (after !== '' && start === 0) throw invalid(`after is not a valid cursor: ${after.slice(0, 50)}`);
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  const isMore = last !== undefined && start + limit < items.length;
  const paging = isMore ? { paging: { next: { after: idOf(last) } } } : {};
  return { results: page.map(describe), ...paging };
}

export function createDefinition(portal: Portal, call: Call): Answer {
  const app = appOf(portal, call);
  const definition = parseDefinition(call.body, String(portal.apps.nextId), timeOf(portal));
  portal.apps.nextId += 1;
  app.actions.set(definition.id, definition);
  return { status: 201, body: describeDefinition(definition) };
}

export function getDefinition(portal: Portal, call: Call): Answer {
  return { status: 200, body: describeDefinition(definitionOf(portal, call)) };
}

export function updateDefinition(portal: Portal, call: Call): Answer {
  const after = parseDefinitionPatch(call.body, definitionOf(portal, call), timeOf(portal));
  appOf(portal, call).actions.set(after.id, after);
  return { status: 200, body: describeDefinition(after) };
}

export function archiveDefinition(portal: Portal, call: Call): Answer {
  const definition = definitionOf(portal, call);
  appOf(portal, call).actions.set(definition.id, { ...definition, archivedAt: timeOf(portal) });
  return NO_CONTENT;
}

export function listRevisions(portal: Portal, call: Call): Answer {
  const revisions = revisionsOf(definitionOf(portal, call));
  return {
    status: 200,
    body: pageOf(portal, call, revisions, ({ revisionId }) => revisionId, describeRevision),
  };
}

export function getRevision(portal: Portal, call: Call): Answer {
  const wanted = param(call, 'revisionId');
  const revision = revisionsOf(definitionOf(portal, call)).find(({ revisionId }) => revisionId === wanted);
  if (revision === undefined) throw notFound('There is no such revision.');
  return { status: 200, body: describeRevision(revision) };
}
