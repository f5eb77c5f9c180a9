import * as z from 'zod';

import { PROPERTY_GROUP, type PropertyDefinition } from './property-shapes.ts';
import { CrmError } from './client/errors.ts';
import { API_VERSION, type Crm } from './client/request.ts';

/** How the app is installed: with functions inside HubSpot, or with a server of its own. */
export const EDITIONS = ['private', 'oauth'] as const;
export type Edition = (typeof EDITIONS)[number];

/** Raise it whenever the installer makes something new. */
export const INSTALLATION_VERSION = 1;

/** The deal property whose description marks the portal. No deal holds a value of it. */
export const MARK_PROPERTY = 'ipp_installation';

/** What a portal records about its installation. */
export interface Mark {
  edition: Edition;
  /** `INSTALLATION_VERSION` of the newest app that installed here. */
  version: number;
  /** The id of an existing deal pipeline that was chosen for partners; null for the product's own. */
  pipeline: string | null;
  /** Names of things that existed before the first installation: the product must not delete them. */
  foundBefore: readonly string[];
}

const EXPLANATION = 'Partner ICP keeps here what it has to know of its installation. Do not edit or delete.';
const MARK =
  /\[edition=(?<edition>private|oauth) version=(?<version>\d{1,6})(?: pipeline=(?<pipeline>[\w-]{1,100}))?(?: before=(?<before>[\w,-]{1,500}))?\]$/;

/** @returns null for a text that is no mark */
export function parseMark(description: string): Mark | null {
  const groups = MARK.exec(description)?.groups;
  if (groups === undefined) return null;
  return {
    edition: groups['edition'] === 'oauth' ? 'oauth' : 'private',
    version: Number(groups['version']),
    pipeline: groups['pipeline'] ?? null,
    foundBefore: groups['before']?.split(',') ?? [],
  };
}

/** The mark as the description of a property. */
export function markText({ edition, version, pipeline, foundBefore }: Mark): string {
  const parts = [`edition=${edition}`, `version=${version}`];
  if (pipeline !== null) parts.push(`pipeline=${pipeline}`);
  if (foundBefore.length > 0) parts.push(`before=${foundBefore.join(',')}`);
  return `${EXPLANATION} [${parts.join(' ')}]`;
}

export function markDefinition(mark: Mark): PropertyDefinition {
  return {
    name: MARK_PROPERTY,
    label: 'Partner ICP installation',
    type: 'string',
    fieldType: 'text',
    groupName: PROPERTY_GROUP.name,
    description: markText(mark),
  };
}

const Property = z.object({ description: z.string().nullish() });

/** The mark of the portal, in one call; null where there is none. @throws CrmError */
export async function readMark(crm: Crm): Promise<Mark | null> {
  const path = `/crm/properties/${API_VERSION}/deals/${MARK_PROPERTY}`;
  try {
    const { data } = Property.safeParse(await crm.send({ method: 'GET', path }));
    return parseMark(data?.description ?? '');
  } catch (error) {
    if (error instanceof CrmError && error.code === 'not-found') return null;
    throw error;
  }
}
