import { type Answer, type Call, NO_CONTENT, param } from '../http/call.ts';
import { requiredText, requireFields, textIn, wholeNumberIn } from '../http/json.ts';
import { invalid, Refusal } from '../http/refusal.ts';
import { type Portal, typeStoreOf } from '../portal/portal.ts';
import { activeGroup, type PropertyGroup, type PropertyStore } from './property-store.ts';

function groupsOf(portal: Portal, call: Call): PropertyStore {
  return typeStoreOf(portal, param(call, 'objectType')).properties;
}

export function listGroups(portal: Portal, call: Call): Answer {
  const results = [...groupsOf(portal, call).groups.values()].filter(({ archived }) => !archived);
  return { status: 200, body: { results } };
}

export function getGroup(portal: Portal, call: Call): Answer {
  return { status: 200, body: activeGroup(groupsOf(portal, call), param(call, 'groupName')) };
}

export function createGroup(portal: Portal, call: Call): Answer {
  const store = groupsOf(portal, call);
  requireFields(call.body, ['name', 'label']);
  const name = requiredText(call.body, 'name');
  if (!/^[a-z0-9][a-z0-9_-]{0,99}$/.test(name))
    throw invalid(`Invalid name for a property group: ${name.slice(0, 120)}`);
  if (store.groups.get(name)?.archived === false) {
    throw new Refusal(409, {
      message: `A property group named '${name}' exists.`,
      category: 'OBJECT_ALREADY_EXISTS',
    });
  }
  const group = {
    name,
    label: requiredText(call.body, 'label'),
    displayOrder: wholeNumberIn(call.body, 'displayOrder') ?? -1,
    archived: false,
  };
  store.groups.set(name, group);
  return { status: 201, body: group };
}

export function updateGroup(portal: Portal, call: Call): Answer {
  const store = groupsOf(portal, call);
  const before = activeGroup(store, param(call, 'groupName'));
  const group: PropertyGroup = {
    ...before,
    label: textIn(call.body, 'label') ?? before.label,
    displayOrder: wholeNumberIn(call.body, 'displayOrder') ?? before.displayOrder,
  };
  store.groups.set(group.name, group);
  return { status: 200, body: group };
}

export function archiveGroup(portal: Portal, call: Call): Answer {
  const store = groupsOf(portal, call);
  const group = activeGroup(store, param(call, 'groupName'));
  const members = [...store.definitions.values()].filter(
    ({ groupName, archivedAt }) => groupName === group.name && archivedAt === undefined,
  );
  if (members.length > 0) {
    const subCategory = 'PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES';
    const message = 'A group with active properties cannot be deleted.';
    throw new Refusal(400, { message, category: 'VALIDATION_ERROR', subCategory }, true);
  }
  store.groups.set(group.name, { ...group, archived: true });
  return NO_CONTENT;
}
