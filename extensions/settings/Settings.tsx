import {
  type ExtensionPointApiActions,
  type ExtensionPointApiContext,
  Text,
  hubspot,
} from '@hubspot/ui-extensions';

hubspot.extend<'settings'>(({ context, actions }) => <Settings context={context} actions={actions} />);

export interface SettingsProps {
  context: Pick<ExtensionPointApiContext<'settings'>, 'user'>;
  actions: Pick<ExtensionPointApiActions<'settings'>, 'addAlert' | 'copyTextToClipboard' | 'closeOverlay'>;
}

/** Profiles and settings of the portal. */
export function Settings({ context }: SettingsProps) {
  return <Text>{`Signed in as ${context.user.email}.`}</Text>;
}
