import type { WorkbenchOwner } from '../host/settings.ts';
import type { Change } from './crm-objects.ts';
import { nameOf } from './property-text.ts';

const SOURCES: Record<string, string> = {
  CRM_UI: 'CRM page',
  INTEGRATION: 'App',
  API: 'API',
  IMPORT: 'Import',
  AUTOMATION_PLATFORM: 'Workflow',
  CALCULATED: 'Calculated',
};

/** The person behind a change; empty when the history names none. */
export function personOf(owners: readonly WorkbenchOwner[], { userId }: Pick<Change, 'userId'>): string {
  const owner = owners.find((each) => each.userId === userId);
  if (owner) return nameOf(owner);
  return userId > 0 ? `User ${userId}` : '';
}

/** Through what a change came: a kind of source, or the name of the app. */
export function throughText({ source, sourceLabel }: Pick<Change, 'source' | 'sourceLabel'>): string {
  return sourceLabel || (SOURCES[source] ?? source);
}

export function sourceText(change: Change): string {
  const label = throughText(change);
  return change.sourceId ? `${label} (${change.sourceId})` : label;
}
