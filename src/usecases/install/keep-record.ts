import {
  type InstallationRecord,
  isSameRecord,
  recordOptions,
  RECORD_PROPERTY,
  TO_BE_MADE,
} from '../../crm/installation-record.ts';
import { labelAmong, listLabels, PARTNER_LABELS } from '../../crm/labels.ts';
import { stagesByKey } from '../../crm/pipelines.ts';
import { changeProperty } from '../../crm/property-definitions.ts';
import type { Context } from '../context.ts';
import type { MadeThings } from './write-run.ts';
import type { InstallPlan } from './plan-installation.ts';

/**
 * Adds the ids of what was made to the record, and writes it where that changes it, or where properties were made since it
 * was dated.
 *
 * @returns the record as it stands in the portal
 * @throws CrmError; the next installation knows what was made by name
 */
export async function keepRecord(
  { crm, now }: Pick<Context, 'crm' | 'now'>,
  { record, standing, steps }: Pick<InstallPlan, 'record' | 'standing' | 'steps'>,
  made: MadeThings,
): Promise<InstallationRecord> {
  const { pipeline } = made;
  const whole: InstallationRecord = {
    ...record,
    ...(pipeline !== null && { pipeline: pipeline.id, madePipeline: pipeline.id }),
    stages: { ...(pipeline === null ? record.stages : stagesByKey(pipeline)), ...made.stages },
    lists: { ...record.lists, ...made.lists },
    home: made.home ?? record.home,
    labels: {
      ...record.labels,
      ...Object.fromEntries(made.labels.map((name) => [name, TO_BE_MADE])),
      ...(await idsOfLabels(crm, made.labels)),
    },
    // what we made stands there now: a later one of the same name is another's
    writtenAt: now().toISOString(),
  };
  const isAnyNew = steps.some(({ work, kind }) => kind === 'property' && work?.call === 'property');
  if (isSameRecord(standing, whole) && !isAnyNew) return standing;
  await changeProperty(crm, 'companies', RECORD_PROPERTY, { options: recordOptions(whole) });
  return whole;
}

async function idsOfLabels(crm: Context['crm'], names: readonly string[]): Promise<Record<string, string>> {
  if (names.length === 0) return {};
  const there = await listLabels(crm);
  const wanted = PARTNER_LABELS.filter(({ name }) => names.includes(name));
  const found = wanted.map((label) => [label.name, labelAmong(there, label)?.id] as const);
  return Object.fromEntries(found.flatMap(([name, id]) => (id === undefined ? [] : [[name, String(id)]])));
}
