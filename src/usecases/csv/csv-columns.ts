import { propertyOf } from '../../crm/properties.ts';
import type { Field } from '../../icp/fields.ts';
import type { Context } from '../context.ts';
import { knownFields, propertyNames } from '../scorecard/ready-types.ts';

/** A column of the file, named as the field or property that it shows. */
export interface CsvColumn {
  name: string;
  /** The company property that the cells hold; null for the id of the record. */
  property: string | null;
  /** What people fill in; null where the import only reads. */
  field: Field | null;
}

/** The columns by which a row finds its company: the id, else the domain. */
export const ID_COLUMN = 'record_id';
export const DOMAIN_COLUMN = 'domain';

/**
 * The columns of the file: the company, its type and profile version, every field of every known profile, then what only
 * follows or is set elsewhere.
 */
export function csvColumns(context: Pick<Context, 'profiles'>): CsvColumn[] {
  const fields = new Map(knownFields(context).map((field) => [propertyOf(field.name), field]));
  const ours = propertyNames(context).map((property) => ({
    name: property.slice(propertyOf('').length),
    property,
    field: fields.get(property) ?? null,
  }));
  const first = ['partner_type', 'profile_version'];
  return [
    { name: ID_COLUMN, property: null, field: null },
    { name: DOMAIN_COLUMN, property: 'domain', field: null },
    { name: 'name', property: 'name', field: null },
    ...first.flatMap((wanted) => ours.filter(({ name }) => name === wanted)),
    ...ours.filter(({ name }) => !first.includes(name)),
  ];
}
