import { copyPrimaryCompany } from '../associations/associate.ts';
import { idsBy, link, linksOf, unlinkAll } from '../associations/association-store.ts';
import type { AssociationType } from '../associations/association-types.ts';
import type { CrmRecord } from '../objects/record-store.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';

/** Moves the associations of both records, those of the primary record first: its primary company stays primary. */
export function mergeAssociations(
  portal: Portal,
  store: TypeStore,
  gone: readonly CrmRecord[],
  record: CrmRecord,
): void {
  const found = gone.flatMap((each) => takeLinks(portal, each));
  const goneIds = new Set(gone.map(({ id }) => id));
  for (const { far, farStore, types } of found) {
    if (goneIds.has(far)) continue;
    for (const type of types) moveLink(portal, record.id, far, type);
    const farRecord = farStore.records.byId.get(String(far));
    if (farRecord !== undefined) copyPrimaryCompany(portal, { store: farStore, record: farRecord });
  }
  copyPrimaryCompany(portal, { store, record });
}

interface FoundLink {
  readonly far: number;
  readonly farStore: TypeStore;
  readonly types: readonly AssociationType[];
}

function takeLinks({ associations, types: stores }: Portal, { id }: CrmRecord): readonly FoundLink[] {
  return stores.flatMap((farStore) =>
    [...linksOf(associations, id, farStore.type.id)].map(([far, types]) => {
      const found = { far, farStore, types: [...types] };
      unlinkAll(associations, id, far, farStore.type.id);
      return found;
    }),
  );
}

function moveLink({ associations }: Portal, near: number, far: number, type: AssociationType): void {
  if (type.primary === 'has-one' && idsBy(associations, near, type).some((id) => id !== far)) return;
  link(associations, near, far, type);
}
