import { join } from 'node:path';
import * as z from 'zod';
import { BuildRefused, isObject, type JsonValue, readJson } from './read-json.ts';
import { variableMissing } from '../../src/messages/build.ts';

/** The default profile. */
export const DEFAULT_PROFILE = 'production';

/**
 * An upload target, which HubSpot calls a config profile. `${NAME}` in a description stands for a variable.
 *
 * Source: HubSpot, "Build with config profiles".
 */
export interface ProjectProfile {
  /** as in `hs project upload --profile <name>` */
  readonly name: string;
  /** its file, in the sources and in the project's source folder: HubSpot looks for it under this name */
  readonly file: string;
  readonly accountId: number;
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Reads `hsprofile.<name>.json`.
 *
 * @param source the folder with `app.json`
 * @throws BuildRefused naming the file and the field at fault
 */
export async function readProjectProfile(source: string, name: string): Promise<ProjectProfile> {
  const file = `hsprofile.${name}.json`;
  return { name, file, ...(await readJson(join(source, file), file, profileSchema())) };
}

function profileSchema() {
  return z.strictObject({
    accountId: z.int().nonnegative(),
    variables: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string().trim().min(1, 'give it a value')),
  });
}

/** A variable, `${NAME}`. Source: HubSpot's project parser. */
const VARIABLE = /\$\{(.*?)\}/g;

/**
 * Puts the variables of a profile into a description, as HubSpot does on upload.
 *
 * @param where the field, for messages
 * @throws BuildRefused when the profile lacks a variable
 */
export function fillVariables(value: JsonValue, profile: ProjectProfile, where: string): JsonValue {
  if (typeof value === 'string')
    return value.replaceAll(VARIABLE, (_, name: string) => variableOf(profile, name, where));
  if (Array.isArray(value)) return value.map((item) => fillVariables(item, profile, where));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      fillVariables(inner, profile, `${where}.${field}`),
    ]),
  );
}

/** @throws BuildRefused when the profile lacks it */
export function variableOf({ variables, file }: ProjectProfile, name: string, where: string): string {
  const value = variables[name];
  if (value !== undefined) return value;
  throw new BuildRefused(variableMissing(file, name, where));
}
