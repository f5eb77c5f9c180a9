import * as z from 'zod';

import * as words from '../messages/server.ts';
import { BaseUrl, type Environment, isPrivateWay, parsed } from './environment.ts';

/** An app of HubSpot's that this server answers for. */
export interface HubSpotApp {
  appId: number;
  clientId: string;
  clientSecret: string;
}

export interface ServerSettings {
  isProduction: boolean;
  host: string;
  port: number;
  /** Without a slash at its end. Signatures are checked against it, whatever a request says of its host. */
  publicUrl: string;
  /** Null: PGlite in `dataFolder`. */
  databaseUrl: string | null;
  dataFolder: string;
  apps: readonly [HubSpotApp, ...HubSpotApp[]];
  /** The first seals, all of them open. */
  tokenKeys: readonly [{ name: string; key: Buffer }, ...{ name: string; key: Buffer }[]];
  adminSecret: string;
  hubspotUrl: string;
  /** HubSpot's page on which a portal's admin grants access. */
  authorizeUrl: string;
  logLevel: string;
}

const PublicUrl = z
  .string(words.NO_PUBLIC_URL)
  .trim()
  .transform((address) => address.replace(/\/$/, ''))
  .refine((address) => URL.canParse(address) && new URL(address).origin === address, words.BAD_PUBLIC_URL)
  .refine(isPrivateWay, words.BAD_PUBLIC_URL);

const Secret = z.string().trim().min(1);
const App = z.strictObject({ appId: z.int().positive(), clientId: Secret, clientSecret: Secret });

const Apps = z
  .string(words.NO_APPS)
  .transform(jsonIn)
  .pipe(z.array(App, words.BAD_APPS).min(1, words.BAD_APPS))
  .refine((apps) => isEachOnce(apps.map(({ appId }) => appId)), words.BAD_APPS)
  .refine((apps) => isEachOnce(apps.map(({ clientId }) => clientId)), words.BAD_APPS)
  .transform((apps) => apps as [HubSpotApp, ...HubSpotApp[]]);

const Key = z
  .string()
  .regex(/^[\w-]{1,32}:[A-Za-z0-9+/]{43}=$/, words.BAD_TOKEN_KEYS)
  .transform((text) => {
    const at = text.indexOf(':');
    return { name: text.slice(0, at), key: Buffer.from(text.slice(at + 1), 'base64') };
  });

const TokenKeys = z
  .string(words.NO_TOKEN_KEYS)
  .transform((text) => text.split(',').map((pair) => pair.trim()))
  .pipe(z.array(Key).min(1, words.BAD_TOKEN_KEYS))
  .refine((keys) => isEachOnce(keys.map(({ name }) => name)), words.BAD_TOKEN_KEYS)
  .transform((keys) => keys as [z.infer<typeof Key>, ...z.infer<typeof Key>[]]);

const Variables = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, words.BAD_PORT)
    .transform(Number)
    .pipe(z.int().max(65_535, words.BAD_PORT))
    .default(4410),
  PUBLIC_URL: PublicUrl,
  DATABASE_URL: z
    .string()
    .trim()
    .regex(/^postgres(?:ql)?:\/\//, words.BAD_DATABASE_URL)
    .optional(),
  DATA_FOLDER: z.string().trim().min(1).default('data'),
  HUBSPOT_APPS: Apps,
  TOKEN_KEYS: TokenKeys,
  ADMIN_SECRET: z
    .string(words.NO_ADMIN_SECRET)
    .trim()
    .regex(/^\S{32,}$/, words.SHORT_ADMIN_SECRET),
  HUBSPOT_BASE_URL: BaseUrl,
  HUBSPOT_AUTHORIZE_URL: z
    .url({ protocol: /^https?$/, error: 'HUBSPOT_AUTHORIZE_URL must be an address' })
    .default('https://app.hubspot.com/oauth/authorize'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal'], words.BAD_LOG_LEVEL)
    .default('info'),
});

/** The names of the variables, for the guide. */
export const SERVER_VARIABLES: readonly string[] = Object.keys(Variables.shape);

/**
 * The settings of the server, all faults in one message, no secret in it.
 *
 * @throws InvalidEnvironment
 */
export function serverSettings(environment: Environment = process.env): ServerSettings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const isProduction = set['NODE_ENV'] === 'production';
  const Settings = Variables.superRefine(({ DATABASE_URL, PUBLIC_URL }, context) => {
    if (!isProduction) return;
    if (DATABASE_URL === undefined) context.addIssue({ code: 'custom', message: words.NO_DATABASE_URL });
    if (!PUBLIC_URL.startsWith('https:')) context.addIssue({ code: 'custom', message: words.BAD_PUBLIC_URL });
  });
  const values = parsed(Settings, set);
  return {
    isProduction,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL,
    databaseUrl: values.DATABASE_URL ?? null,
    dataFolder: values.DATA_FOLDER,
    apps: values.HUBSPOT_APPS,
    tokenKeys: values.TOKEN_KEYS,
    adminSecret: values.ADMIN_SECRET,
    hubspotUrl: values.HUBSPOT_BASE_URL.replace(/\/$/, ''),
    authorizeUrl: values.HUBSPOT_AUTHORIZE_URL,
    logLevel: values.LOG_LEVEL,
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isEachOnce(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
