import type { Handler } from './call.ts';
import { archiveGroup, createGroup, getGroup, listGroups, updateGroup } from './group-routes.ts';
import { archiveBatch, createBatch, readBatch, updateBatch } from './object-batch-routes.ts';
import { archiveObject, createObject, getObject, listObjects, updateObject } from './object-routes.ts';
import { getOwner, listOwners } from './owner-routes.ts';
import { archiveProperties, createProperties, readProperties } from './property-batch-routes.ts';
import {
  archiveProperty,
  createProperty,
  getProperty,
  listProperties,
  updateProperty,
} from './property-routes.ts';
import { searchObjects } from './search-route.ts';

/** Both forms of an area's path; every route of the area is mounted on each. */
export const AREAS = {
  objects: { dated: '/crm/objects/2026-09', v3: '/crm/v3/objects' },
  properties: { dated: '/crm/properties/2026-09', v3: '/crm/v3/properties' },
  owners: { dated: '/crm/owners/2026-09', v3: '/crm/v3/owners' },
} as const;

export interface Route {
  readonly verb: 'get' | 'post' | 'patch' | 'delete';
  readonly area: keyof typeof AREAS;
  readonly path: string;
  readonly answer: Handler;
}

const route = (verb: Route['verb'], area: Route['area'], path: string, answer: Handler): Route => ({
  verb,
  area,
  path,
  answer,
});

/** The whole API. Fixed words stand before names in the same place (`/groups` before `/:propertyName`). */
export const ROUTES: readonly Route[] = [
  route('get', 'objects', '/:objectType', listObjects),
  route('post', 'objects', '/:objectType', createObject),
  route('post', 'objects', '/:objectType/batch/read', readBatch),
  route('post', 'objects', '/:objectType/batch/create', createBatch),
  route('post', 'objects', '/:objectType/batch/update', updateBatch),
  route('post', 'objects', '/:objectType/batch/archive', archiveBatch),
  route('post', 'objects', '/:objectType/search', searchObjects),
  route('get', 'objects', '/:objectType/:objectId', getObject),
  route('patch', 'objects', '/:objectType/:objectId', updateObject),
  route('delete', 'objects', '/:objectType/:objectId', archiveObject),

  route('get', 'properties', '/:objectType', listProperties),
  route('post', 'properties', '/:objectType', createProperty),
  route('post', 'properties', '/:objectType/batch/read', readProperties),
  route('post', 'properties', '/:objectType/batch/create', createProperties),
  route('post', 'properties', '/:objectType/batch/archive', archiveProperties),
  route('get', 'properties', '/:objectType/groups', listGroups),
  route('post', 'properties', '/:objectType/groups', createGroup),
  route('get', 'properties', '/:objectType/groups/:groupName', getGroup),
  route('patch', 'properties', '/:objectType/groups/:groupName', updateGroup),
  route('delete', 'properties', '/:objectType/groups/:groupName', archiveGroup),
  route('get', 'properties', '/:objectType/:propertyName', getProperty),
  route('patch', 'properties', '/:objectType/:propertyName', updateProperty),
  route('delete', 'properties', '/:objectType/:propertyName', archiveProperty),

  route('get', 'owners', '/', listOwners),
  route('get', 'owners', '/:ownerId', getOwner),
];
