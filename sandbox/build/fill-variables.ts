import { BuildRefused } from './build-refused.ts';
import { isObject, type JsonValue } from './json-value.ts';
import type { ProjectProfile } from './project-profile.ts';

/** Of what stands `${NAME}`. Source: HubSpot's project parser. */
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
  throw new BuildRefused(`${file} lacks the variable ${name}, which ${where} needs.`);
}
