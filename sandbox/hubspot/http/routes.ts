import * as associationBatches from '../associations/association-batch-routes.ts';
import * as associations from '../associations/association-routes.ts';
import * as labels from '../associations/label-routes.ts';
import * as lists from '../lists/list-routes.ts';
import * as listSearches from '../lists/list-search-routes.ts';
import * as memberships from '../lists/membership-routes.ts';
import * as merges from '../merge/merge-records.ts';
import * as batches from '../objects/object-batch-routes.ts';
import * as objects from '../objects/object-routes.ts';
import * as upserts from '../objects/upsert-route.ts';
import * as owners from '../owners/owner-routes.ts';
import { unlessLifecycle } from '../pipelines/lifecycle-pipeline.ts';
import * as pipelines from '../pipelines/pipeline-routes.ts';
import * as stages from '../pipelines/stage-routes.ts';
import * as groups from '../properties/group-routes.ts';
import * as propertyBatches from '../properties/property-batch-routes.ts';
import * as properties from '../properties/property-routes.ts';
import * as schemaAssociations from '../schemas/schema-association-routes.ts';
import * as schemas from '../schemas/schema-routes.ts';
import * as search from '../search/search-route.ts';
import { INTEGRATION_ROUTES } from './integration-routes.ts';
import { route, type Route } from './route.ts';

const NEAR = '/:objectType/:objectId/associations';
const FAR_TYPE = `${NEAR}/:toObjectType`;
const PAIR = '/:fromObjectType/:toObjectType';
const PIPELINE = '/:objectType/:pipelineId';
const SCHEMA_ASSOCIATIONS = '/:objectType/associations';
const MEMBERS = '/:listId/memberships';

