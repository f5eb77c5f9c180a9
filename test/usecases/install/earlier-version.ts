import { OBJECT_TYPES, type ObjectType } from '../../../src/crm/property-definitions.ts';
import { PARTNER_LISTS } from '../../../src/crm/partner-lists.ts';
import type { Option } from '../../../src/crm/property-shapes.ts';
import shipped from '../../crm/shipped-texts.json' with { type: 'json' };
import type { Portal } from '../../portal.ts';
import { LISTS, listsOf } from './installed-state.ts';

const LABELS = new Map<string, string>(Object.entries(shipped.labels));
const OPTIONS = new Map<string, Readonly<Record<string, string>>>(Object.entries(shipped.options));

interface Definition {
  name: string;
  label: string;
  description: string;
  options: (Option & { hidden: boolean; description: string; displayOrder: number })[];
}

function pathOf(objectType: ObjectType): string {
  return `/crm/properties/2026-09/${objectType}`;
}

/** A definition as the portal keeps it. */
export async function definitionOf(
  portal: Portal,
  objectType: ObjectType,
  name: string,
): Promise<Definition> {
  const path = `${pathOf(objectType)}/${name}`;
  return (await portal.outside.send({ method: 'GET', path })) as Definition;
}

/** Changes a definition as an admin does on the page of property settings. */
export async function redefine(
  portal: Portal,
  objectType: ObjectType,
  name: string,
  body: object,
): Promise<void> {
  await portal.outside.send({ method: 'PATCH', path: `${pathOf(objectType)}/${name}`, body });
}

/** Names a list as an admin does. */
export async function renameList(portal: Portal, name: string, listName: string): Promise<void> {
  const list = (await listsOf(portal)).find((each) => each.name === name);
  const path = `${LISTS}/${list?.listId ?? 'none'}/update-list-name`;
  await portal.outside.send({ method: 'PUT', path, query: { listName } });
}

/** Turns a portal into one that the version before this one has installed, which had other labels and fewer properties. */
export async function asEarlierVersion(portal: Portal): Promise<void> {
  for (const objectType of OBJECT_TYPES) {
    const path = pathOf(objectType);
    const { results } = (await portal.outside.send({ method: 'GET', path })) as { results: Definition[] };
    for (const { name, options } of results.filter((each) => each.name.startsWith('ipp_'))) {
      const label = LABELS.get(name);
      const before = OPTIONS.get(name) ?? {};
      if (label === undefined) continue;
      const old = options.map((option) => ({ ...option, label: before[option.value] ?? option.label }));
      const description = objectType === 'deals' ? (shipped.descriptions.at(-1) ?? '') : earlierOf(name);
      await redefine(portal, objectType, name, {
        ...{ label, ...(description !== null && { description }) },
        ...(options.length > 0 && { options: old }),
      });
    }
  }
  for (const { name, earlier } of PARTNER_LISTS)
    for (const before of earlier) await renameList(portal, name, before);
}

function earlierOf(name: string): string | null {
  if (name.startsWith('ipp_override_'))
    return shipped.descriptions.find((text) => text.startsWith('Part of an override')) ?? null;
  return name === 'ipp_lane'
    ? (shipped.descriptions.find((text) => text.includes('puts it right again')) ?? null)
    : null;
}
