import { readLinks } from '../../crm/association-links.ts';
import { firstWithAny } from '../../crm/first-records.ts';
import type { Crm } from '../../crm/client/request.ts';
import { labelKey } from '../../crm/labels.ts';
import type { ExistingProperty, ObjectType } from '../../crm/property-definitions.ts';
import { MAX_GROUPS } from '../../crm/search-companies.ts';
import { isTooShort, nameWords, namesIn } from '../../icp/partner-name.ts';
import type { Partner } from './gathered.ts';

/**
 * The partners that properties name: by their options, and of texts by the values of the first 200 records that have one.
 * One call where there are texts; of more than five, the first five are looked at.
 *
 * @returns names of partners by the name of the property
 * @throws CrmError
 */
export async function partnersNamed<One extends Partner>(
  crm: Crm,
  objectType: ObjectType,
  properties: readonly ExistingProperty[],
  partners: readonly One[],
): Promise<Map<string, One[]>> {
  const wanted = partners.filter(({ name }) => !isTooShort(name));
  const texts = properties.filter(isText).slice(0, MAX_GROUPS);
  const names = texts.map(({ name }) => name);
  const records = wanted.length === 0 ? [] : await firstWithAny(crm, objectType, names, names);
  return new Map(
    properties.map((property) => {
      if (!isText(property)) {
        const options = new Set(property.options.flatMap(({ value, label }) => [keyOf(value), keyOf(label)]));
        return [property.name, wanted.filter(({ name }) => options.has(keyOf(name)))];
      }
      const values = new Set(records.flatMap(({ properties: all }) => all[property.name] ?? []));
      const named = namesIn(
        values,
        wanted.map(({ name }) => name),
      );
      return [property.name, wanted.filter(({ name }) => named.has(name))];
    }),
  );
}

export function isText({ type }: Pick<ExistingProperty, 'type'>): boolean {
  return type === 'string';
}

/** Two names with one key are the same, as `isSameName` has it: a portal may have thousands of options. */
function keyOf(name: string): string {
  return nameWords(name).join(' ');
}

/** The partners that have companies under labels, by `labelKey`. One call. @throws CrmError */
export async function partnersLabelled<One extends Partner>(
  crm: Crm,
  partners: readonly One[],
): Promise<Map<string, One[]>> {
  const byLabel = new Map<string, One[]>();
  if (partners.length === 0) return byLabel;
  const { results } = await readLinks(
    crm,
    'companies/companies',
    partners.map(({ id }) => ({ id })),
  );
  const labelsOf = new Map(
    results.map(({ from, to }) => {
      const types = to.flatMap(({ associationTypes }) => associationTypes);
      return [
        from.id,
        new Set(types.flatMap(({ label }) => (typeof label === 'string' ? labelKey(label) : []))),
      ];
    }),
  );
  for (const partner of partners)
    for (const label of labelsOf.get(partner.id) ?? [])
      byLabel.set(label, [...(byLabel.get(label) ?? []), partner]);
  return byLabel;
}
