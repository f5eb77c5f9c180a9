import { linksOf } from '../associations/association-store.ts';
import { instantOf, isoOf } from '../http/instant.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import type { Derivation, PropertyDefinition } from '../properties/property-definition.ts';
import { findProperty } from '../properties/property-store.ts';
import type { CrmRecord } from './record-store.ts';

/** The stored value, or where there is none the derived one; undefined when unset, "" when cleared. */
export function currentValue(
  portal: Portal,
  record: CrmRecord,
  { slot, derive }: PropertyDefinition,
): string | undefined {
  const stored = record.values[slot];
  return derive === undefined || (stored ?? '') !== '' ? stored : derived(portal, record, derive);
}

function derived(portal: Portal, record: CrmRecord, derive: Derivation): string | undefined {
  if (derive === 'last-activity') return lastActivity(portal, record);
  if (derive === 'home-amount') return homeAmount(portal, record);
  return derive(record);
}

/** When the newest activity of the record was logged, future ones aside. */
function lastActivity(portal: Portal, record: CrmRecord): string | undefined {
  const now = portal.now().getTime();
  let newest = -Infinity;
  for (const store of portal.types) {
    if (store.type.isActivity !== true) continue;
    for (const id of linksOf(portal.associations, record.id, store.type.id).keys()) {
      const activity = store.records.byId.get(String(id));
      const at = activity === undefined ? undefined : loggedAt(portal, store, activity);
      if (at !== undefined && at <= now) newest = Math.max(newest, at);
    }
  }
  return newest === -Infinity ? undefined : isoOf(newest);
}

/** A note counts from its activity date; a task once it is done, or (a switch) once it is there. */
function loggedAt(
  { switches }: Portal,
  { properties }: TypeStore,
  { values, writes, created }: CrmRecord,
): number | undefined {
  const status = findProperty(properties, 'hs_task_status');
  if (status === undefined) {
    const time = findProperty(properties, 'hs_timestamp');
    return time === undefined ? undefined : instantOf(values[time.slot] ?? '');
  }
  if (switches.openTaskIsActivity) return created.at;
  return values[status.slot] === 'COMPLETED' ? writes[status.slot]?.at : undefined;
}

/** The amount of a deal in the currency of the account. */
function homeAmount({ types, account }: Portal, { values }: CrmRecord): string | undefined {
  const deals = types.find(({ type }) => type.singular === 'deal');
  if (deals === undefined) return undefined;
  const read = (name: string) => {
    const definition = findProperty(deals.properties, name);
    return (definition === undefined ? undefined : values[definition.slot]) ?? '';
  };
  const [amount, currency] = [read('amount'), read('deal_currency_code')];
  const rate = account.exchangeRates[currency];
  if (amount === '' || rate === undefined) return amount;
  // six digits, as exchange rates have
  return String(Number((Number(amount) * rate).toFixed(6)));
}
