import { Button, Flex, LoadingButton, Text } from '@hubspot/ui-extensions';

import * as say from '../../../src/messages/triage-panel.ts';
import { type Acting, changing, isRunning, openIds } from '../state/acting.ts';
import type { ActingSession } from '../state/acting-session.ts';

interface RunBarProps {
  state: Acting;
  session: ActingSession;
}

/** One button for what comes next: to apply, to go on, or to begin anew. It is the same one, so that it keeps the focus. */
export function RunBar({ state, session }: RunBarProps) {
  const { phase, ticked, plans } = state;
  const all = changing(plans).map(({ companyId }) => companyId);
  const open = openIds(state).length;
  const isLeftOpen = phase === 'ended' && open > 0;
  const { label, act }: { label: string; act: () => unknown } =
    phase !== 'ended'
      ? { label: say.applyTo(ticked.length), act: session.apply }
      : isLeftOpen
        ? { label: say.goOnWith(open), act: session.goOn }
        : { label: say.CHANGE_MORE, act: session.beginAnew };
  return (
    <Flex align="center" gap="sm" wrap>
      <LoadingButton
        size="sm"
        variant="primary"
        loading={isRunning(state)}
        resultIconName={isLeftOpen ? 'warning' : 'success'}
        disabled={!isRunning(state) && ticked.length === 0}
        onClick={() => void act()}
      >
        {label}
      </LoadingButton>
      {phase === 'previewed' && (
        <Button size="sm" onClick={() => session.tick(all, ticked.length < all.length)}>
          {ticked.length < all.length ? say.TICK_ALL : say.UNTICK_ALL}
        </Button>
      )}
      {isRunning(state) && (
        <Button size="sm" disabled={phase === 'stopping'} onClick={session.stop}>
          {say.STOP}
        </Button>
      )}
      {isLeftOpen && (
        <Button size="sm" onClick={session.beginAnew}>
          {say.CHANGE_MORE}
        </Button>
      )}
      <Text variant="microcopy">{hintOf(state)}</Text>
    </Flex>
  );
}

function hintOf(state: Acting): string {
  if (isRunning(state)) return say.KEEP_OPEN;
  return state.ticked.length === 0 ? say.TICK_ONE : '';
}
