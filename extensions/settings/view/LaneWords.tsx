import { Heading, Toggle } from '@hubspot/ui-extensions';

import { LANES, LANE_LABELS, type Lane } from '../../../src/icp/lanes.ts';
import type { Profile } from '../../../src/icp/profile.ts';

import { Column, Pair } from '../../common/layout.tsx';
import { LongText, TextField } from './fields.tsx';
import type { ProfileForm } from './profile-form.ts';

/** What each lane means to this portal, and the texts of the whole profile. */
export function LaneWords({ profile, form }: { profile: Profile; form: ProfileForm }) {
  return (
    <Column gap="sm">
      {LANES.map((lane) => (
        <LaneFields key={lane} {...{ lane, profile, form }} />
      ))}
      <Heading>The whole profile</Heading>
      <TextField
        form={form}
        path="title"
        label="Title"
        value={profile.title}
        onEdit={(title, isTyping) => form.editProfile('title', (body) => ({ ...body, title }), isTyping)}
      />
      <LongText
        form={form}
        path="origin"
        label="Origin"
        description="Where the figures come from, and which are only a start"
        value={profile.origin}
        onEdit={(origin, isTyping) => form.editProfile('origin', (body) => ({ ...body, origin }), isTyping)}
      />
      <Toggle
        key={form.revision}
        name="asksSaas"
        label="Show the prompts for partners who sell software subscriptions"
        checked={profile.asksSaas}
        onChange={(asksSaas) => form.editProfile('asksSaas', (body) => ({ ...body, asksSaas }))}
      />
    </Column>
  );
}

function LaneFields({ lane, profile, form }: { lane: Lane; profile: Profile; form: ProfileForm }) {
  const { label, next } = profile.lanes[lane];
  const edit = (part: 'label' | 'next') => (text: string, isTyping: boolean) =>
    form.editProfile(
      `lanes.${lane}.${part}`,
      (body) => ({ ...body, lanes: { ...body.lanes, [lane]: { ...body.lanes[lane], [part]: text } } }),
      isTyping,
    );
  return (
    <Pair>
      <TextField
        form={form}
        path={`lanes.${lane}.label`}
        label={`${LANE_LABELS[lane]}: what it means here`}
        value={label}
        onEdit={edit('label')}
      />
      <LongText
        form={form}
        path={`lanes.${lane}.next`}
        label={`${LANE_LABELS[lane]}: what to do next`}
        value={next}
        onEdit={edit('next')}
      />
    </Pair>
  );
}
