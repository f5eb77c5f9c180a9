// The Web Worker of one card.
import { createRemoteRoot, type RemoteChannel } from '@remote-ui/core';
import { createRoot } from '@remote-ui/react';
import { createEndpoint, retain } from '@remote-ui/rpc';
import { createContext, createElement } from 'react';
import { PAGE_CALLS, actionsAt, type CardApi, type ExtensionContext, type PageCalls } from '../protocol.ts';
import { installGlobals, runServerlessFunction, scope } from './globals.ts';

const endpoint = createEndpoint<PageCalls>(scope, { callable: [...PAGE_CALLS] });
const page = endpoint.call;
const Api = createContext<CardApi | null>(null);
const registration = installGlobals(page, Api);

async function start(cardUrl: string, channel: RemoteChannel, context: ExtensionContext) {
  // Functions of the page are released unless retained; the channel is used until the worker ends.
  retain(channel);
  scope.importScripts(cardUrl);
  if (!registration.render) throw new Error('The card never called hubspot.extend().');

  const actions = actionsAt(context).map((name) => [name, (...args: unknown[]) => page.action(name, args)]);
  const api = {
    context,
    actions: Object.fromEntries(actions) as unknown,
    runServerlessFunction: runServerlessFunction.bind(null, page),
  } as unknown as CardApi;
  const root = createRemoteRoot(channel, { strict: false });
  createRoot(root).render(createElement(Api.Provider, { value: api }, registration.render(api)));
  await root.mount();
}

self.addEventListener('unhandledrejection', (event) => {
  const reason: unknown = event.reason;
  void page.log('error', reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
});
endpoint.expose({ start });
