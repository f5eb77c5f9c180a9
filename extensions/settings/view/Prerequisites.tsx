import { AutoGrid, Checkbox, Heading, Text } from '@hubspot/ui-extensions';

import type { PrerequisiteLink, ProfileDraftBody } from '../../../src/contract/policy.ts';

import { Column } from '../../common/layout.tsx';
import { DayField, TextField } from './fields.tsx';
import type { ProfileForm } from './profile-form.ts';

const LINKS = [
  { key: 'hypothesis', label: 'Partner Hypothesis' },
  { key: 'customerIcp', label: 'Customer ICP' },
  { key: 'thesis', label: 'Partner thesis of the year' },
] as const;

const TIMING = [
  { key: 'productMarketFit', label: 'We have product-market fit' },
  { key: 'goToMarket', label: 'Our go-to-market is proven' },
  { key: 'programReady', label: 'Our partner program is ready' },
] as const;

const NO_LINK: PrerequisiteLink = { url: '', owner: '', on: '' };

interface PrerequisitesProps {
  body: ProfileDraftBody;
  form: ProfileForm;
}

/** The links that the profile rests on, the timing gate, and the day until which it is held. */
export function Prerequisites({ body, form }: PrerequisitesProps) {
  const { timing } = body.prerequisites;
  return (
    <Column gap="sm">
      {LINKS.map(({ key, label }) => (
        <LinkFields key={key} name={key} label={label} body={body} form={form} />
      ))}
      <Heading>Timing</Heading>
      <Text variant="microcopy">
        Without these you may not be ready for the partners that the profile describes.
      </Text>
      {TIMING.map(({ key, label }) => (
        <Checkbox
          key={`${key} ${form.revision}`}
          name={`prerequisites.timing.${key}`}
          checked={timing[key]}
          onChange={(isMet) =>
            form.edit(`prerequisites.timing.${key}`, (draft) => ({
              ...draft,
              prerequisites: {
                ...draft.prerequisites,
                timing: { ...draft.prerequisites.timing, [key]: isMet },
              },
            }))
          }
        >
          {label}
        </Checkbox>
      ))}
      <DayField
        form={form}
        path="reviewDue"
        label="Held until"
        description="The review is due on this day, at most a year from now"
        value={body.reviewDue}
        onEdit={(reviewDue) => form.edit('reviewDue', (draft) => ({ ...draft, reviewDue }))}
      />
    </Column>
  );
}

function LinkFields({
  name,
  label,
  body,
  form,
}: PrerequisitesProps & { name: (typeof LINKS)[number]['key']; label: string }) {
  const path = `prerequisites.${name}`;
  const link = body.prerequisites[name] ?? NO_LINK;
  const edit =
    (part: keyof PrerequisiteLink) =>
    (text: string, isTyping = false) =>
      form.edit(
        `${path}.${part}`,
        (draft) => ({
          ...draft,
          prerequisites: {
            ...draft.prerequisites,
            [name]: orNone({ ...(draft.prerequisites[name] ?? NO_LINK), [part]: text }),
          },
        }),
        isTyping,
      );
  return (
    <AutoGrid columnWidth={220} flexible gap="sm">
      <TextField
        form={form}
        path={`${path}.url`}
        label={`${label}: link`}
        value={link.url}
        onEdit={edit('url')}
      />
      <TextField
        form={form}
        path={`${path}.owner`}
        label={`${label}: owner`}
        value={link.owner}
        onEdit={edit('owner')}
      />
      <DayField
        form={form}
        path={`${path}.on`}
        label={`${label}: as of`}
        value={link.on}
        onEdit={edit('on')}
      />
    </AutoGrid>
  );
}

/** Three empty fields are no link. */
function orNone(link: PrerequisiteLink): PrerequisiteLink | null {
  return link.url === '' && link.owner === '' && link.on === '' ? null : link;
}
