/** What the names of our properties begin with. */
const PREFIX = 'ipp_';

/** The property that holds a field. */
export function propertyOf(field: string): string {
  return PREFIX + field;
}

/** The field that a property holds; null for a property that is not ours by name. */
export function fieldOf(property: string): string | null {
  return property.startsWith(PREFIX) ? property.slice(PREFIX.length) : null;
}

/** Values by property name as values by field name. What is not ours is left out. */
export function byField<Value>(byProperty: Readonly<Record<string, Value>>): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [property, value] of Object.entries(byProperty)) {
    const field = fieldOf(property);
    if (field !== null) values[field] = value;
  }
  return values;
}

/** The values of all fields but some. */
export function without<Value>(
  values: Readonly<Record<string, Value>>,
  fields: ReadonlySet<string>,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !fields.has(field)));
}

/** Values by field name as values by property name. */
export function byProperty<Value>(values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [propertyOf(field), value]));
}

/** What an update may write, by property name. @param foreign fields whose property is another's */
export function ownUpdate(
  { id, patch }: { id: string; patch: Readonly<Record<string, string>> },
  foreign: ReadonlySet<string>,
): { id: string; properties: Record<string, string> } {
  return { id, properties: byProperty(without(patch, foreign)) };
}
