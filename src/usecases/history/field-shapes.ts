import { companyProperties } from '../../crm/properties.ts';
import { fieldOf } from '../../crm/property-names.ts';
import type { PropertyDefinition } from '../../crm/property-shapes.ts';
import type { Profile } from '../../icp/profile.ts';

/** How each field of the app is called and kept, by field name, in the order of the properties. */
export type FieldShapes = ReadonlyMap<
  string,
  Pick<PropertyDefinition, 'label' | 'type' | 'fieldType' | 'options'>
>;

const SHAPES = new WeakMap<readonly Profile[], FieldShapes>();

export function fieldShapes(profiles: readonly Profile[]): FieldShapes {
  const known = SHAPES.get(profiles);
  if (known !== undefined) return known;
  const shapes = new Map(
    companyProperties(profiles).map((property) => [fieldOf(property.name) ?? '', property]),
  );
  SHAPES.set(profiles, shapes);
  return shapes;
}

/** Whether two stored texts of a field say the same: 4 and 4.0, or a list in another order. */
export function sameText(shapes: FieldShapes, field: string, one: string, other: string): boolean {
  if (one === other) return true;
  if (one === '' || other === '') return false;
  const { type, fieldType } = shapes.get(field) ?? {};
  if (type === 'number') return Number(one) === Number(other);
  return fieldType === 'checkbox' && sorted(one) === sorted(other);
}

function sorted(list: string): string {
  return list.split(';').sort().join(';');
}
