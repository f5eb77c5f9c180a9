import { type Answer, type Call, NO_CONTENT, param } from '../http/call.ts';
import { requiredText, requireFields, textIn, wholeNumberIn } from '../http/json.ts';
import { invalid, notFound, Refusal } from '../http/refusal.ts';
import { type Portal, typePairOf } from '../portal/portal.ts';
import { dissociate } from './associate.ts';
import { idsBy, inverseOf, isLabelInUse, typesBetween } from './association-store.ts';
import { type AssociationType, bothWays } from './association-types.ts';
import { describeType } from './describe-association.ts';

/** Of two object types; a paired label counts once (recorded). */
export const MAX_LABELS = 50;

function typesOf(portal: Portal, call: Call): readonly AssociationType[] {
  const [from, to] = typePairOf(portal, call.params);
  return typesBetween(portal.associations, from.type.id, to.type.id);
}

export function listLabels(portal: Portal, call: Call): Answer {
  return { status: 200, body: { results: typesOf(portal, call).map(describeType) } };
}

/** A label has an id per direction; with `inverseLabel` also a name per direction. */
export function createLabel(portal: Portal, call: Call): Answer {
  const [from, to] = typePairOf(portal, call.params);
  requireFields(call.body, ['name', 'label']);
  const [name, label] = [requiredText(call.body, 'name'), labelIn(requiredText(call.body, 'label'))];
  const own = typesOf(portal, call).filter(
    ({ category, label }) => category === 'USER_DEFINED' && label !== null,
  );
  if (!/^[A-Za-z]\w{0,99}$/.test(name))
    throw invalid(`Invalid name for an association label: ${name.slice(0, 120)}`);
  // between records of one type both directions of a pair stand in the same list
  const count = from === to ? own.filter(({ id, inverseId }) => id <= inverseId).length : own.length;
  if (count >= MAX_LABELS) throw tooManyLabels();
  if (own.some((type) => type.name === name || type.label === label)) {
    const message = `An association label '${name.slice(0, 100)}' exists.`;
    throw new Refusal(409, { message, category: 'CONFLICT' });
  }
  const inverse = textIn(call.body, 'inverseLabel');
  const isMirrored = inverse === undefined && from === to;
  const id = portal.nextIds.label++;
  const inverseId = isMirrored ? id : portal.nextIds.label++;
  const pair = [from.type.id, to.type.id, id, inverseId, name, name] as const;
  const made = bothWays(pair, label, labelIn(inverse ?? label), 'USER_DEFINED').slice(0, isMirrored ? 1 : 2);
  portal.associations.types.push(...made);
  return { status: 200, body: { results: made.map(describeType) } };
}

/** The status is recorded. */
function tooManyLabels(): Refusal {
  const message = `Two object types have at most ${MAX_LABELS} association types.`;
  return new Refusal(437, { message, category: 'VALIDATION_ERROR' });
}

function labelIn(text: string): string {
  if (text.trim() === '' || text.length > 50) throw invalid('A label has 1 to 50 characters.');
  return text;
}

/** A label that the account defined. @throws Refusal 404 */
function ownType(portal: Portal, call: Call, id: number | undefined): AssociationType {
  const type = typesOf(portal, call).find(
    ({ category, label, ...candidate }) =>
      category === 'USER_DEFINED' && label !== null && candidate.id === id,
  );
  if (type === undefined) throw notFound('There is no such label between these object types.');
  return type;
}

/** Without `inverseLabel` both sides get the label (recorded). Associations hold the type objects, so it is replaced in all. */
export function updateLabel(portal: Portal, call: Call): Answer {
  requireFields(call.body, ['associationTypeId', 'label']);
  const type = ownType(portal, call, wholeNumberIn(call.body, 'associationTypeId'));
  const inverse = inverseOf(portal.associations, type);
  const label = labelIn(requiredText(call.body, 'label'));
  const inverseLabel = labelIn(textIn(call.body, 'inverseLabel') ?? label);
  replaceType(portal, inverse, { ...inverse, label: inverseLabel });
  replaceType(portal, type, { ...type, label });
  return NO_CONTENT;
}

function replaceType(portal: Portal, before: AssociationType, after: AssociationType): void {
  const { types, links } = portal.associations;
  const swap = (list: AssociationType[]) => {
    const index = list.indexOf(before);
    if (index >= 0) list[index] = after;
  };
  swap(types);
  for (const byType of links.values()) for (const list of byType.get(before.to)?.values() ?? []) swap(list);
}

export function deleteLabel(portal: Portal, call: Call): Answer {
  const { associations } = portal;
  const id = param(call, 'associationTypeId');
  if (!/^\d{1,9}$/.test(id)) throw invalid('associationTypeId must be a whole number');
  const type = ownType(portal, call, Number(id));
  if (isLabelInUse(associations, type)) {
    if (portal.switches.labelInUseDelete === 'refused') throw invalid('Associations carry this label.');
    takeOff(portal, call, type);
  }
  const inverse = inverseOf(associations, type);
  for (const gone of new Set([type, inverse])) associations.types.splice(associations.types.indexOf(gone), 1);
  return NO_CONTENT;
}

function takeOff(portal: Portal, call: Call, type: AssociationType): void {
  const [from, to] = typePairOf(portal, call.params);
  for (const record of from.records.all) {
    for (const id of idsBy(portal.associations, record.id, type)) {
      const far = to.records.byId.get(String(id));
      if (far !== undefined) dissociate(portal, { store: from, record }, { store: to, record: far }, type);
    }
  }
}
