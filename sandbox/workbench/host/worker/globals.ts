import * as RemoteUI from '@remote-ui/react';
import type { RemoteCallable, MessageEndpoint } from '@remote-ui/rpc';
import * as React from 'react';
import type { HubSpotFetchOptions, ServerlessRunnerParams } from '@hubspot/ui-extensions';
import type { CardApi, LogLevel, PageCalls, ServerlessOptions } from '../protocol.ts';
import { hooksOf } from './hooks.ts';

/** The worker's global object, as used here. The DOM's types describe a window instead. */
interface WorkerScope extends MessageEndpoint, Record<string, unknown> {
  importScripts(url: string): void;
}

export const scope = self as unknown as WorkerScope;

type RenderCard = (api: CardApi) => React.ReactElement;

/** The function that the card registered with `hubspot.extend`. */
export interface Registration {
  render?: RenderCard;
}

// HubSpot gives cards none of these, so a card that uses one must fail here too.
const NOT_IN_A_CARD = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'indexedDB', 'caches'];

/** Recreates the globals that HubSpot injects before it loads a card. */
export function installGlobals(
  page: RemoteCallable<PageCalls>,
  api: React.Context<CardApi | null>,
): Registration {
  const registration: Registration = {};
  const log = (level: LogLevel) => (entry: unknown) => void page.log(level, entry);
  const serverless = (name: string, options: ServerlessOptions = {}) => page.serverless(name, options);
  for (const name of NOT_IN_A_CARD) Object.defineProperty(scope, name, { value: undefined });
  Object.assign(scope, {
    __HUBSPOT_EXTENSION_WORKER__: true,
    React,
    RemoteUI,
    logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
    extend_V2: (render: RenderCard) => {
      registration.render = render;
    },
    serverless,
    hsFetch: (url: string | URL, options?: HubSpotFetchOptions) => fetchThrough(page, String(url), options),
    hsWorkerAPI: hooksOf(page, api),
  });
  return registration;
}

/** Answers a Response, as HubSpot does. */
async function fetchThrough(
  page: RemoteCallable<PageCalls>,
  url: string,
  { headers = {}, ...options }: HubSpotFetchOptions = {},
): Promise<Response> {
  const named = Object.fromEntries(new Headers(headers).entries());
  const { status, contentType, body } = await page.hubSpotFetch(url, { ...options, headers: named });
  return new Response(body === '' ? null : body, { status, headers: { 'content-type': contentType } });
}

/** The deprecated way to call a function: it resolves with a status and never rejects. */
export async function runServerlessFunction(page: RemoteCallable<PageCalls>, params: ServerlessRunnerParams) {
  const { name, ...options } = params;
  try {
    return { status: 'SUCCESS', response: await page.serverless(name, options) };
  } catch (error) {
    return { status: 'ERROR', message: error instanceof Error ? error.message : String(error) };
  }
}
