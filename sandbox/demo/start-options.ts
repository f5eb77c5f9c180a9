import { parseArgs } from 'node:util';
import { DEFAULT_SEED } from './plan-demo-portal.ts';

/** What `npm start --` takes. */
export interface StartOptions {
  readonly seed: number;
  /** The file of the portal; without it the portal is in memory only. */
  readonly dataFile: string | undefined;
}

/** The workbench cannot start with these options. The message is for the user. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

const USAGE = 'npm start takes --seed <number> and --data <file>';

/** @throws StartRefused */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const { seed, data } = optionsIn(args);
  if (data === '') throw new StartRefused('--data needs the name of a file.');
  if (seed !== undefined && !(/^\d{1,10}$/.test(seed) && Number(seed) <= MAX_SEED))
    throw new StartRefused(`--seed needs a whole number from 0 to ${MAX_SEED}.`);
  return { seed: seed === undefined ? DEFAULT_SEED : Number(seed), dataFile: data };
}

const MAX_SEED = 4_294_967_295;

function optionsIn(args: readonly string[]) {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional')
      throw new StartRefused(`${USAGE}: "${token.value}" belongs to no option.`);
    if (token.kind !== 'option') continue;
    if (!(token.name in OPTIONS)) throw new StartRefused(`${USAGE}: ${token.rawName} is no option.`);
    // "--data --seed 1" would otherwise name a file "--seed"
    if (token.value === undefined || (!token.inlineValue && token.value.startsWith('-')))
      throw new StartRefused(`--${token.name} needs a value: ${USAGE}.`);
  }
  return parseArgs({ args: [...args], options: OPTIONS }).values;
}

const OPTIONS = { seed: { type: 'string' }, data: { type: 'string' } } as const;
