import type { AccountSettings, Tier } from '../account/account.ts';
import type { Switches } from '../switches.ts';

/** How much an account may define. The sandbox reports it and, apart from labels, enforces none of it. */
export interface Ceilings {
  /** Of each object type. */
  readonly customProperties: number;
  readonly customObjectTypes: number;
  /** Of deals. */
  readonly pipelines: number;
  readonly calculatedProperties: number;
  /** Of each object type. */
  readonly records: number;
}

/** Numbers of the product catalog. */
const CATALOG: Readonly<Record<Tier, Ceilings>> = {
  free: ceilings(10, 0, 1, 0),
  starter: ceilings(1_000, 0, 2, 0),
  professional: ceilings(1_000, 0, 15, 5),
  enterprise: ceilings(1_000, 10, 100, 200),
};

function ceilings(
  customProperties: number,
  customObjectTypes: number,
  pipelines: number,
  calculatedProperties: number,
): Ceilings {
  return { customProperties, customObjectTypes, pipelines, calculatedProperties, records: 500_000 };
}

/** Of a developer test account with the Enterprise features it comes with (recorded). */
const DEVELOPER_TEST = { customProperties: 10_000, customObjectTypes: 20 } as const;

/** Half of the numbers at the switch's other setting, since none of them is documented for the API. */
export function ceilingsOf(
  { tier, accountType }: AccountSettings,
  { accountCeilings }: Pick<Switches, 'accountCeilings'>,
): Ceilings {
  const isTest = accountType === 'DEVELOPER_TEST' && tier === 'enterprise';
  const all = isTest ? { ...CATALOG[tier], ...DEVELOPER_TEST } : CATALOG[tier];
  if (accountCeilings === 'catalog') return all;
  return {
    customProperties: Math.floor(all.customProperties / 2),
    customObjectTypes: Math.floor(all.customObjectTypes / 2),
    pipelines: Math.ceil(all.pipelines / 2),
    calculatedProperties: Math.floor(all.calculatedProperties / 2),
    records: all.records / 2,
  };
}
