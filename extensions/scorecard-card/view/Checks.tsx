import { Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { factsOfCheck } from '../../../src/icp/anti-patterns.ts';
import type { CheckDefinition } from '../../../src/icp/profile.ts';

import type { CardView, TabProps } from './card-view.ts';
import { CheckRow } from './CheckRow.tsx';
import { Facts } from './Facts.tsx';
import { Column } from '../../common/layout.tsx';

/** The checks of the profile, those that something points to first. */
export function Checks({ view, session }: TabProps) {
  const { profile, verdict } = view;
  const { words } = view.record.texts;
  // as the tab opens, so that no row moves while a person works on it
  const [first] = useState(() => view.suspicions.map(({ check }) => check));
  const unread = profile.facts.filter(
    (fact) => !profile.checks.some(({ key }) => factsOfCheck(key).includes(fact)),
  );
  if (profile.checks.length === 0 && unread.length === 0) return <Text>{words.noChecks}</Text>;
  return (
    <Column gap="sm">
      <Text variant="microcopy">
        {verdict?.clearance === 'not-required' ? words.checksNotNeeded : words.checksExplained}
      </Text>
      {inOrder(profile.checks, first).map((check) => (
        <CheckRow key={check.key} check={check} view={view} session={session} />
      ))}
      {unread.length > 0 && <Facts names={unread} view={view} session={session} />}
    </Column>
  );
}

function inOrder(checks: CardView['profile']['checks'], first: readonly string[]): CheckDefinition[] {
  const isFirst = ({ key }: CheckDefinition) => first.includes(key);
  return [...checks.filter(isFirst), ...checks.filter((check) => !isFirst(check))];
}
