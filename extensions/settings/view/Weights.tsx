import { AutoGrid, Checkbox, Flex, Heading, Select, StatusTag, Text } from '@hubspot/ui-extensions';

import { LANE_LABELS } from '../../../src/icp/lanes.ts';
import { type Dimension, type Profile, inSentence, minimumOf } from '../../../src/icp/profile.ts';
import { RATINGS, type Rating } from '../../../src/icp/ratings.ts';

import { Column } from '../../common/layout.tsx';
import { NumberField, TextField } from './fields.tsx';
import type { ProfileForm } from './profile-form.ts';
import { sumText } from './sentences.ts';

interface WeightsProps {
  profile: Profile;
  form: ProfileForm;
}

/** Weights with their sum, minimums, evidence and floors. */
export function Weights({ profile, form }: WeightsProps) {
  const sum = profile.dimensions.reduce((points, { weight }) => points + weight, 0);
  return (
    <Column gap="sm">
      <Flex align="center" gap="sm" wrap>
        <Heading>Weights</Heading>
        <StatusTag variant={sum === 100 ? 'success' : 'warning'}>{sumText(sum)}</StatusTag>
      </Flex>
      {profile.dimensions.map((dimension, index) => (
        <WeightRow key={dimension.key} {...{ dimension, index, profile, form }} />
      ))}
      <Heading>Floors</Heading>
      <AutoGrid columnWidth={220} flexible gap="md">
        {(['deep', 'fast'] as const).map((lane) => (
          <NumberField
            key={lane}
            form={form}
            path={`floors.${lane}`}
            label={`Lowest total of ${LANE_LABELS[lane]}`}
            description="Points of 500"
            value={profile.floors[lane]}
            onEdit={(points, isTyping) =>
              form.editProfile(
                `floors.${lane}`,
                (body) => ({ ...body, floors: { ...body.floors, [lane]: points } }),
                isTyping,
              )
            }
          />
        ))}
      </AutoGrid>
    </Column>
  );
}

function WeightRow({
  dimension,
  index,
  profile,
  form,
}: WeightsProps & { dimension: Dimension; index: number }) {
  const { key, label, weight, evidenceRequired } = dimension;
  const minimum = minimumOf(profile, key);
  const path = `dimensions[${index}]`;
  const fault = form.faultAt(`deepNeeds.${key}`);
  return (
    <Column gap="xs">
      <AutoGrid columnWidth={220} flexible gap="md">
        <NumberField
          form={form}
          path={`${path}.weight`}
          label={`Weight of ${inSentence(label)}`}
          value={weight}
          onEdit={(points, isTyping) =>
            form.editDimension(index, `${path}.weight`, (one) => ({ ...one, weight: points }), isTyping)
          }
        />
        <Select
          key={form.revision}
          name={`deepNeeds.${key}`}
          label="Deep needs at least"
          value={String(minimum)}
          options={RATINGS.map((rating) => ({
            value: String(rating),
            label: rating === 1 ? 'No minimum' : `A ${rating}`,
          }))}
          error={fault !== null}
          {...(fault !== null && { validationMessage: fault })}
          onChange={(value) =>
            form.editProfile(`deepNeeds.${key}`, (body) => withMinimum(body, key, ratingIn(String(value))))
          }
        />
        <Column gap="xs">
          {/* a line as high as the labels beside it, so that the box stands in the row of the inputs */}
          <Text format={{ fontWeight: 'demibold' }}>Evidence</Text>
          <Checkbox
            key={form.revision}
            name={`${path}.evidenceRequired`}
            checked={evidenceRequired}
            onChange={(isRequired) =>
              form.editDimension(index, `${path}.evidenceRequired`, (one) => ({
                ...one,
                evidenceRequired: isRequired,
              }))
            }
          >
            A 4 or 5 needs it
          </Checkbox>
        </Column>
      </AutoGrid>
      {minimum === 1 ? null : (
        <TextField
          form={form}
          path={`minimumReasons.${key}`}
          label={`Why Deep needs it`}
          value={profile.minimumReasons[key] ?? ''}
          onEdit={(text, isTyping) =>
            form.editProfile(
              `minimumReasons.${key}`,
              (body) => ({ ...body, minimumReasons: { ...body.minimumReasons, [key]: text } }),
              isTyping,
            )
          }
        />
      )}
      <Text variant="microcopy">{dimension.weightReason}</Text>
    </Column>
  );
}

function ratingIn(value: string): Rating {
  return RATINGS.find((rating) => String(rating) === value) ?? 1;
}

/** A minimum of 1 is none. */
function withMinimum(profile: Profile, key: string, rating: Rating): Profile {
  const { [key]: _, ...deepNeeds } = profile.deepNeeds;
  const { [key]: reason = '', ...minimumReasons } = profile.minimumReasons;
  if (rating === 1) return { ...profile, deepNeeds, minimumReasons };
  return {
    ...profile,
    deepNeeds: { ...deepNeeds, [key]: rating },
    minimumReasons: { ...minimumReasons, [key]: reason },
  };
}
