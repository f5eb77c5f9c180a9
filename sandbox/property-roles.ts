import { DECISION_FIELD_NAMES } from '../src/crm/decision-fields.ts';
import { companyProperties } from '../src/crm/properties.ts';
import { propertyOf } from '../src/crm/property-names.ts';
import { VERDICT_FIELDS } from '../src/crm/verdict-fields.ts';
import { type FieldKind, fieldsOfAll } from '../src/icp/fields.ts';
import type { Profile } from '../src/icp/profile.ts';
import type { PropertyRole, PropertyRoles } from './workbench/host/settings.ts';

/** Facts are filled in beside the scorecard. No rule reads them alone, so they never move a lane. */
const FACTS: readonly FieldKind[] = ['types', 'artifacts', 'count', 'date'];

/** The role of every company property of the app, from its own table of properties. */
export function propertyRoles(profiles: readonly Profile[]): PropertyRoles {
  const filledIn = fieldsOfAll(profiles).map(
    ({ name, kind }) => [propertyOf(name), FACTS.includes(kind) ? 'fact' : 'input'] as const,
  );
  const verdict = VERDICT_FIELDS.map(({ name }) => [propertyOf(name), 'verdict'] as const);
  const decision = DECISION_FIELD_NAMES.map((name) => [propertyOf(name), 'decision'] as const);
  const known = new Map<string, PropertyRole>([...filledIn, ...verdict, ...decision]);
  const roleOf = (name: string) =>
    known.get(name) ?? (name.startsWith(propertyOf('override_')) ? 'input' : 'trail');
  return Object.fromEntries(companyProperties(profiles).map(({ name }) => [name, roleOf(name)]));
}
