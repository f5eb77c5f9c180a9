import type { Portal, TypeStore } from '../portal/portal.ts';
import type { SavedType } from '../portal/saved-portal.ts';
import { addCustomType, customType } from './custom-type.ts';

/** The schema of a custom object, as it is saved with its type. */
export function dumpSchema({ type: { custom } }: TypeStore): Pick<SavedType, 'schema'> {
  if (custom === undefined) return {};
  const { labels, secondaryDisplayProperties, requiredProperties, searchableProperties } = custom;
  return {
    schema: {
      ...custom,
      labels: { ...labels },
      secondaryDisplayProperties: [...secondaryDisplayProperties],
      requiredProperties: [...requiredProperties],
      searchableProperties: [...searchableProperties],
    },
  };
}

/** Makes the type that a saved schema describes; its properties and records are loaded as those of any type. */
export function loadSchema(portal: Portal, { id, schema }: SavedType): TypeStore | undefined {
  if (schema === undefined || !/^2-\d{1,15}$/.test(id)) return undefined;
  return addCustomType(portal, customType(portal, id.slice(2), schema), schema.createdAt);
}
