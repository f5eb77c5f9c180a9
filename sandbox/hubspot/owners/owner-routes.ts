import { type Answer, type Call, isArchivedAsked, limitOf, param } from '../http/call.ts';
import { invalid, notFound } from '../http/refusal.ts';
import type { Owner } from '../portal/actor.ts';
import type { Portal } from '../portal/portal.ts';

const OWNER_LIMIT = 100;
const OWNER_MAXIMUM = 500;

/** Owners do not change in the sandbox, so both times are fixed. */
function describeOwner(owner: Owner): Record<string, unknown> {
  const time = '2026-01-01T00:00:00Z';
  return {
    ...owner,
    type: 'PERSON',
    userIdIncludingInactive: owner.userId,
    createdAt: time,
    updatedAt: time,
    archived: false,
  };
}

export function listOwners(portal: Portal, call: Call): Answer {
  const limit = limitOf(portal, call.query.get('limit'), OWNER_LIMIT, OWNER_MAXIMUM);
  const email = call.query.get('email') ?? '';
  const after = call.query.get('after') ?? '';
  const owners = isArchivedAsked(call) ? [] : portal.owners;
  const matching = owners.filter(
    (owner) => email === '' || owner.email.toLowerCase() === email.toLowerCase(),
  );
  const start = after === '' ? 0 : matching.findIndex(({ id }) => id === after) + 1;
  if (after !== '' && start === 0) throw invalid(`after is not a valid cursor: ${after.slice(0, 50)}`);
  const page = matching.slice(start, start + limit);
  const next = start + limit < matching.length ? { paging: { next: { after: page.at(-1)?.id ?? '' } } } : {};
  return { status: 200, body: { results: page.map(describeOwner), ...next } };
}

export function getOwner(portal: Portal, call: Call): Answer {
  const asked = param(call, 'ownerId');
  const byUser = call.query.get('idProperty') === 'userId';
  const owner = portal.owners.find(({ id, userId }) => (byUser ? String(userId) : id) === asked);
  if (owner === undefined || isArchivedAsked(call)) throw notFound();
  return { status: 200, body: describeOwner(owner) };
}
