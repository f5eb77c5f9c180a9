import {
  DescriptionList,
  DescriptionListItem,
  Heading,
  LoadingSpinner,
  MultiSelect,
  Text,
} from '@hubspot/ui-extensions';

import type { PolicyState, PortalUser } from '../../../src/contract/policy.ts';
import { SETTINGS_IN_WORDS, type UserNames, userWithoutName } from '../../../src/icp/settings-difference.ts';
import * as say from '../../../src/messages/settings-page.ts';

import { Column, Notice } from '../../common/layout.tsx';
import type { Ready } from '../state/page-state.ts';
import type { SettingsEdits } from './fields.tsx';
import type { PageProps } from './page-props.ts';

/** `Ada Berg (installed the app), Omar Haddad` */
export function publishersText({ publishing }: PolicyState): string {
  if (publishing.edition === 'private') return '';
  return publishing.publishers
    .map(({ name, userId, isInstaller }) => say.publisher(name ?? userWithoutName(userId), isInstaller))
    .join(', ');
}

/** Who publishes here, where whoever asks may not. */
export function OthersPublish({ policy }: { policy: PolicyState }) {
  return <Text>{say.othersPublish(publishersText(policy))}</Text>;
}

/** The names of users as far as the page knows them. */
export function namesIn({ people, policy: { publishing } }: Ready): UserNames {
  const known = publishing.edition === 'oauth' ? publishing.publishers : [];
  const read = people.state === 'read' ? people.people : [];
  return Object.fromEntries([
    ...read.map((user) => [user.userId, user.name === '' ? user.email : user.name] as const),
    ...known.flatMap(({ userId, name }) => (name === null ? [] : [[userId, name] as const])),
  ]);
}

/** Who may publish, chosen among the owners of the portal. Whoever installed the app always may. */
export function PublisherChoice({ state, session, form, userId }: PageProps & { form: SettingsEdits }) {
  const { people, policy, settings } = state;
  if (policy.publishing.edition === 'private') return null;
  const installer = policy.publishing.publishers.find(({ isInstaller }) => isInstaller);
  const fault = form.faultAt('publishers');
  const { publishers } = settings.body;
  const edit = (chosen: readonly (string | number | boolean)[]) =>
    form.edit('publishers', (body) => ({ ...body, publishers: chosen.map(String) }));
  return (
    <Column gap="sm">
      <Heading>Who may publish</Heading>
      <Text>{say.installerPublishes(installer?.name ?? 'Whoever installed the app')}</Text>
      {people.state === 'failed' && (
        <Notice
          title={say.PEOPLE_NOT_READ}
          variant="danger"
          sentences={[people.failure.message]}
          link={people.failure.link}
          actions={[{ label: 'Try again', act: session.readPeople }]}
        />
      )}
      {people.state === 'reading' ? (
        <LoadingSpinner label={say.READING_PEOPLE} showLabel />
      ) : (
        <MultiSelect
          key={`${form.revision} ${people.state}`}
          name="publishers"
          label="May publish too"
          description={say.PUBLISHERS_EXPLAINED}
          placeholder="Nobody else"
          value={[...publishers]}
          options={optionsOf(state, installer?.userId)}
          error={fault !== null}
          {...(fault !== null && { validationMessage: fault })}
          onChange={edit}
        />
      )}
      {isLeaving(state, userId) && <Notice title={say.YOU_LEAVE} sentences={[say.YOU_LEAVE_EXPLAINED]} />}
    </Column>
  );
}

/** Owners but the installer, and behind them those who are named and no owners. */
function optionsOf(state: Ready, installer: string | undefined): { value: string; label: string }[] {
  const { people, settings, policy } = state;
  const users: readonly PortalUser[] = people.state === 'read' ? people.people : [];
  const known = users.filter(({ userId }) => userId !== installer);
  const names = namesIn(state);
  const named = new Set([...settings.body.publishers, ...policy.settings.publishers]);
  const others = [...named].filter((id) => !known.some(({ userId }) => userId === id));
  return [
    ...known.map(({ userId, name, email }) => ({
      value: userId,
      label: name === '' || name === email ? email : `${name}, ${email}`,
    })),
    ...others.map((id) => ({
      value: id,
      label: people.state === 'read' ? say.noOwner(id) : (names[id] ?? userWithoutName(id)),
    })),
  ];
}

/** Whether whoever edits the list takes themselves out of it. */
function isLeaving({ settings, policy }: Ready, you: string): boolean {
  const { publishers } = policy.settings;
  const isInstaller =
    policy.publishing.edition === 'oauth' &&
    policy.publishing.publishers.some(({ userId, isInstaller: is }) => is && userId === you);
  return !isInstaller && publishers.includes(you) && !settings.body.publishers.includes(you);
}

/** The settings in force, for whoever may not change them. */
export function SettingsInForce({ state }: PageProps) {
  const { settings } = state.policy;
  const names = namesIn(state);
  return (
    <Column gap="sm">
      <OthersPublish policy={state.policy} />
      <Heading>Settings in force</Heading>
      <DescriptionList direction="column">
        {Object.entries(SETTINGS_IN_WORDS)
          .filter(([path]) => path !== 'publishing' && path !== 'publishers')
          .map(([path, { what, valueOf }]) => (
            <DescriptionListItem key={path} label={what}>
              <Text>{valueOf(settings, names)}</Text>
            </DescriptionListItem>
          ))}
      </DescriptionList>
    </Column>
  );
}
