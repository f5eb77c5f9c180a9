import type { FactSourceChoices, FactSourceTest } from '../../../src/contract/facts.ts';
import type { PolicyState } from '../../../src/contract/policy.ts';
import type { FactSources, Settings } from '../../../src/icp/settings.ts';

import type { Failure } from '../../door/ask.ts';
import type { Editor } from './editor.ts';

/** What the page knows of the sources of facts: what the portal has, and what the last test gave. */
export interface KnownSources {
  choices: Reading<FactSourceChoices>;
  /** With the sources that were tested: edits made since are not in it. */
  test: Reading<FactSourceTest & { of: FactSources }>;
}

type Reading<Answer> =
  | { state: 'unread' }
  | { state: 'reading' }
  | { state: 'read'; answer: Answer }
  | { state: 'failed'; failure: Failure };

export const NO_SOURCES: KnownSources = { choices: { state: 'unread' }, test: { state: 'unread' } };

/** Whether nobody has chosen yet: no settings were ever published, and neither the draft nor the form names a source. */
export function isUnchosen({
  policy: { log },
  settings: { body, stored },
}: {
  policy: Pick<PolicyState, 'log'>;
  settings: Editor<Settings>;
}): boolean {
  const isPublished = log.some(({ act }) => act.kind === 'settings');
  return !isPublished && isByHand(body.factSources) && (stored === null || isByHand(stored.factSources));
}

export function isByHand({ sharedCustomers, companiesAsking }: FactSources): boolean {
  return sharedCustomers === null && companiesAsking === null;
}
