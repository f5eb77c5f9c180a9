import type * as Module from 'node:module';
import { runInThisContext } from 'node:vm';

// What a test file imports from node:module is jest's own.
const { createRequire } = runInThisContext(`process.getBuiltinModule('node:module')`) as typeof Module;

const requireOnce = createRequire(__filename);

/** Loads a package once for a worker of jest, which would otherwise compile all its files anew for each test file. */
export function loadOnce(name: string): unknown {
  return requireOnce(name);
}
