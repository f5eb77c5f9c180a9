import type { Rule } from '../workbench/pages/automation/automation.ts';

/** On, with re-enrolment: a partner that is deep again is checked again. */
const ALWAYS = { isOn: true, reEnrol: true } as const;
const LANE = { objectType: 'companies', property: 'ipp_lane' } as const;
const DECIDED_AT = { objectType: 'companies', property: 'ipp_decided_at' } as const;
const CLEARANCE = { objectType: 'companies', property: 'ipp_clearance' } as const;

/** Work with a partner starts on a decision, never on lane or clearance alone. Each decision has a new time. */
export const SHIPPED_RULES: readonly Rule[] = [
  {
    ...ALWAYS,
    id: 'lane-becomes-deep',
    name: 'Became Deep',
    when: { ...LANE, becomes: 'deep' },
    then: { createTask: { subject: 'Run the open checks' } },
  },
  {
    ...ALWAYS,
    id: 'clearance-becomes-cleared',
    name: 'Cleared',
    when: { ...CLEARANCE, becomes: 'cleared' },
    only: { property: 'ipp_decision', is: '' },
    then: { createTask: { subject: 'Ask for a decision' } },
  },
  {
    ...ALWAYS,
    id: 'decided-to-go-deep',
    name: 'Decided to go deep',
    when: { ...DECIDED_AT, changes: true },
    only: { property: 'ipp_decision', is: 'go-deep' },
    then: { createTask: { subject: 'Plan the start' } },
  },
  {
    ...ALWAYS,
    id: 'lane-leaves-deep',
    name: 'No longer Deep',
    when: { ...LANE, leaves: 'deep' },
    then: { createTask: { subject: 'Tell the owner' } },
  },
];
