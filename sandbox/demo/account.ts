import { propertyOf } from '../../src/crm/property-names.ts';
import type { WorkbenchOwner } from '../workbench/host/settings.ts';

/** The partner pipeline, as HubSpot's API takes it. */
const STAGES = [
  ['sourced', 'Sourced', '0.1'],
  ['scored', 'Scored', '0.2'],
  ['checks', 'Checks', '0.4'],
  ['scoped', 'Scoped', '0.6'],
  ['launching', 'Launching', '0.8'],
  ['launched', 'Launched', '1.0'],
  ['declined', 'Declined', '0.0'],
] as const;

export const PARTNERSHIPS = {
  pipelineId: 'partnerships',
  label: 'Partnerships',
  displayOrder: 1,
  stages: STAGES.map(([stageId, label, probability], displayOrder) => ({
    stageId,
    label,
    displayOrder,
    metadata: { probability },
  })),
};

/** The stages of a deal on its way to `stage`, without the first. */
export function wayTo(stage: string): readonly string[] {
  if (stage === 'declined') return ['scored', 'declined'];
  const ids = STAGES.map(([id]) => id as string);
  return ids.slice(1, ids.indexOf(stage) + 1);
}

/** The people of the demo portal. The first one is signed in at the start. */
export const PEOPLE = [
  { id: '101', userId: 1101, email: 'jane.okafor@example.com', firstName: 'Jane', lastName: 'Okafor' },
  { id: '102', userId: 1102, email: 'mateo.ruiz@example.com', firstName: 'Mateo', lastName: 'Ruiz' },
  { id: '103', userId: 1103, email: 'priya.nair@example.com', firstName: 'Priya', lastName: 'Nair' },
  { id: '104', userId: 1104, email: 'lena.brandt@example.com', firstName: 'Lena', lastName: 'Brandt' },
  { id: '105', userId: 1105, email: 'tomasz.wolny@example.com', firstName: 'Tomasz', lastName: 'Wolny' },
] as const;

const OVERRIDE = ['override_lane', 'override_reason', 'override_by', 'override_until'].map(propertyOf);

/** The people with their field permissions: Lena Brandt may read the override, not edit it. */
export const SIGNED_IN: readonly WorkbenchOwner[] = PEOPLE.map((person) =>
  person.id === '104' ? { ...person, readOnlyProperties: OVERRIDE } : person,
);

export type PersonId = (typeof PEOPLE)[number]['id'];
