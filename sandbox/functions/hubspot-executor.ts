// The part of HubSpot's local function executor that we use. It is not exported, so it is imported by file.

/** HubSpot reads these properties of the record for the function, with the app's token. */
export interface RecordQuery {
  readonly objectTypeId: string;
  readonly objectId: string;
  readonly objectPropertyNames: readonly string[];
}

export interface HubSpotExecutor {
  executeFunction: (
    config: ExecutorConfig,
    name: string,
    inputs: { parameters?: unknown; objectQuery?: RecordQuery },
    onAnswer: (value: unknown) => void,
  ) => Promise<void>;
  ExecutionError: new () => Error;
  buildBadRequestBody: (error: Error) => { errors: { message: string }[] };
}

export interface ExecutorConfig {
  accountId: number;
  app: { path: string };
  platformVersion: string;
  functionTimeoutMs: number;
  hubspotApiOrigin: string;
  hubspotWebsiteOrigin: string;
  logger: Pick<Console, 'debug' | 'info' | 'warn' | 'error'>;
  appFunctions: Record<string, { resolvedPath: string; componentRoot: string; secrets: readonly string[] }>;
}

/**
 * Loads the executor itself, not the HTTP service around it: that one takes four times as long to load, reports to
 * Sentry over the network, and ends the process in handlers of its own.
 */
export async function loadHubSpotExecutor(): Promise<HubSpotExecutor> {
  const tools = new URL('./lib/serverless/', import.meta.resolve('@hubspot/ui-extensions-dev-server'));
  const parts: unknown[] = await Promise.all(
    ['executor.js', 'errors.js'].map((file) => import(new URL(file, tools).href) as Promise<unknown>),
  );
  return Object.assign({}, ...parts) as HubSpotExecutor;
}

/** What the child is started with, as JSON in its argument. */
export type ChildSettings = Omit<ExecutorConfig, 'logger'>;

export interface FunctionRequest {
  readonly name: string;
  readonly parameters?: unknown;
  readonly objectQuery?: RecordQuery;
}

/** What the child sends: once `ready`, then one answer to each request. */
export type ChildMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'failure'; readonly message: string };
