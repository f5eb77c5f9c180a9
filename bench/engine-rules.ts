import type { RuleProperties, TopLevelCondition } from 'json-rules-engine';

import type { Lane } from '../src/icp/lanes.ts';
import type { CheckDefinition, Profile } from '../src/icp/profile.ts';
import { DEFAULT_SETTINGS } from '../src/icp/settings.ts';
import { FEW_SHARED_CUSTOMERS } from '../src/icp/suspicion-rules.ts';
import { stateOf } from './engine-facts.ts';

/** The three lanes of a total, by the floors and the lane caps of flagged checks. */
export function laneRules(
  total: string,
  { floors }: Profile,
  checks: readonly CheckDefinition[],
): RuleProperties[] {
  const capAt = (lane: Lane) =>
    checks.filter(({ caps }) => caps.lane === lane).map(({ key }) => stateOf(key));
  const flagged = (state: string) => ({ fact: state, operator: 'equal', value: 'flagged' });
  const notFlagged = (state: string) => ({ fact: state, operator: 'notEqual', value: 'flagged' });
  const atLeast = (value: number) => ({ fact: total, operator: 'greaterThanInclusive', value });
  const below = (value: number) => ({ fact: total, operator: 'lessThan', value });
  const toFast = capAt('fast');
  const toPass = capAt('pass');
  const belowDeep = [below(floors.deep), ...toFast.map(flagged)];
  return [
    rule(total, { lane: 'deep' }, { all: [atLeast(floors.deep), ...[...toFast, ...toPass].map(notFlagged)] }),
    rule(
      total,
      { lane: 'fast' },
      { all: [atLeast(floors.fast), ...toPass.map(notFlagged), { any: belowDeep }] },
    ),
    rule(total, { lane: 'pass' }, { any: [below(floors.fast), ...toPass.map(flagged)] }),
  ];
}

const is = (fact: string, value: unknown) => ({ fact, operator: 'equal', value });
const isNot = (fact: string, value: unknown) => ({ fact, operator: 'notEqual', value });
const atMost = (fact: string, value: number) => ({ fact, operator: 'lessThanInclusive', value });
const atLeast = (fact: string, value: number) => ({ fact, operator: 'greaterThanInclusive', value });

const SUSPECTED_WHEN: Readonly<Record<string, TopLevelCondition>> = {
  'vanity-logo': { all: [atMost('customer_overlap', 2), atLeast('distribution_reach', 4)] },
  'competitor-in-disguise': {
    any: [
      is('product_complementarity', 1),
      { all: [atLeast('customer_overlap', 4), atMost('product_complementarity', 2)] },
    ],
  },
  'single-prospect-request': {
    all: [
      atLeast('customer_overlap', 3),
      is('companiesAsking', 1),
      { any: [is('sharedCustomers', null), atMost('sharedCustomers', FEW_SHARED_CUSTOMERS - 1)] },
    ],
  },
  'dead-api': {
    all: [
      { any: [atLeast('artifactCount', 1), isNot('inspectedDaysAgo', null)] },
      {
        any: [
          { fact: 'artifacts', operator: 'doesNotContain', value: 'api-docs' },
          { fact: 'artifacts', operator: 'doesNotContain', value: 'sandbox' },
          { fact: 'artifacts', operator: 'doesNotContain', value: 'changelog' },
          {
            fact: 'inspectedDaysAgo',
            operator: 'greaterThan',
            value: DEFAULT_SETTINGS.evidenceDays.inspection,
          },
        ],
      },
    ],
  },
  'enthusiastic-contact': { any: [atMost('people', 2), { all: [is('contacts', 1), is('sponsors', 0)] }] },
};

/** One rule per open check of the profile. */
export function suspicionRules({ checks }: Profile): RuleProperties[] {
  return checks.flatMap(({ key }) => {
    const suspected = SUSPECTED_WHEN[key];
    return suspected
      ? [rule('suspicion', { check: key }, { all: [is(stateOf(key), 'open'), suspected] })]
      : [];
  });
}

function rule(type: string, params: Record<string, string>, conditions: TopLevelCondition): RuleProperties {
  return { event: { type, params }, conditions };
}
