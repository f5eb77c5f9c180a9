import * as z from 'zod';
import {
  SET_TOKEN,
  notAToken,
  notAnAddress,
  sentInTheOpen,
  settingEmpty,
  settingMissing,
} from '../messages/terminal.ts';
import { BAD_SECRET, BAD_SERVER, NO_SECRET, NO_SERVER } from '../messages/fleet.ts';

/** A setting is missing or wrong. The message names every variable at fault. */
export class InvalidEnvironment extends Error {
  override readonly name = 'InvalidEnvironment';
}

/** Variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const HUBSPOT = 'https://api.hubapi.com';

export const BaseUrl = z
  .url({ protocol: /^https?$/, error: notAnAddress('HUBSPOT_BASE_URL') })
  .refine(isPrivateWay, sentInTheOpen('HUBSPOT_BASE_URL'))
  .default(HUBSPOT);

/** Whether a token can be sent there unread: by https, or without leaving this computer. */
export function isPrivateWay(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return (
    url === null || url.protocol !== 'http:' || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname)
  );
}

/** Trimmed, because a copied token often ends in a line break. A token that is no header value would show up in errors. */
function accessToken(variable: string, remedy: string) {
  return z
    .string(settingMissing(variable, remedy))
    .trim()
    .min(1, settingEmpty(variable, remedy))
    .regex(/^[\x21-\x7e]*$/, notAToken(variable));
}

/** The settings of the app function. HubSpot sets the token. The base URL is set only for a sandbox. */
export function functionSettings() {
  const { PRIVATE_APP_ACCESS_TOKEN, HUBSPOT_BASE_URL } = parsed(
    z.object({
      PRIVATE_APP_ACCESS_TOKEN: accessToken('PRIVATE_APP_ACCESS_TOKEN', 'HubSpot sets it for app functions'),
      HUBSPOT_BASE_URL: BaseUrl,
    }),
  );
  return { accessToken: PRIVATE_APP_ACCESS_TOKEN, baseUrl: HUBSPOT_BASE_URL };
}

/** The settings of the terminal's commands that call HubSpot. */
export function terminalSettings(environment: Environment = process.env) {
  return callerSettings(SET_TOKEN, environment);
}

/** The settings of the commands that work through a server: where it is, and the secret that opens it. */
export function fleetSettings(environment: Environment = process.env) {
  const isAddress = (address: string) => URL.canParse(address) && new URL(address).origin === address;
  const { PARTNER_ICP_SERVER, ADMIN_SECRET } = parsed(
    z.object({
      PARTNER_ICP_SERVER: z
        .string(NO_SERVER)
        .trim()
        .min(1, { error: NO_SERVER, abort: true })
        .transform((address) => address.replace(/\/$/, ''))
        .refine(
          (address) => /^https?:/.test(address) && isAddress(address) && isPrivateWay(address),
          BAD_SERVER,
        ),
      ADMIN_SECRET: z
        .string(NO_SECRET)
        .trim()
        .min(1, { error: NO_SECRET, abort: true })
        .regex(/^[\x21-\x7e]{32,}$/, BAD_SECRET),
    }),
    environment,
  );
  return { address: PARTNER_ICP_SERVER, secret: ADMIN_SECRET };
}

/** The settings of the check of the sandbox against a live account. */
export function liveCheckSettings() {
  return callerSettings('set it to the token of a private app of a developer test account');
}

function callerSettings(remedy: string, environment?: Environment) {
  const { HUBSPOT_ACCESS_TOKEN, HUBSPOT_BASE_URL } = parsed(
    z.object({
      HUBSPOT_ACCESS_TOKEN: accessToken('HUBSPOT_ACCESS_TOKEN', remedy),
      HUBSPOT_BASE_URL: BaseUrl,
    }),
    environment,
  );
  return { accessToken: HUBSPOT_ACCESS_TOKEN, baseUrl: HUBSPOT_BASE_URL };
}

/** The settings of the local workbench; the database is that of the OAuth edition's server. */
export function workbenchSettings() {
  const { PORT, DATABASE_URL } = parsed(
    z.object({
      PORT: z
        .string()
        .regex(/^\d{1,5}$/, 'PORT must be a whole number')
        .transform(Number)
        .pipe(z.int().max(65_535, 'PORT must be 0 to 65535'))
        .default(4400),
      DATABASE_URL: z.string().trim().optional(),
    }),
  );
  return { port: PORT, databaseUrl: DATABASE_URL === '' ? null : (DATABASE_URL ?? null) };
}

export function parsed<Settings>(
  schema: z.ZodType<Settings>,
  environment: Environment = process.env,
): Settings {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ message }) => message);
  throw new InvalidEnvironment(`${faults.join('; ')}.`);
}
