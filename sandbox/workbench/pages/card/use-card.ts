import { createRemoteReceiver, type RemoteReceiver } from '@remote-ui/react/host';
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ExtensionContext, PropertyValues, WorkerCalls } from '../../host/protocol.ts';
import type { CardSurroundings } from './card-actions.ts';
import { createCardServices } from './card-services.ts';
import { createPropertyWatches } from './property-watches.ts';

export type CardState = { state: 'loading' } | { state: 'running' } | { state: 'failed'; message: string };

/** Runs one extension in a worker of its own, from mount to unmount. */
export function useCard(
  cardUrl: string,
  context: ExtensionContext,
  surroundings: CardSurroundings,
  values: PropertyValues,
): { receiver: RemoteReceiver; card: CardState } {
  const receiver = useMemo(() => createRemoteReceiver(), []);
  const watches = useMemo(() => createPropertyWatches(), []);
  const here = useRef(surroundings);
  here.current = surroundings;
  const [card, setCard] = useState<CardState>({ state: 'loading' });

  useEffect(() => {
    const worker = new Worker('/assets/worker.js');
    const fail = (message: string) => setCard({ state: 'failed', message });
    worker.onerror = (event) => fail(event.message);
    const endpoint = createEndpoint<WorkerCalls>(fromWebWorker(worker), { callable: ['start'] });
    endpoint.expose({ ...createCardServices(() => here.current, watches) });
    endpoint.call.start(cardUrl, receiver.receive, context).then(
      () => setCard({ state: 'running' }),
      (error: unknown) => fail(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      endpoint.terminate();
      worker.terminate();
    };
  }, [cardUrl, context, receiver, watches]);

  useEffect(() => watches.notify(values), [values, watches]);
  return { receiver, card };
}
