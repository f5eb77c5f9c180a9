import { AutoGrid, Checkbox, Divider, Flex, Heading, Select, Text, Toggle } from '@hubspot/ui-extensions';

import type { PolicyState } from '../../../src/contract/policy.ts';
import { isPartnerType, partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import type { EvidenceDays, Settings } from '../../../src/icp/settings.ts';
import { ALLOW_PUBLISHING, FORBID_PUBLISHING, PUBLISH_SETTINGS } from '../../../src/messages/policy.ts';
import { ALLOW_PAGE, ONLY_READY_TYPES } from '../../../src/messages/settings-page.ts';

import { Column } from '../../common/layout.tsx';
import { faultsOfSettings } from '../state/faults.ts';
import { CopyCommand } from './CopyCommand.tsx';
import { EditedVerdicts } from './EditedVerdicts.tsx';
import { DeleteDraft, DraftBar } from './DraftBar.tsx';
import { FactSourceFields } from './FactSources.tsx';
import { NumberField, type SettingsEdits } from './fields.tsx';
import { MissingTypes } from './MissingTypes.tsx';
import { NoHome } from './NoHome.tsx';
import type { PageProps } from './page-props.ts';
import { PublisherChoice, SettingsInForce } from './Publishers.tsx';
import { PublishSettings } from './PublishSettings.tsx';

/** Whether whoever reads the page may prepare other settings: in the OAuth edition only those who may publish. */
export function isEditable({ publishing, mayPublish }: PolicyState): boolean {
  return publishing.edition === 'private' || mayPublish;
}

/** What the portal decides beside its profiles. */
export function SettingsForm(props: PageProps) {
  const { state, session, copyText } = props;
  const { settings: editor, policy } = state;
  const faults = faultsOfSettings(editor);
  const form: SettingsEdits = {
    revision: editor.revision,
    unread: editor.unread,
    faultAt: (path) => faults.find((fault) => fault.path === path)?.message ?? null,
    typeNoNumber: (path, text) => session.typeNoNumber('settings', path, text),
    leave: () => session.leave('settings'),
    edit: session.editSettings,
  };
  if (!policy.hasHome) return <NoHome copyText={copyText} />;
  if (!isEditable(policy)) return <SettingsInForce {...props} />;
  return (
    <Column gap="md">
      <DraftBar {...props} subject="settings" editor={editor} isMain={!policy.mayPublish} />
      <Types {...props} form={form} />
      <Evidence settings={editor.body} form={form} />
      <Work settings={editor.body} form={form} />
      <EditedVerdicts settings={editor.body} form={form} />
      <FactSourceFields {...{ state, session, form }} />
      {policy.publishing.edition === 'private' ? (
        <Publishing settings={editor.body} form={form} copyText={copyText} />
      ) : (
        <PublisherChoice {...props} form={form} />
      )}
      <Divider />
      <PublishSettings {...props} faults={faults.length} />
      {editor.seen !== null && (
        <Flex justify="end">
          <DeleteDraft {...props} subject="settings" />
        </Flex>
      )}
    </Column>
  );
}

function Types({ state, form, copyText }: PageProps & { form: SettingsEdits }) {
  const { defaultType, enabledTypes } = state.settings.body;
  const missing = state.policy.types.filter(({ isReady }) => !isReady).map(({ type }) => type);
  const fault = form.faultAt('defaultType');
  const enabledFault = form.faultAt('enabledTypes');
  return (
    <Column gap="sm">
      <Heading>Partner types</Heading>
      <AutoGrid columnWidth={340} gap="md">
        <Select
          key={form.revision}
          name="defaultType"
          label="Default type"
          description="A first rating starts a scorecard under it"
          value={defaultType}
          options={state.policy.types.map(({ type }) => ({ value: type, label: partnerTypeLabel(type) }))}
          error={fault !== null}
          {...(fault !== null && { validationMessage: fault })}
          onChange={(type) =>
            form.edit('defaultType', (body) => (isPartnerType(type) ? { ...body, defaultType: type } : body))
          }
        />
      </AutoGrid>
      <Text variant="microcopy">{ONLY_READY_TYPES}</Text>
      {enabledFault !== null && <Text>{`Types: ${enabledFault}.`}</Text>}
      <AutoGrid columnWidth={240} flexible gap="xs">
        {state.policy.types.map(({ type, isReady }) => (
          <Checkbox
            key={`${type} ${form.revision}`}
            name={`enabled.${type}`}
            checked={enabledTypes.includes(type)}
            {...(!isReady && { description: 'Properties missing' })}
            onChange={(isEnabled) =>
              form.edit('enabledTypes', (body) => ({
                ...body,
                enabledTypes: state.policy.types
                  .map((each) => each.type)
                  .filter((each) => (each === type ? isEnabled : body.enabledTypes.includes(each))),
              }))
            }
          >
            {partnerTypeLabel(type)}
          </Checkbox>
        ))}
      </AutoGrid>
      {missing.length > 0 && (
        <MissingTypes
          {...{ policy: state.policy, types: missing, copyText }}
          sentence="For the types whose properties are missing, an admin runs:"
        />
      )}
    </Column>
  );
}

interface PartProps {
  settings: Settings;
  form: SettingsEdits;
}

const DAYS: readonly { key: keyof EvidenceDays; label: string }[] = [
  { key: 'overlap', label: 'Look at overlap again after' },
  { key: 'inspection', label: 'Inspect artifacts again after' },
  { key: 'mandate', label: 'Ask for a mandate again after' },
];

function Evidence({ settings, form }: PartProps) {
  return (
    <Column gap="sm">
      <Heading>Evidence</Heading>
      <AutoGrid columnWidth={220} flexible gap="md">
        {DAYS.map(({ key, label }) => (
          <NumberField
            key={key}
            form={form}
            path={`evidenceDays.${key}`}
            label={label}
            description="Days"
            value={settings.evidenceDays[key]}
            onEdit={(days, isTyping) =>
              form.edit(
                `evidenceDays.${key}`,
                (body) => ({ ...body, evidenceDays: { ...body.evidenceDays, [key]: days } }),
                isTyping,
              )
            }
          />
        ))}
      </AutoGrid>
      <Toggle
        key={form.revision}
        name="asksSaas"
        label="Show the prompts for partners who sell software subscriptions"
        checked={settings.asksSaas}
        onChange={(asksSaas) => form.edit('asksSaas', (body) => ({ ...body, asksSaas }))}
      />
    </Column>
  );
}

function Work({ settings, form }: PartProps) {
  return (
    <Column gap="sm">
      <Heading>Decisions and drafts</Heading>
      <AutoGrid columnWidth={220} flexible gap="md">
        <NumberField
          form={form}
          path="slots"
          label="Partners to go deep with"
          description="In a quarter"
          value={settings.slots}
          onEdit={(slots, isTyping) => form.edit('slots', (body) => ({ ...body, slots }), isTyping)}
        />
        <Select
          key={form.revision}
          name="prerequisites"
          label="Publishing without a prerequisite"
          description="Links and timing beside a profile"
          value={settings.prerequisites}
          options={[
            { value: 'warn', label: 'Warns' },
            { value: 'refuse', label: 'Is refused' },
          ]}
          onChange={(value) =>
            form.edit('prerequisites', (body) => ({
              ...body,
              prerequisites: value === 'refuse' ? 'refuse' : 'warn',
            }))
          }
        />
      </AutoGrid>
      <Toggle
        key={form.revision}
        name="keepsDrafts"
        label="Keep unsaved edits of scorecards as drafts, for 7 days"
        checked={settings.keepsDrafts}
        onChange={(keepsDrafts) => form.edit('keepsDrafts', (body) => ({ ...body, keepsDrafts }))}
      />
    </Column>
  );
}

function Publishing({ settings, copyText }: PartProps & Pick<PageProps, 'copyText'>) {
  const isHere = settings.publishing === 'page';
  return (
    <Column gap="xs">
      <Heading>Publishing</Heading>
      <Text>
        {isHere
          ? 'Profiles and settings may be published on this page. Who did it is then a claim.'
          : 'Profiles and settings are published from the terminal alone.'}
      </Text>
      <Text variant="microcopy">{isHere ? 'To allow the terminal alone:' : ALLOW_PAGE}</Text>
      <CopyCommand command={isHere ? FORBID_PUBLISHING : ALLOW_PUBLISHING} copyText={copyText} />
      <CopyCommand command={PUBLISH_SETTINGS} copyText={copyText} />
    </Column>
  );
}
