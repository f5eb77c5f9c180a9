import { Button, Panel, PanelBody } from '@hubspot/ui-extensions';
import { useMemo, useState } from 'react';

import type { CountedFact } from '../../../src/contract/facts.ts';

import type { Session } from '../state/session.ts';
import { FactList } from './FactList.tsx';
import type { FactKey } from './facts-of-questions.ts';
import { FACT_WORDS } from './gathered-fact.ts';
import { People } from './People.tsx';

const TITLES: Readonly<Record<FactKey, string>> = {
  'shared-customers': 'Customers who use both products',
  'companies-asking': 'Deals that ask for the partner',
  contacts: 'People',
};

/** Opens the list behind a figure, or the people with their roles. Opening a list counts to its end. */
export function FactPanel({ fact, session }: { fact: FactKey; session: Session }) {
  // the contents are drawn from the first click on
  const [isUsed, setUsed] = useState(false);
  const overlay = useMemo(
    () => (
      <Panel id={`fact-${fact}`} title={TITLES[fact]} variant="modal" width="md">
        <PanelBody>
          {isUsed &&
            (fact === 'contacts' ? <People session={session} /> : <FactList fact={fact} session={session} />)}
        </PanelBody>
      </Panel>
    ),
    [fact, session, isUsed],
  );
  const open = () => {
    setUsed(true);
    if (fact !== 'contacts' && !isWhole(fact, session)) void session.countFact(fact);
  };
  return (
    <Button size="xs" variant="transparent" overlay={overlay} onClick={open}>
      {FACT_WORDS[fact].list}
    </Button>
  );
}

function isWhole(fact: CountedFact, session: Session): boolean {
  const state = session.read();
  return state.phase === 'ready' && state.facts.whole[fact]?.state === 'counted';
}
