import type { MessageEndpoint } from '@remote-ui/rpc';

/** The global object of the worker, as far as this folder touches it. The DOM's types describe a window instead. */
interface WorkerScope extends MessageEndpoint, Record<string, unknown> {
  importScripts(url: string): void;
}

export const scope = self as unknown as WorkerScope;
