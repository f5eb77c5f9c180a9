import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Runs a module in a Node process of its own: HubSpot's tools are ESM, which jest cannot load.
 *
 * @param module what it prints must be one JSON value
 */
export async function runChild(module: string, ...input: string[]): Promise<unknown> {
  const flags = ['--input-type=module', '-e', module];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, ...input], {
    maxBuffer: 10_000_000,
  });
  return JSON.parse(stdout) as unknown;
}
