import type { Call } from '../call.ts';
import type { TypeStore } from '../portal/portal.ts';
import { activeProperty } from '../properties/property-store.ts';
import { invalid } from '../refusal.ts';

/**
 * Stages and pipelines that records stand in are not deleted. From 2026-09 on HubSpot checks that unless the query
 * says otherwise; before, it checks only when asked.
 *
 * @throws Refusal 400
 * Source: pipelines guide, "What's new in 2026-09".
 */
export function checkUnused(
  call: Call,
  store: TypeStore,
  stageIds: readonly string[],
  pipelineId?: string,
): void {
  const asked = call.query.get('validateDealStageUsagesBeforeDelete');
  const isChecked = call.form === 'dated' ? asked !== 'false' : asked === 'true';
  if (!isChecked) return;
  const stage = activeProperty(store.properties, 'dealstage');
  const pipeline = activeProperty(store.properties, 'pipeline');
  const users = store.records.all.filter(
    ({ archivedAt, values }) =>
      archivedAt === undefined &&
      (stageIds.includes(values[stage.slot] ?? '') ||
        (pipelineId !== undefined && values[pipeline.slot] === pipelineId)),
  );
  if (users.length === 0) return;
  throw invalid(`${users.length} ${store.type.plural} stand in it, so it cannot be deleted.`, {
    context: { ids: users.slice(0, 10).map(({ id }) => String(id)) },
  });
}
