import type {
  CrmContext,
  ExtensionPointApi,
  ExtensionPointApiContext,
  FetchCrmSearchRequest,
  UseCrmSearchOptions,
} from '@hubspot/ui-extensions';

import type { FetchAnswer } from './hubspot-fetch.ts';

/**
 * The `actions` of a card. An explicit list, so that a name that HubSpot does not have fails here too.
 */
export const ACTION_NAMES = [
  'addAlert',
  'closeOverlay',
  'copyTextToClipboard',
  'fetchCrmObjectProperties',
  'navigateToPage',
  'onCrmPropertiesUpdate',
  'openIframeModal',
  'refreshObjectProperties',
  'reloadPage',
] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

/** The actions that need one record. The settings of an app have none, and bulk actions several. */
const RECORD_ACTIONS: readonly ActionName[] = [
  'fetchCrmObjectProperties',
  'onCrmPropertiesUpdate',
  'refreshObjectProperties',
];

/** The actions that an extension has at its place. */
export function actionsAt({ location }: ExtensionContext): ActionName[] {
  const hasRecord = location !== 'settings' && location !== 'crm.bulkActions';
  return ACTION_NAMES.filter((name) => hasRecord || !RECORD_ACTIONS.includes(name));
}

/** What an extension is told of the place where it stands. */
export type ExtensionContext = CrmContext | ExtensionPointApiContext<'settings' | 'crm.bulkActions'>;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Values of CRM properties by name; null is unset. */
export type PropertyValues = Record<string, string | null>;

/** The answer of the page to one of HubSpot's hooks. */
export interface HookAnswer {
  data?: unknown;
  error?: string;
}

export interface ServerlessOptions {
  parameters?: unknown;
  propertiesToSend?: string[];
}

/** Options of `hubspot.fetch`, as they cross to the page. */
export interface FetchOptions {
  method?: string;
  timeout?: number;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** What HubSpot hands to a card. Cards in a tab get the most. */
export type CardApi = ExtensionPointApi<'crm.record.tab'>;

/** Functions of the page that the worker calls, over a message channel. */
export interface PageCalls {
  log(level: LogLevel, entry: unknown): Promise<void>;
  action(name: ActionName, args: unknown[]): Promise<unknown>;
  serverless(name: string, options: ServerlessOptions): Promise<unknown>;
  hubSpotFetch(url: string, options: FetchOptions): Promise<FetchAnswer>;
  watchProperties(
    watch: number,
    names: string[],
    onUpdate: (values: PropertyValues) => void,
  ): Promise<HookAnswer>;
  unwatchProperties(watch: number): Promise<void>;
  searchCrm(request: FetchCrmSearchRequest, options: UseCrmSearchOptions): Promise<HookAnswer>;
}

export const PAGE_CALLS = [
  'log',
  'action',
  'serverless',
  'hubSpotFetch',
  'watchProperties',
  'unwatchProperties',
  'searchCrm',
] as const satisfies (keyof PageCalls)[];

/** Functions of the worker that the page calls. `start` loads a card and draws it into the channel. */
export interface WorkerCalls {
  start(cardUrl: string, channel: unknown, context: ExtensionContext): Promise<void>;
}
