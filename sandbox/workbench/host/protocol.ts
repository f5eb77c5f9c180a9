import type { CrmContext, ExtensionPointApi, FetchCrmSearchRequest } from '@hubspot/ui-extensions';

/**
 * What a card may ask of HubSpot's page through `actions`. Explicit, so that a name HubSpot does not have fails in the
 * card here as it would there.
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

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Values of CRM properties by name; null is unset. */
export type PropertyValues = Record<string, string | null>;

/** The envelope in which HubSpot's hooks expect an answer of the page. */
export interface HookAnswer {
  data?: unknown;
  error?: string;
}

export interface ServerlessOptions {
  parameters?: unknown;
  propertiesToSend?: string[];
}

/** What HubSpot hands to a card. Cards in a tab get the most. */
export type CardApi = ExtensionPointApi<'crm.record.tab'>;

/** What the worker may call on the page. Everything crosses a message channel, so everything answers later. */
export interface PageCalls {
  log(level: LogLevel, entry: unknown): Promise<void>;
  action(name: ActionName, args: unknown[]): Promise<unknown>;
  serverless(name: string, options: ServerlessOptions): Promise<unknown>;
  hubSpotFetch(url: string): Promise<never>;
  watchProperties(
    watch: number,
    names: string[],
    onUpdate: (values: PropertyValues) => void,
  ): Promise<HookAnswer>;
  unwatchProperties(watch: number): Promise<void>;
  searchCrm(request: FetchCrmSearchRequest): Promise<HookAnswer>;
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

/** What the page may call on the worker: load one card and draw it into the channel. */
export interface WorkerCalls {
  start(cardUrl: string, channel: unknown, context: CrmContext): Promise<void>;
}
