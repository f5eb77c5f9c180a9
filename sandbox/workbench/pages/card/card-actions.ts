import type { AddAlertAction } from '@hubspot/ui-extensions';
import type { ActionName, PropertyValues } from '../../host/protocol.ts';
import { listProperties, readRecord } from '../crm.ts';
import type { PropertyWatches } from './property-watches.ts';
import type { RecordKey } from '../crm-objects.ts';

/** What a card's actions act on. */
export interface CardSurroundings {
  ownerId: string;
  record: RecordKey;
  addAlert: AddAlertAction;
  closeOverlay: (id: string) => void;
  refreshRecord: () => void;
}

/** Browsers refuse the clipboard to pages without focus or permission: then the old way, through a selection. */
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
  const wanted =
    names === '*' ? (await listProperties(ownerId, record.objectType)).map(({ name }) => name) : names;
  const { properties } = await readRecord(ownerId, record, wanted);
  return Object.fromEntries(wanted.map((name) => [name, properties[name] ?? null]));
}

/** `fetchCrmObjectProperties` speaks of strings only: what is unset is empty there. */
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
  const notHere = (what: string) => {
    at.addAlert({ type: 'warning', message: `This workbench has no ${what}.` });
  };
  const actions: Record<ActionName, () => unknown> = {
    addAlert: () => at.addAlert(args[0] as Parameters<AddAlertAction>[0]),
    closeOverlay: () => at.closeOverlay(args[0] as string),
    copyTextToClipboard: () => copyText(args[0] as string),
    fetchCrmObjectProperties: () => propertyTexts(at, args[0] as string[] | '*'),
    navigateToPage: () => notHere('app pages'),
    onCrmPropertiesUpdate: () => {
      const [names, onUpdate] = args as [string[] | '*', (values: PropertyValues) => void];
      watches.add(onUpdate, { names, onUpdate });
    },
    openIframeModal: () => notHere('frames for outside pages'),
    refreshObjectProperties: () => at.refreshRecord(),
    reloadPage: () => window.location.reload(),
  };
  return actions[name]();
}
