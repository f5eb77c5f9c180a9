import { AutoGrid, Heading, Select, Text } from '@hubspot/ui-extensions';

import type { FactSources } from '../../../src/icp/settings.ts';

import { Column } from '../../common/layout.tsx';
import { LinesField, type SettingsEdits, TextField } from './fields.tsx';

const HAND = 'hand';

type Shared = FactSources['sharedCustomers'];

interface FactSourceProps {
  sources: FactSources;
  form: SettingsEdits;
}

/** Where facts are counted from in the CRM. */
export function FactSourceFields({ sources, form }: FactSourceProps) {
  const edit = (path: string, change: (sources: FactSources) => FactSources, isTyping = false) =>
    form.edit(path, (body) => ({ ...body, factSources: change(body.factSources) }), isTyping);
  const { companiesAsking } = sources;
  return (
    <Column gap="sm">
      <Heading>Facts from the CRM</Heading>
      <Text variant="microcopy">
        Where the figures of a scorecard are counted. By hand: people type them.
      </Text>
      <SharedCustomers sources={sources} form={form} />
      <AutoGrid columnWidth={240} flexible gap="md">
        <Select
          key={form.revision}
          name="factSources.companiesAsking"
          label="Companies asking are counted by"
          value={companiesAsking === null ? HAND : 'property'}
          options={[
            { value: HAND, label: 'Hand' },
            { value: 'property', label: 'A property of deals' },
          ]}
          onChange={(by) =>
            edit('factSources.companiesAsking', (body) => ({
              ...body,
              companiesAsking: by === 'property' ? { property: '' } : null,
            }))
          }
        />
        {companiesAsking !== null && (
          <TextField
            form={form}
            path="factSources.companiesAsking.property"
            label="Property of deals that names the partner"
            value={companiesAsking.property}
            onEdit={(property, isTyping) =>
              edit(
                'factSources.companiesAsking.property',
                (body) => ({ ...body, companiesAsking: body.companiesAsking && { property } }),
                isTyping,
              )
            }
          />
        )}
      </AutoGrid>
    </Column>
  );
}

function SharedCustomers({ sources: { sharedCustomers }, form }: FactSourceProps) {
  const path = 'factSources.sharedCustomers';
  const edit = (at: string, change: (source: Shared) => Shared, isTyping = false) =>
    form.edit(
      at,
      ({ factSources, ...body }) => ({
        ...body,
        factSources: { ...factSources, sharedCustomers: change(factSources.sharedCustomers) },
      }),
      isTyping,
    );
  return (
    <AutoGrid columnWidth={240} flexible gap="md">
      <Select
        key={form.revision}
        name={path}
        label="Shared customers are counted by"
        value={sharedCustomers?.by ?? HAND}
        options={[
          { value: HAND, label: 'Hand' },
          { value: 'property', label: 'A property of companies' },
          { value: 'label', label: 'An association label' },
          { value: 'lists', label: 'One list a partner' },
        ]}
        onChange={(by) => edit(path, () => begin(String(by)))}
      />
      {sharedCustomers?.by === 'property' && (
        <>
          <TextField
            form={form}
            path={`${path}.property`}
            label="Property that names the tools of a company"
            value={sharedCustomers.property}
            onEdit={(property, isTyping) =>
              edit(
                `${path}.property`,
                (one) => (one?.by === 'property' ? { ...one, property } : one),
                isTyping,
              )
            }
          />
          <LinesField
            form={form}
            path={`${path}.lifecycleStages`}
            label="Lifecycle stages of customers, one a line"
            value={sharedCustomers.lifecycleStages}
            onEdit={(lifecycleStages, isTyping) =>
              edit(
                `${path}.lifecycleStages`,
                (one) => (one?.by === 'property' ? { ...one, lifecycleStages } : one),
                isTyping,
              )
            }
          />
        </>
      )}
      {sharedCustomers?.by === 'label' && (
        <TextField
          form={form}
          path={`${path}.label`}
          label="Association label"
          value={sharedCustomers.label}
          onEdit={(label, isTyping) =>
            edit(`${path}.label`, (one) => (one?.by === 'label' ? { ...one, label } : one), isTyping)
          }
        />
      )}
    </AutoGrid>
  );
}

function begin(by: string): Shared {
  if (by === 'property') return { by, property: '', lifecycleStages: ['customer'] };
  if (by === 'label') return { by, label: '', lifecycleStages: ['customer'] };
  return by === 'lists' ? { by, name: 'Uses {partner}' } : null;
}
