import { labelKey, listLabels } from '../../crm/labels.ts';
import { canName } from '../../crm/named-records.ts';
import { type ObjectType, readProperties } from '../../crm/property-definitions.ts';
import type { FactSources } from '../../icp/settings.ts';
import { stagesAbsent } from '../../messages/doctor.ts';
import { labelAbsent, propertyAbsent, propertyUnfit } from '../../messages/facts.ts';
import type { Context } from '../context.ts';
import { type Finding, fault } from './finding.ts';

/**
 * Looks whether the sources of facts that the settings in force name are there. Lists are not looked for: each partner may
 * have one or none, and its card says so.
 *
 * @throws CrmError
 */
export async function checkSources({ crm, settings }: Pick<Context, 'crm' | 'settings'>): Promise<Finding[]> {
  const { sharedCustomers, companiesAsking } = settings.factSources;
  const findings = await Promise.all([
    sharedCustomers?.by === 'property' ? checkProperty(crm, 'companies', sharedCustomers.property) : [],
    sharedCustomers?.by === 'label' ? checkLabel(crm, sharedCustomers.label) : [],
    checkStages(crm, sharedCustomers),
    companiesAsking === null ? [] : checkProperty(crm, 'deals', companiesAsking.property),
  ]);
  return findings.flat();
}

type Crm = Context['crm'];

async function checkProperty(crm: Crm, objectType: ObjectType, name: string): Promise<Finding[]> {
  const [property] = await readProperties(crm, objectType, [name]);
  if (property === undefined) return [fault('source-missing', propertyAbsent(name, objectType))];
  return canName(property) ? [] : [fault('source-wrong-type', propertyUnfit(property.label, objectType))];
}

async function checkLabel(crm: Crm, wanted: string): Promise<Finding[]> {
  const labels = await listLabels(crm, 'companies/companies');
  const isThere = labels.some(({ label }) => labelKey(label) === labelKey(wanted));
  return isThere ? [] : [fault('source-missing', labelAbsent(wanted))];
}

async function checkStages(crm: Crm, source: FactSources['sharedCustomers']): Promise<Finding[]> {
  if (source === null || source.by === 'lists' || source.lifecycleStages.length === 0) return [];
  const [property] = await readProperties(crm, 'companies', ['lifecyclestage']);
  const there = new Set((property?.options ?? []).map(({ value }) => value));
  const absent = source.lifecycleStages.filter((stage) => !there.has(stage));
  return absent.length === 0 ? [] : [fault('source-stage-missing', stagesAbsent(absent.join(', ')), absent)];
}
