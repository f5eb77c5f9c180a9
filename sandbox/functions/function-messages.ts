import type { ExecutorConfig, RecordQuery } from './hubspot-executor.ts';

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
