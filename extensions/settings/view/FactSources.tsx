import { AutoGrid, Heading, LoadingSpinner, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import type { FactSourceChoices } from '../../../src/contract/facts.ts';
import { customerStages } from '../../../src/icp/guess-fact-sources.ts';
import type { FactSources } from '../../../src/icp/settings.ts';
import {
  CHOICES_NOT_READ,
  EVERY_COMPANY,
  FACT_SOURCES_EXPLAINED,
  GUESS_EXPLAINED,
  GUESS_TITLE,
  NO_GUESS_TITLE,
  PARTNER_IN_LIST,
  READING_CHOICES,
  TYPE_NAMES,
  notInPortal,
  propertyNotOffered,
} from '../../../src/messages/settings-page.ts';

import { Actions, Column, Notice } from '../../common/layout.tsx';
import { isByHand, isUnchosen } from '../state/known-sources.ts';
import { ChoiceField, ChoicesField } from './ChoiceField.tsx';
import { FactSourceTest } from './FactSourceTest.tsx';
import { type SettingsEdits, TextField } from './fields.tsx';
import type { PageProps } from './page-props.ts';

const HAND = 'hand';

type Shared = FactSources['sharedCustomers'];

type FactSourceProps = Pick<PageProps, 'state' | 'session'> & { form: SettingsEdits };

/** Where facts are counted from in the CRM. */
export function FactSourceFields(props: FactSourceProps) {
  const { choices } = props.state.factSources;
  return (
    <Column gap="sm">
      <Heading>Facts from the CRM</Heading>
      <Text variant="microcopy">{FACT_SOURCES_EXPLAINED}</Text>
      <Guess {...props} />
      {choices.state === 'reading' ? (
        <LoadingSpinner label={READING_CHOICES} showLabel />
      ) : (
        <Fields {...props} choices={choices.state === 'read' ? choices.answer : null} />
      )}
      <FactSourceTest {...props} />
    </Column>
  );
}

/** What the app would choose while nobody has chosen, later when it is asked for; and what it could not read. */
function Guess({ state, session }: FactSourceProps) {
  const [isAsked, setIsAsked] = useState(false);
  const { choices } = state.factSources;
  if (choices.state === 'failed')
    return (
      <Notice
        title={CHOICES_NOT_READ}
        variant="danger"
        sentences={[choices.failure.message, TYPE_NAMES]}
        link={choices.failure.link}
        actions={[{ label: 'Try again', act: session.readFactSources }]}
      />
    );
  if (choices.state !== 'read') return null;
  const { guess, notes, unread } = choices.answer;
  const isOffered = isUnchosen(state) || isAsked;
  return (
    <>
      {unread.length > 0 && <Notice title={CHOICES_NOT_READ} sentences={unread} />}
      {isByHand(state.settings.body.factSources) &&
        (!isOffered ? (
          <Actions actions={[{ label: 'Look for sources', act: () => setIsAsked(true) }]} />
        ) : isByHand(guess) ? (
          <Notice title={NO_GUESS_TITLE} variant="info" sentences={notes} />
        ) : (
          <Notice
            title={GUESS_TITLE}
            variant="info"
            sentences={[...notes, GUESS_EXPLAINED]}
            actions={[{ label: 'Use this', act: () => session.useFactSources(guess) }]}
          />
        ))}
    </>
  );
}

interface FieldsProps extends FactSourceProps {
  /** Null where they could not be read. */
  choices: FactSourceChoices | null;
}

function Fields(props: FieldsProps) {
  const { state, form, choices } = props;
  const { companiesAsking } = state.settings.body.factSources;
  const path = 'factSources.companiesAsking';
  const edit = (at: string, change: FactSources['companiesAsking'], isTyping = false) =>
    form.edit(
      at,
      (body) => ({ ...body, factSources: { ...body.factSources, companiesAsking: change } }),
      isTyping,
    );
  return (
    <Column gap="sm">
      <SharedCustomers {...props} />
      <AutoGrid columnWidth={240} flexible gap="md">
        <Select
          key={form.revision}
          name={path}
          label="Companies asking are counted by"
          value={companiesAsking === null ? HAND : 'property'}
          options={[
            { value: HAND, label: 'Hand' },
            { value: 'property', label: 'A property of deals' },
          ]}
          onChange={(by) =>
            edit(path, by === HAND ? null : { property: choices?.guess.companiesAsking?.property ?? '' })
          }
        />
        {companiesAsking !== null && (
          <ChoiceField
            {...{ form, path: `${path}.property`, value: companiesAsking.property }}
            label="Property with the partner"
            choices={choices?.dealProperties ?? null}
            absent={propertyNotOffered}
            onEdit={(property, isTyping) => edit(`${path}.property`, { property }, isTyping)}
          />
        )}
      </AutoGrid>
    </Column>
  );
}

function SharedCustomers({ state, form, choices }: FieldsProps) {
  const { sharedCustomers: source } = state.settings.body.factSources;
  const path = 'factSources.sharedCustomers';
  // each gets what the form holds now: an edit can come before the page has drawn the one before it
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
        value={source?.by ?? HAND}
        options={[
          { value: HAND, label: 'Hand' },
          { value: 'property', label: 'A property of companies' },
          { value: 'label', label: 'An association label' },
          { value: 'lists', label: 'One list a partner' },
        ]}
        onChange={(by) => edit(path, () => begin(String(by), choices))}
      />
      {source?.by === 'property' && (
        <ChoiceField
          {...{ form, path: `${path}.property`, value: source.property }}
          label="Property with their tools"
          choices={choices?.companyProperties ?? null}
          absent={propertyNotOffered}
          onEdit={(property, isTyping) =>
            edit(`${path}.property`, (one) => (one?.by === 'property' ? { ...one, property } : one), isTyping)
          }
        />
      )}
      {source?.by === 'label' && (
        <ChoiceField
          {...{ form, path: `${path}.label`, value: source.label }}
          label="Association label"
          choices={choices?.labels ?? null}
          absent={notInPortal}
          onEdit={(label, isTyping) =>
            edit(`${path}.label`, (one) => (one?.by === 'label' ? { ...one, label } : one), isTyping)
          }
        />
      )}
      {source !== null && source.by !== 'lists' && (
        <ChoicesField
          {...{ form, path: `${path}.lifecycleStages`, value: source.lifecycleStages }}
          label="Lifecycle stages of customers"
          placeholder={EVERY_COMPANY}
          choices={choices?.lifecycleStages ?? null}
          absent={notInPortal}
          onEdit={(lifecycleStages, isTyping) =>
            edit(
              `${path}.lifecycleStages`,
              (one) => (one === null || one.by === 'lists' ? one : { ...one, lifecycleStages }),
              isTyping,
            )
          }
        />
      )}
      {source?.by === 'lists' && (
        <TextField
          {...{ form, path: `${path}.name`, value: source.name }}
          label="Name of the lists"
          description={PARTNER_IN_LIST}
          onEdit={(name, isTyping) =>
            edit(`${path}.name`, (one) => (one?.by === 'lists' ? { ...one, name } : one), isTyping)
          }
        />
      )}
    </AutoGrid>
  );
}

/** What a kind of source starts with: the guess where it is of that kind. */
function begin(by: string, choices: FactSourceChoices | null): Shared {
  const guess = choices?.guess.sharedCustomers ?? null;
  if (guess?.by === by) return guess;
  const lifecycleStages = choices === null ? ['customer'] : customerStages(choices.lifecycleStages);
  if (by === 'property') return { by, property: '', lifecycleStages };
  if (by === 'label') return { by, label: '', lifecycleStages };
  return by === 'lists' ? { by, name: 'Uses {partner}' } : null;
}
