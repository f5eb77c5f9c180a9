import type { AddAlertAction } from '@hubspot/ui-extensions';
import type { ActionName, PropertyValues } from '../../host/protocol.ts';
import { listProperties, readRecord } from '../crm.ts';
import type { PropertyWatches } from './property-watches.ts';
import type { RecordKey } from '../crm-objects.ts';

/** Record, person and page that an extension's actions work on. */
export interface CardSurroundings {
  ownerId: string;
  /** Null for the settings of an app, and for bulk actions. */
  record: RecordKey | null;
  addAlert: AddAlertAction;
  closeOverlay: (id: string) => void;
  refreshRecord: () => void;
}

/** Falls back to a selection: browsers refuse the clipboard to pages without focus or permission. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'ui-hidden';
    document.body.append(area);
    const focused = document.activeElement;
    area.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way left without the clipboard API
    document.execCommand('copy');
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

async function propertyValues(at: CardSurroundings, names: string[] | '*'): Promise<PropertyValues> {
  const { ownerId, record } = at;
  if (record === null) return {};
  const wanted =
    names === '*' ? (await listProperties(ownerId, record.objectType)).map(({ name }) => name) : names;
  const { properties } = await readRecord(ownerId, record, wanted);
  return Object.fromEntries(wanted.map((name) => [name, properties[name] ?? null]));
}

/** `fetchCrmObjectProperties` returns strings only: an unset value is empty. */
async function propertyTexts(at: CardSurroundings, names: string[] | '*'): Promise<Record<string, string>> {
  const values = await propertyValues(at, names);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']));
}

/** The names are checked by the worker; the arguments have the types that HubSpot gives its actions. */
export function performAction(
  at: CardSurroundings,
  watches: PropertyWatches,
  name: ActionName,
  args: unknown[],
) {
  const warnMissing = (feature: string) => {
    at.addAlert({ type: 'warning', message: `This workbench has no ${feature}.` });
  };
  const actions: Record<ActionName, () => unknown> = {
    addAlert: () => at.addAlert(args[0] as Parameters<AddAlertAction>[0]),
    closeOverlay: () => at.closeOverlay(args[0] as string),
    copyTextToClipboard: () => copyText(args[0] as string),
    fetchCrmObjectProperties: () => propertyTexts(at, args[0] as string[] | '*'),
    navigateToPage: () => warnMissing('app pages'),
    onCrmPropertiesUpdate: () => {
      const [names, onUpdate] = args as [string[] | '*', (values: PropertyValues) => void];
      watches.add(onUpdate, { names, onUpdate });
    },
    openIframeModal: () => warnMissing('frames for outside pages'),
    refreshObjectProperties: () => at.refreshRecord(),
    reloadPage: () => window.location.reload(),
  };
  return actions[name]();
}
