import { parseArgs } from 'node:util';
import { EDITIONS, type Edition } from '../../src/crm/installation-record.ts';
import { DEFAULT_SEED } from './plan-demo-portal.ts';

/** What `npm start --` takes. */
export interface StartOptions {
  readonly seed: number;
  /** The file of the portal; without it the portal is in memory only. */
  readonly dataFile: string | undefined;
  readonly edition: Edition;
  /** Whether the portal has the app of the OAuth edition connected from the start. */
  readonly isConnected: boolean;
}

/** The workbench cannot start with these options. The message is for the user. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

const USAGE = 'npm start takes --seed <number>, --data <file>, --edition private|oauth and --connected';

/** @throws StartRefused */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const { seed, data, edition: named = 'private', connected = false } = optionsIn(args);
  if (data === '') throw new StartRefused('--data needs the name of a file.');
  if (seed !== undefined && !(/^\d{1,10}$/.test(seed) && Number(seed) <= MAX_SEED))
    throw new StartRefused(`--seed needs a whole number from 0 to ${MAX_SEED}.`);
  const edition = EDITIONS.find((known) => known === named);
  if (edition === undefined)
    throw new StartRefused(`--edition needs ${EDITIONS.join(' or ')}: there is no edition "${named}".`);
  if (connected && edition === 'private')
    throw new StartRefused(
      '--connected belongs to --edition oauth: the private edition connects to nothing.',
    );
  return {
    seed: seed === undefined ? DEFAULT_SEED : Number(seed),
    dataFile: data,
    edition,
    isConnected: connected,
  };
}

const MAX_SEED = 4_294_967_295;

function optionsIn(args: readonly string[]) {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional')
      throw new StartRefused(`${USAGE}: "${token.value}" belongs to no option.`);
    if (token.kind !== 'option') continue;
    if (!(token.name in OPTIONS)) throw new StartRefused(`${USAGE}: ${token.rawName} is no option.`);
    if (token.name === 'connected') {
      if (token.value === undefined) continue;
      throw new StartRefused(`--connected takes no value: ${USAGE}.`);
    }
    // "--data --seed 1" would otherwise name a file "--seed"
    if (token.value === undefined || (!token.inlineValue && token.value.startsWith('-')))
      throw new StartRefused(`--${token.name} needs a value: ${USAGE}.`);
  }
  return parseArgs({ args: [...args], options: OPTIONS }).values;
}

const OPTIONS = {
  seed: { type: 'string' },
  data: { type: 'string' },
  edition: { type: 'string' },
  connected: { type: 'boolean' },
} as const;
