import { createLabel, labelAmong, listLabels } from '../../crm/labels.ts';
import type { PropertyDefinition } from '../../crm/property-shapes.ts';
import { CrmError } from '../../crm/client/errors.ts';
import { MARK_PROPERTY, markText } from '../../crm/installation-mark.ts';
import { createList, findList, isAsWanted } from '../../crm/lists.ts';
import { PARTNER_PIPELINE, createPartnerPipeline, listPipelines } from '../../crm/pipelines.ts';
import {
  type ObjectType,
  createGroup,
  createProperties,
  describeProperty,
  listProperties,
  replaceOptions,
} from '../../crm/property-definitions.ts';
import type { Crm } from '../../crm/client/request.ts';
import { ATTEMPTS } from '../context.ts';
import { createSurely } from './create-surely.ts';
import type { Work } from './step.ts';

/** Does what stands in one run of a plan: properties of one kind of record, or one other thing. @throws CrmError */
export async function performWork(crm: Crm, works: readonly Work[]): Promise<void> {
  const [work] = works;
  if (work === undefined) return;
  if (work.call === 'property') {
    const definitions = works.flatMap((each) => (each.call === 'property' ? [each.definition] : []));
    await createMissing(crm, work.objectType, definitions);
  } else await performOne(crm, work);
}

async function performOne(crm: Crm, work: Exclude<Work, { call: 'property' }>): Promise<void> {
  switch (work.call) {
    case 'group':
      return createGroup(crm, work.objectType);
    case 'options':
      return replaceOptions(crm, work.objectType, work.name, work.options);
    case 'mark':
      return describeProperty(crm, 'deals', MARK_PROPERTY, markText(work.mark));
    case 'pipeline':
      return createSurely(
        () => createPartnerPipeline(crm, work.displayOrder),
        async () => (await listPipelines(crm)).some(({ label }) => label === PARTNER_PIPELINE),
      );
    case 'label':
      return createSurely(
        () => createLabel(crm, work.label),
        async () => labelAmong(await listLabels(crm), work.label) !== undefined,
      );
    case 'list':
      return createSurely(
        () => createList(crm, work.list),
        async () => {
          const there = await findList(crm, work.list.name);
          return there !== null && isAsWanted(there, work.list);
        },
      );
  }
}

/** As `createSurely`, for many: what is there after a lost answer is left out of the next try. */
async function createMissing(
  crm: Crm,
  objectType: ObjectType,
  definitions: readonly PropertyDefinition[],
): Promise<void> {
  let missing = definitions;
  for (let attempt = 1; missing.length > 0; attempt++) {
    try {
      await createProperties(crm, objectType, missing);
      return;
    } catch (error) {
      const isUnsure = error instanceof CrmError && error.code === 'unknown-outcome';
      if (!isUnsure || attempt >= ATTEMPTS) throw error;
    }
    const there = new Set((await listProperties(crm, objectType)).map(({ name }) => name));
    missing = missing.filter(({ name }) => !there.has(name));
  }
}
