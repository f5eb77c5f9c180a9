import type { Handler } from '../call.ts';
import {
  createList,
  deleteList,
  getList,
  getListByName,
  getLists,
  renameList,
  restoreList,
  updateFilters,
} from '../lists/list-routes.ts';
import { listAllLists, searchLists } from '../lists/list-search-routes.ts';
import {
  addMembers,
  addMembersFrom,
  changeMembers,
  clearMembers,
  listMembers,
  listMembersByTime,
  listsOfRecord,
  removeMembers,
} from '../lists/membership-routes.ts';
import { mergeObjects } from './merge-route.ts';
import type { Route } from '../routes.ts';
import { createSchemaAssociation, deleteSchemaAssociation } from '../schemas/schema-association-routes.ts';
import {
  createSchema,
  deleteSchema,
  getSchema,
  listSchemas,
  updateSchema,
} from '../schemas/schema-routes.ts';
import { upsertBatch } from './upsert-route.ts';

/** Lists of records, and the types that an account defines itself. */
export const RECORD_AREAS = {
  lists: { dated: '/crm/lists/2026-09', v3: '/crm/v3/lists' },
  schemas: { dated: '/crm-object-schemas/2026-09/schemas', v3: '/crm-object-schemas/v3/schemas' },
} as const;

const route = (
  verb: Route['verb'],
  area: keyof typeof RECORD_AREAS | 'objects',
  path: string,
  answer: Handler,
  bodyIs?: 'list' | 'none',
): Route => ({ verb, area, path, answer, ...(bodyIs === undefined ? {} : { bodyIs }) });

const MEMBERS = '/:listId/memberships';
const ASSOCIATIONS = '/:objectType/associations';

export const RECORD_ROUTES: readonly Route[] = [
  route('post', 'objects', '/:objectType/batch/upsert', upsertBatch),
  route('post', 'objects', '/:objectType/merge', mergeObjects),

  route('get', 'schemas', '/', listSchemas),
  route('post', 'schemas', '/', createSchema),
  route('get', 'schemas', '/:objectType', getSchema),
  route('patch', 'schemas', '/:objectType', updateSchema),
  route('delete', 'schemas', '/:objectType', deleteSchema),
  route('post', 'schemas', ASSOCIATIONS, createSchemaAssociation),
  route('delete', 'schemas', `${ASSOCIATIONS}/:associationIdentifier`, deleteSchemaAssociation),

  route('get', 'lists', '/', getLists),
  route('post', 'lists', '/', createList),
  route('post', 'lists', '/search', searchLists),
  route('post', 'lists', '/all', listAllLists),
  route('get', 'lists', '/object-type-id/:objectTypeId/name/:listName', getListByName),
  route('get', 'lists', '/records/:objectTypeId/:recordId/memberships', listsOfRecord),
  route('get', 'lists', '/:listId', getList),
  route('delete', 'lists', '/:listId', deleteList),
  route('put', 'lists', '/:listId/restore', restoreList, 'none'),
  route('put', 'lists', '/:listId/update-list-filters', updateFilters),
  route('put', 'lists', '/:listId/update-list-name', renameList, 'none'),
  route('get', 'lists', MEMBERS, listMembers),
  route('get', 'lists', `${MEMBERS}/join-order`, listMembersByTime),
  route('put', 'lists', `${MEMBERS}/add`, addMembers, 'list'),
  route('put', 'lists', `${MEMBERS}/remove`, removeMembers, 'list'),
  route('put', 'lists', `${MEMBERS}/add-and-remove`, changeMembers),
  route('put', 'lists', `${MEMBERS}/add-from/:sourceListId`, addMembersFrom, 'none'),
  route('delete', 'lists', MEMBERS, clearMembers),
];
