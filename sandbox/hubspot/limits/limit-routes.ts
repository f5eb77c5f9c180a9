import type { Tier } from '../account/account.ts';
import type { Answer } from '../http/call.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';

const isCustom = ({ type }: TypeStore) => type.id.startsWith('2-');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const labelsOf = ({ type }: TypeStore) => ({
  objectTypeId: type.id,
  singularLabel: capital(type.singular),
  pluralLabel: capital(type.plural),
});

/** A percentage, or a share of 1 (a switch); 0 of 0 is none. */
function partOf(portal: Portal, usage: number, limit: number): number {
  if (limit === 0) return 0;
  return portal.switches.limitPercentage === 'percent' ? (usage / limit) * 100 : usage / limit;
}

const limited = (portal: Portal, usage: number, limit: number) => ({
  limit,
  usage,
  percentage: partOf(portal, usage, limit),
});

const overall = (portal: Portal, usage: number, limit: number) => ({
  overallLimit: limit,
  overallUsage: usage,
  overallPercentage: partOf(portal, usage, limit),
});

const ceilings = (portal: Portal) => ceilingsOf(portal.account.tier, portal.switches.accountCeilings);

function customPropertiesOf({ properties }: TypeStore): number {
  const all = [...properties.definitions.values()];
  return all.filter(({ hubspotDefined, archivedAt }) => !hubspotDefined && archivedAt === undefined).length;
}

export function getPropertyLimits(portal: Portal): Answer {
  const { customProperties } = ceilings(portal);
  const byObjectType = portal.types.map((store) => ({
    ...labelsOf(store),
    ...limited(portal, customPropertiesOf(store), customProperties),
  }));
  const usage = byObjectType.reduce((sum, { usage: used }) => sum + used, 0);
  const total = overall(portal, usage, customProperties * byObjectType.length);
  return { status: 200, body: { ...total, byObjectType } };
}

export function getObjectTypeLimits(portal: Portal): Answer {
  const { customObjectTypes } = ceilings(portal);
  const custom = portal.types.filter(isCustom);
  const byObjectType = custom.map(labelsOf);
  return { status: 200, body: { ...overall(portal, custom.length, customObjectTypes), byObjectType } };
}

export function getPipelineLimits(portal: Portal): Answer {
  const { pipelines } = ceilings(portal);
  const withPipelines = portal.types.filter((store) => store.pipelines !== undefined);
  const own = withPipelines.filter(isCustom);
  const usageOf = (store: TypeStore) => store.pipelines?.size ?? 0;
  const usage = own.reduce((sum, store) => sum + usageOf(store), 0);
  return {
    status: 200,
    body: {
      customObjectTypes: {
        ...overall(portal, usage, pipelines),
        byObjectType: own.map((store) => ({ ...labelsOf(store), usage: usageOf(store) })),
      },
      hubspotDefinedObjectTypes: withPipelines
        .filter((store) => !isCustom(store))
        .map((store) => ({ ...labelsOf(store), ...limited(portal, usageOf(store), pipelines) })),
    },
  };
}

/** How much an account may define. */
export interface Ceilings {
  /** Of each object type. */
  readonly customProperties: number;
  readonly customObjectTypes: number;
  /** Of deals. */
  readonly pipelines: number;
}

/** Numbers of the product catalog. The sandbox reports them and enforces none. */
const CEILINGS: Readonly<Record<Tier, Ceilings>> = {
  free: { customProperties: 10, customObjectTypes: 0, pipelines: 1 },
  starter: { customProperties: 1_000, customObjectTypes: 0, pipelines: 2 },
  professional: { customProperties: 1_000, customObjectTypes: 0, pipelines: 15 },
  enterprise: { customProperties: 1_000, customObjectTypes: 10, pipelines: 100 },
};

/** Half of the catalog's at the other setting, since the numbers are not verified. */
function ceilingsOf(tier: Tier, setting: 'catalog' | 'half'): Ceilings {
  const { customProperties, customObjectTypes, pipelines } = CEILINGS[tier];
  if (setting === 'catalog') return CEILINGS[tier];
  return {
    customProperties: Math.floor(customProperties / 2),
    customObjectTypes: Math.floor(customObjectTypes / 2),
    pipelines: Math.ceil(pipelines / 2),
  };
}
