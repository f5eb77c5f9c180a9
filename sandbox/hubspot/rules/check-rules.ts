import type { Call } from '../http/call.ts';
import { type ErrorDetail, invalid } from '../http/refusal.ts';
import { isSpelling } from '../objects/object-type.ts';
import type { CrmRecord } from '../objects/record-store.ts';
import type { Portal, TypeStore, ValidationRule } from '../portal/portal.ts';
import type { Changes } from '../properties/property-definition.ts';
import { findProperty } from '../properties/property-store.ts';

/** A write that was checked already, of a record that exists or (undefined) is being created. */
interface Write {
  readonly store: TypeStore;
  readonly changes: Changes;
  readonly record: CrmRecord | undefined;
}

/**
 * The rules of the account's administrators, on dated paths alone.
 *
 * Source: changelog, "CRM API write validation enforcement", 2026-09.
 *
 * @throws Refusal 400 naming every property that is missing
 */
export function checkRules(portal: Portal, form: Call['form'], write: Write): void {
  if (form !== 'dated') return;
  const broken = portal.rules.filter((rule) => isBroken(portal, rule, write));
  if (broken.length === 0) return;
  const errors = broken.map(detailOf);
  throw invalid('The account requires properties that this write leaves empty.', {
    errors: errors.filter((error, index) => index === errors.findIndex(isSameAs(error))),
  });
}

/** The codes are documented; where the property's name stands was recorded by others. */
function detailOf({ property, when }: ValidationRule): ErrorDetail {
  const context = { propertyName: [property] };
  if (when === undefined)
    return { message: `${property} must have a value.`, code: 'MISSING_REQUIRED_PROPERTY', context };
  const message = `${property} is required because of a conditional property rule based on [${when.property}]`;
  return { message, code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY', context };
}

const isSameAs =
  ({ message }: ErrorDetail) =>
  (other: ErrorDetail) =>
    other.message === message;

function isBroken(portal: Portal, rule: ValidationRule, { store, changes, record }: Write): boolean {
  if (!isSpelling(store.type, rule.objectType)) return false;
  const written = (name: string) => {
    const definition = findProperty(store.properties, name);
    return definition === undefined ? undefined : changes.get(definition);
  };
  const stored = (name: string) => {
    const slot = findProperty(store.properties, name)?.slot;
    return (slot === undefined ? undefined : record?.values[slot]) ?? '';
  };
  const { when, property } = rule;
  if (when === undefined) return record === undefined && (written(property) ?? '') === '';
  const isAnyWriteHeld = portal.switches.ruleHolds === 'any-write' && changes.size > 0;
  const trigger = written(when.property) ?? (isAnyWriteHeld ? stored(when.property) : '');
  if (!when.isOneOf.includes(trigger)) return false;
  const isStoredEnough = portal.switches.ruleLooksAtStored;
  return (written(property) ?? (isStoredEnough ? stored(property) : '')) === '';
}
