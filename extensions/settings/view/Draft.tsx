import { Accordion, Button, EmptyState, Flex, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { presetsFor, withPreset } from '../../../src/icp/presets.ts';
import { NO_DRAFT } from '../../../src/messages/settings-page.ts';

import { Column } from '../../common/layout.tsx';
import { draftFrom } from '../state/begin-draft.ts';
import { Checks } from './Checks.tsx';
import { DeleteDraft, DraftBar } from './DraftBar.tsx';
import { LaneWords } from './LaneWords.tsx';
import type { DraftProps, TypeProps } from './page-props.ts';
import { Prerequisites } from './Prerequisites.tsx';
import { LivePreview } from './Preview.tsx';
import { profileForm } from './profile-form.ts';
import { Texts } from './Texts.tsx';
import { Weights } from './Weights.tsx';

type DraftTabProps = TypeProps & { onTab: (tab: string) => void };

/** The editor of a draft, or a way to begin one. */
export function Draft({ onTab, ...props }: DraftTabProps) {
  const { editor } = props;
  if (editor === null) return <BeginDraft {...props} />;
  return <DraftEditor {...props} editor={editor} onTab={onTab} />;
}

function DraftEditor({ onTab, ...props }: DraftProps & { onTab: (tab: string) => void }) {
  const form = profileForm(props);
  const { profile } = props.editor.body;
  return (
    <Column gap="md">
      <DraftBar {...props} subject={props.policy.type} isMain />
      <LivePreview {...props} onMore={() => onTab('preview')} />
      <BeginFrom {...props} label="Use these weights" isAgain />
      <Weights profile={profile} form={form} />
      <Texts {...props} form={form} />
      <Accordion title="Lanes, title and origin" size="sm">
        <LaneWords profile={profile} form={form} />
      </Accordion>
      <Accordion title="What a flagged check does" size="sm">
        <Checks profile={profile} form={form} />
      </Accordion>
      <Accordion title="What the profile rests on, and how long it is held" size="sm">
        <Prerequisites body={props.editor.body} form={form} />
      </Accordion>
      <Flex justify="end">
        <DeleteDraft {...props} subject={props.policy.type} />
      </Flex>
    </Column>
  );
}

function BeginDraft(props: TypeProps) {
  return (
    <EmptyState title="No draft" imageName="building" imageWidth={80} flush>
      <Column gap="sm">
        <Text>{NO_DRAFT}</Text>
        {props.state.policy.hasHome && <BeginFrom {...props} label="Start a draft" />}
      </Column>
    </EmptyState>
  );
}

const CURRENT = 'current';

interface BeginFromProps extends TypeProps {
  label: string;
  /** A draft is open already: only the weights of a preset are put into it. */
  isAgain?: boolean;
}

/** Begins a draft from the current profile or a preset. */
function BeginFrom({ state, session, policy, label, isAgain = false }: BeginFromProps) {
  const presets = presetsFor(policy.type);
  const [from, setFrom] = useState<string>(isAgain ? (presets[0]?.key ?? CURRENT) : CURRENT);
  const preset = presets.find(({ key }) => key === from) ?? null;
  const current = { value: CURRENT, label: 'The current profile' };
  const begin = () => {
    const open = state.editors[policy.type]?.body;
    const isKept = isAgain && open !== undefined && preset !== null;
    session.begin(
      policy.type,
      isKept
        ? { ...open, profile: withPreset(open.profile, preset) }
        : draftFrom(policy, preset, state.policy.asOf),
    );
  };
  return (
    <Column gap="xs">
      <Flex align="end" gap="sm" wrap>
        <Select
          name="preset"
          label={isAgain ? 'Put in the weights of a preset' : 'Start from'}
          value={from}
          options={[
            ...(isAgain ? [] : [current]),
            ...presets.map(({ key, title }) => ({ value: key, label: title })),
          ]}
          onChange={(value) => setFrom(String(value))}
        />
        <Button size="sm" variant={isAgain ? 'secondary' : 'primary'} onClick={begin}>
          {label}
        </Button>
      </Flex>
      {preset !== null && <Text variant="microcopy">{preset.sentence}</Text>}
    </Column>
  );
}
