import { Heading, Text, Toggle } from '@hubspot/ui-extensions';

import type { Settings } from '../../../src/icp/settings.ts';
import { ASK_BEFORE_REPAIR, ASK_EXPLAINED, EDITED_VERDICTS } from '../../../src/messages/settings-page.ts';

import { Column } from '../../common/layout.tsx';
import type { SettingsEdits } from './fields.tsx';

/** Whether the work in the background leaves edited verdicts to a person. */
export function EditedVerdicts({ settings, form }: { settings: Settings; form: SettingsEdits }) {
  return (
    <Column gap="xs">
      <Heading>{EDITED_VERDICTS}</Heading>
      <Toggle
        key={form.revision}
        name="editedVerdicts"
        label={ASK_BEFORE_REPAIR}
        checked={settings.editedVerdicts === 'ask'}
        onChange={(asks) =>
          form.edit('editedVerdicts', (body) => ({ ...body, editedVerdicts: asks ? 'ask' : 'repair' }))
        }
      />
      <Text variant="microcopy">{ASK_EXPLAINED}</Text>
    </Column>
  );
}
