import { AutoGrid, Heading, Select } from '@hubspot/ui-extensions';

import { LANE_LABELS } from '../../../src/icp/lanes.ts';
import { type Caps, type CheckDefinition, type Profile, inSentence } from '../../../src/icp/profile.ts';
import { RATINGS } from '../../../src/icp/ratings.ts';

import { Column } from '../../common/layout.tsx';
import { LinesField, LongText } from './fields.tsx';
import type { ProfileForm } from './profile-form.ts';

/** What a flag of each check caps, and how the check reads. The checks themselves stay: the portal has properties for them. */
export function Checks({ profile, form }: { profile: Profile; form: ProfileForm }) {
  return (
    <Column gap="md">
      {profile.checks.map((check, index) => (
        <CheckFields key={check.key} {...{ check, index, profile, form }} />
      ))}
    </Column>
  );
}

interface CheckFieldsProps {
  check: CheckDefinition;
  index: number;
  profile: Profile;
  form: ProfileForm;
}

function CheckFields({ check, index, profile, form }: CheckFieldsProps) {
  const path = `checks[${index}]`;
  const text = (part: 'looksLike' | 'whyItFails', label: string) => (
    <LongText
      form={form}
      path={`${path}.${part}`}
      label={label}
      value={check[part]}
      onEdit={(value, isTyping) =>
        form.editCheck(index, `${path}.${part}`, (one) => ({ ...one, [part]: value }), isTyping)
      }
    />
  );
  return (
    <Column gap="xs">
      <Heading>{check.label}</Heading>
      <CapFields {...{ check, index, profile, form }} />
      {text('looksLike', 'What it looks like')}
      {text('whyItFails', 'Why it fails')}
      <LinesField
        form={form}
        path={`${path}.asks`}
        label="What to ask for or look at, one a line"
        value={check.asks}
        onEdit={(asks, isTyping) =>
          form.editCheck(index, `${path}.asks`, (one) => ({ ...one, asks }), isTyping)
        }
      />
    </Column>
  );
}

const NONE = 'none';

function CapFields({ check: { caps }, index, profile, form }: CheckFieldsProps) {
  const path = `checks[${index}].caps`;
  const fault = form.faultAt(path);
  const edit = (change: (caps: Caps) => Caps) =>
    form.editCheck(index, path, (one) => ({ ...one, caps: change(one.caps) }));
  return (
    <AutoGrid columnWidth={200} flexible gap="sm">
      <Select
        key={`lane ${form.revision}`}
        name={`${path}.lane`}
        label="A flag leaves at most"
        value={caps.lane ?? NONE}
        options={[
          { value: NONE, label: 'Any lane' },
          { value: 'fast', label: LANE_LABELS.fast },
          { value: 'pass', label: LANE_LABELS.pass },
        ]}
        error={fault !== null}
        {...(fault !== null && { validationMessage: fault })}
        onChange={(lane) =>
          edit(({ lane: _, ...others }) =>
            lane === 'fast' || lane === 'pass' ? { ...others, lane } : others,
          )
        }
      />
      <Select
        key={`of ${form.revision}`}
        name={`${path}.rating.dimension`}
        label="It caps the rating of"
        value={caps.rating?.dimension ?? NONE}
        options={[
          { value: NONE, label: 'No dimension' },
          ...profile.dimensions.map(({ key, label }) => ({ value: key, label: inSentence(label) })),
        ]}
        onChange={(picked) => {
          const dimension = String(picked);
          edit(({ rating, ...others }) =>
            dimension === NONE ? others : { ...others, rating: { dimension, at: rating?.at ?? 2 } },
          );
        }}
      />
      {caps.rating !== undefined && (
        <Select
          key={`at ${form.revision}`}
          name={`${path}.rating.at`}
          label="It then counts as at most"
          value={String(caps.rating.at)}
          options={RATINGS.map((rating) => ({ value: String(rating), label: String(rating) }))}
          onChange={(picked) => {
            const at = RATINGS.find((rating) => String(rating) === String(picked)) ?? 2;
            edit(({ rating, ...others }) =>
              rating === undefined ? others : { ...others, rating: { ...rating, at } },
            );
          }}
        />
      )}
    </AutoGrid>
  );
}
