import {
  archiveAssociations,
  archiveLabels,
  associateDefaults,
  createAssociations,
} from './associations/association-batch-routes.ts';
import { readAssociations } from './associations/association-read-route.ts';
import {
  associateDefault,
  listAssociations,
  putLabels,
  removeAssociation,
} from './associations/association-routes.ts';
import type { Handler } from './call.ts';
import { EDGE_AREAS, EDGE_ROUTES } from './integrations-routes.ts';
import { archiveGroup, createGroup, getGroup, listGroups, updateGroup } from './properties/group-routes.ts';
import { createLabel, deleteLabel, listLabels, updateLabel } from './associations/label-routes.ts';
import { archiveBatch, createBatch, readBatch, updateBatch } from './objects/object-batch-routes.ts';
import {
  archiveObject,
  createObject,
  getObject,
  listObjects,
  updateObject,
} from './objects/object-routes.ts';
import { getOwner, listOwners } from './objects/owner-routes.ts';
import {
  createPipeline,
  deletePipeline,
  getPipeline,
  listPipelines,
  replacePipeline,
  updatePipeline,
} from './pipelines/pipeline-routes.ts';
import { archiveProperties, createProperties, readProperties } from './properties/property-batch-routes.ts';
import {
  archiveProperty,
  createProperty,
  getProperty,
  listProperties,
  updateProperty,
} from './properties/property-routes.ts';
import { RECORD_AREAS, RECORD_ROUTES } from './objects/record-routes.ts';
import { searchObjects } from './objects/search-route.ts';
import {
  createStage,
  deleteStage,
  getStage,
  listStages,
  replaceStage,
  updateStage,
} from './pipelines/stage-routes.ts';

/** Both forms of an area's path (v3 stands for v4 too); every route of the area is mounted on each. */
export const AREAS = {
  objects: { dated: '/crm/objects/2026-09', v3: '/crm/v3/objects' },
  properties: { dated: '/crm/properties/2026-09', v3: '/crm/v3/properties' },
  owners: { dated: '/crm/owners/2026-09', v3: '/crm/v3/owners' },
  links: { dated: '/crm/objects/2026-09', v3: '/crm/v4/objects' },
  associations: { dated: '/crm/associations/2026-09', v3: '/crm/v4/associations' },
  pipelines: { dated: '/crm/pipelines/2026-09', v3: '/crm/v3/pipelines' },
  ...RECORD_AREAS,
  ...EDGE_AREAS,
} as const;

export interface Route {
  readonly verb: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly area: keyof typeof AREAS;
  readonly path: string;
  readonly answer: Handler;
  /** `list`: the body is a JSON array, handed on as `items`. `none`: whatever is sent is not looked at. */
  /** `form`: fields of a form, as an object of texts. */
  readonly bodyIs?: 'list' | 'none' | 'form';
  /** `none`: no token is asked for. `developer`: the key of a developer account will do, as `hapikey` in the query. */
  readonly auth?: 'none' | 'developer';
}

const route = (verb: Route['verb'], area: Route['area'], path: string, answer: Handler): Route => ({
  verb,
  area,
  path,
  answer,
});

const NEAR = '/:objectType/:objectId/associations';
const FAR_TYPE = `${NEAR}/:toObjectType`;
const PAIR = '/:fromObjectType/:toObjectType';
const PIPELINE = '/:objectType/:pipelineId';

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

  route('get', 'links', FAR_TYPE, listAssociations),
  { ...route('put', 'links', `${NEAR}/default/:toObjectType/:toObjectId`, associateDefault), bodyIs: 'none' },
  { ...route('put', 'links', `${FAR_TYPE}/:toObjectId`, putLabels), bodyIs: 'list' },
  route('delete', 'links', `${FAR_TYPE}/:toObjectId`, removeAssociation),

  route('post', 'associations', `${PAIR}/batch/read`, readAssociations),
  route('post', 'associations', `${PAIR}/batch/create`, createAssociations),
  route('post', 'associations', `${PAIR}/batch/associate/default`, associateDefaults),
  route('post', 'associations', `${PAIR}/batch/archive`, archiveAssociations),
  route('post', 'associations', `${PAIR}/batch/labels/archive`, archiveLabels),
  route('get', 'associations', `${PAIR}/labels`, listLabels),
  route('post', 'associations', `${PAIR}/labels`, createLabel),
  route('put', 'associations', `${PAIR}/labels`, updateLabel),
  route('delete', 'associations', `${PAIR}/labels/:associationTypeId`, deleteLabel),

  route('get', 'pipelines', '/:objectType', listPipelines),
  route('post', 'pipelines', '/:objectType', createPipeline),
  route('get', 'pipelines', PIPELINE, getPipeline),
  route('put', 'pipelines', PIPELINE, replacePipeline),
  route('patch', 'pipelines', PIPELINE, updatePipeline),
  route('delete', 'pipelines', PIPELINE, deletePipeline),
  route('get', 'pipelines', `${PIPELINE}/stages`, listStages),
  route('post', 'pipelines', `${PIPELINE}/stages`, createStage),
  route('get', 'pipelines', `${PIPELINE}/stages/:stageId`, getStage),
  route('put', 'pipelines', `${PIPELINE}/stages/:stageId`, replaceStage),
  route('patch', 'pipelines', `${PIPELINE}/stages/:stageId`, updateStage),
  route('delete', 'pipelines', `${PIPELINE}/stages/:stageId`, deleteStage),
  ...RECORD_ROUTES,
  ...EDGE_ROUTES,
];
