import { Tab, Tabs } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { isDirty } from '../state/editor.ts';
import { typePolicyOf } from '../state/page-state.ts';
import { Column } from '../../common/layout.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import type { PageProps } from './page-props.ts';
import { Profiles } from './Profiles.tsx';
import { SettingsForm, isEditable } from './SettingsForm.tsx';
import { TypePage } from './TypePage.tsx';

const SETTINGS = 'settings';
const BACKGROUND = 'background';

/** The list of profiles and the settings, or the profile of one type. */
export function Page(props: PageProps) {
  const { state, session, parts } = props;
  const background = state.policy.mayPublish ? parts.background : null;
  const [tab, setTab] = useState<string>('profiles');
  const policy = state.open === null ? null : typePolicyOf(state.policy, state.open);
  if (policy !== null)
    return (
      <Column gap="md">
        <TypePage key={policy.type} {...props} policy={policy} editor={state.editors[policy.type] ?? null} />
      </Column>
    );
  return (
    <Column gap="md">
      <FailureNotice {...props} />
      <parts.Running {...props} />
      <Tabs
        selected={tab}
        onSelectedChange={(id: string | number) => {
          setTab(String(id));
          if (id !== SETTINGS) return;
          if (isEditable(state.policy)) void session.readFactSources();
          void session.readPeople();
        }}
      >
        <Tab tabId="profiles" title="Profiles">
          <Profiles {...props} />
        </Tab>
        <Tab tabId={SETTINGS} title={isDirty(state.settings) ? 'Settings (unsaved)' : 'Settings'}>
          <SettingsForm {...props} />
        </Tab>
        {background !== null && (
          <Tab tabId={BACKGROUND} title={background.title}>
            <background.Body {...props} />
          </Tab>
        )}
      </Tabs>
    </Column>
  );
}