/** The whole API. Fixed words stand before names in the same place (`/groups` before `/:propertyName`). */
export const ROUTES: readonly Route[] = [
  route('get', 'objects', '/:objectType', objects.listObjects),
  route('post', 'objects', '/:objectType', objects.createObject),
  route('post', 'objects', '/:objectType/batch/read', batches.readBatch),
  route('post', 'objects', '/:objectType/batch/create', batches.createBatch),
  route('post', 'objects', '/:objectType/batch/update', batches.updateBatch),
  route('post', 'objects', '/:objectType/batch/archive', batches.archiveBatch),
  route('post', 'objects', '/:objectType/search', search.searchObjects),
  route('post', 'objects', '/:objectType/batch/upsert', upserts.upsertBatch),
  route('post', 'objects', '/:objectType/merge', merges.mergeObjects),
  route('get', 'objects', '/:objectType/:objectId', objects.getObject),
  route('patch', 'objects', '/:objectType/:objectId', objects.updateObject),
  route('delete', 'objects', '/:objectType/:objectId', objects.archiveObject),

  route('get', 'properties', '/:objectType', properties.listProperties),
  route('post', 'properties', '/:objectType', properties.createProperty),
  route('post', 'properties', '/:objectType/batch/read', propertyBatches.readProperties),
  route('post', 'properties', '/:objectType/batch/create', propertyBatches.createProperties),
  route('post', 'properties', '/:objectType/batch/archive', propertyBatches.archiveProperties),
  route('get', 'properties', '/:objectType/groups', groups.listGroups),
  route('post', 'properties', '/:objectType/groups', groups.createGroup),
  route('get', 'properties', '/:objectType/groups/:groupName', groups.getGroup),
  route('patch', 'properties', '/:objectType/groups/:groupName', groups.updateGroup),
  route('delete', 'properties', '/:objectType/groups/:groupName', groups.archiveGroup),
  route('get', 'properties', '/:objectType/:propertyName', properties.getProperty),
  route('patch', 'properties', '/:objectType/:propertyName', properties.updateProperty),
  route('delete', 'properties', '/:objectType/:propertyName', properties.archiveProperty),

  route('get', 'owners', '/', owners.listOwners),
  route('get', 'owners', '/:ownerId', owners.getOwner),

  route('get', 'links', FAR_TYPE, associations.listAssociations),
  route('put', 'links', `${NEAR}/default/:toObjectType/:toObjectId`, associations.associateDefault, {
    bodyIs: 'none',
  }),
  route('put', 'links', `${FAR_TYPE}/:toObjectId`, associations.putLabels, { bodyIs: 'list' }),
  route('delete', 'links', `${FAR_TYPE}/:toObjectId`, associations.removeAssociation),

  route('post', 'associations', `${PAIR}/batch/read`, associations.readAssociations),
  route('post', 'associations', `${PAIR}/batch/create`, associationBatches.createAssociations),
  route('post', 'associations', `${PAIR}/batch/associate/default`, associationBatches.associateDefaults),
  route('post', 'associations', `${PAIR}/batch/archive`, associationBatches.archiveAssociations),
  route('post', 'associations', `${PAIR}/batch/labels/archive`, associationBatches.archiveLabels),
  route('get', 'associations', `${PAIR}/labels`, labels.listLabels),
  route('post', 'associations', `${PAIR}/labels`, labels.createLabel),
  route('put', 'associations', `${PAIR}/labels`, labels.updateLabel),
  route('delete', 'associations', `${PAIR}/labels/:associationTypeId`, labels.deleteLabel),

  route('get', 'pipelines', '/:objectType', pipelines.listPipelines),
  route('post', 'pipelines', '/:objectType', unlessLifecycle(pipelines.createPipeline)),
  route('get', 'pipelines', PIPELINE, pipelines.getPipeline),
  route('put', 'pipelines', PIPELINE, unlessLifecycle(pipelines.replacePipeline)),
  route('patch', 'pipelines', PIPELINE, unlessLifecycle(pipelines.updatePipeline)),
  route('delete', 'pipelines', PIPELINE, unlessLifecycle(pipelines.deletePipeline)),
  route('get', 'pipelines', `${PIPELINE}/stages`, stages.listStages),
  route('post', 'pipelines', `${PIPELINE}/stages`, unlessLifecycle(stages.createStage)),
  route('get', 'pipelines', `${PIPELINE}/stages/:stageId`, stages.getStage),
  route('put', 'pipelines', `${PIPELINE}/stages/:stageId`, unlessLifecycle(stages.replaceStage)),
  route('patch', 'pipelines', `${PIPELINE}/stages/:stageId`, unlessLifecycle(stages.updateStage)),
  route('delete', 'pipelines', `${PIPELINE}/stages/:stageId`, unlessLifecycle(stages.deleteStage)),

  route('get', 'schemas', '/', schemas.listSchemas),
  route('post', 'schemas', '/', schemas.createSchema),
  route('get', 'schemas', '/:objectType', schemas.getSchema),
  route('patch', 'schemas', '/:objectType', schemas.updateSchema),
  route('delete', 'schemas', '/:objectType', schemas.deleteSchema),
  route('post', 'schemas', SCHEMA_ASSOCIATIONS, schemaAssociations.createSchemaAssociation),
  route(
    'delete',
    'schemas',
    `${SCHEMA_ASSOCIATIONS}/:associationIdentifier`,
    schemaAssociations.deleteSchemaAssociation,
  ),

  route('get', 'lists', '/', lists.getLists),
  route('post', 'lists', '/', lists.createList),
  route('post', 'lists', '/search', listSearches.searchLists),
  route('post', 'lists', '/all', listSearches.listAllLists),
  route('get', 'lists', '/object-type-id/:objectTypeId/name/:listName', lists.getListByName),
  route('get', 'lists', '/records/:objectTypeId/:recordId/memberships', memberships.listsOfRecord),
  route('get', 'lists', '/:listId', lists.getList),
  route('delete', 'lists', '/:listId', lists.deleteList),
  route('put', 'lists', '/:listId/restore', lists.restoreList, { bodyIs: 'none' }),
  route('put', 'lists', '/:listId/update-list-filters', lists.updateFilters),
  route('put', 'lists', '/:listId/update-list-name', lists.renameList, { bodyIs: 'none' }),
  route('get', 'lists', MEMBERS, memberships.listMembers),
  route('get', 'lists', `${MEMBERS}/join-order`, memberships.listMembersByTime),
  route('put', 'lists', `${MEMBERS}/add`, memberships.addMembers, { bodyIs: 'list' }),
  route('put', 'lists', `${MEMBERS}/remove`, memberships.removeMembers, { bodyIs: 'list' }),
  route('put', 'lists', `${MEMBERS}/add-and-remove`, memberships.changeMembers),
  route('put', 'lists', `${MEMBERS}/add-from/:sourceListId`, memberships.addMembersFrom, { bodyIs: 'none' }),
  route('delete', 'lists', MEMBERS, memberships.clearMembers),

  ...INTEGRATION_ROUTES,
];
