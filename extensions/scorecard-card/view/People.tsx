import { Flex, LoadingSpinner, Text, ToggleGroup } from '@hubspot/ui-extensions';
import { useState } from 'react';

import type { PartnerContact, PartnerContacts } from '../../../src/contract/facts.ts';
import { CONTACT_ROLES } from '../../../src/icp/crm-facts.ts';
import { dayInWords } from '../../../src/icp/day-in.ts';
import { inSentence } from '../../../src/icp/profile.ts';
import { peopleListed, roleNotSet } from '../../../src/messages/fact-lines.ts';
import { lastActivity } from '../../../src/messages/facts.ts';

import { Actions, Column, Notice } from '../../common/layout.tsx';
import { type FactsState, shownRoles } from '../state/facts-state.ts';
import type { Session } from '../state/session.ts';
import { RecordLink } from './FactList.tsx';
import { FACT_WORDS } from './gathered-fact.ts';
import { useFacts } from './use-facts.ts';

const PAGE = 10;

/** The contacts of the company with their roles, which are set here. */
export function People({ session }: { session: Session }) {
  const facts = useFacts(session);
  const state = session.read();
  const contacts = facts?.gathered?.contacts ?? null;
  if (facts === null || contacts === null || state.phase !== 'ready') return null;
  const again = {
    label: facts.isGathering ? 'Reading ...' : FACT_WORDS.contacts.again,
    act: session.gatherFacts,
    isDisabled: facts.isGathering,
  };
  const { noContacts, rolesAtOnce } = state.record.texts.words;
  if (contacts.state !== 'counted')
    return <Notice title={FACT_WORDS.contacts.label} sentences={[contacts.message]} actions={[again]} />;
  const { people, noRoles } = contacts.fact;
  return (
    <Column gap="md">
      <Text>{people.length === 0 ? noContacts : (noRoles ?? rolesAtOnce)}</Text>
      <RoleFailure facts={facts} people={people} session={session} />
      <Persons fact={contacts.fact} facts={facts} session={session} />
      <Flex>
        <Actions actions={[again]} />
      </Flex>
    </Column>
  );
}

interface PersonsProps {
  fact: PartnerContacts;
  facts: FactsState;
  session: Session;
}

function Persons({ fact, facts, session }: PersonsProps) {
  const [pages, setPages] = useState(1);
  const { people, count, isAtLeast, noRoles, notes } = fact;
  const listed = people.slice(0, pages * PAGE);
  const counted = `${isAtLeast ? 'at least ' : ''}${count.toLocaleString('en')}`;
  return (
    <Column gap="md">
      {listed.map((person) => (
        <Person key={person.id} {...{ person, facts, session }} hasRoles={noRoles === null} />
      ))}
      {listed.length < people.length && (
        <Text variant="microcopy">{peopleListed(listed.length, counted)}</Text>
      )}
      {notes.length > 0 && <Text variant="microcopy">{notes.join(' ')}</Text>}
      {listed.length < people.length && (
        <Flex>
          <Actions actions={[{ label: 'List more people', act: () => setPages(pages + 1) }]} />
        </Flex>
      )}
    </Column>
  );
}

interface PersonProps extends Omit<PersonsProps, 'fact'> {
  person: PartnerContact;
  hasRoles: boolean;
}

function Person({ person, facts, hasRoles, session }: PersonProps) {
  const { id, name, title, lastActivityOn } = person;
  const isBusy = facts.roleWrites.some(({ contactId }) => contactId === id);
  const about = [title, lastActivityOn === null ? '' : lastActivity(dayInWords(lastActivityOn))];
  return (
    <Flex direction="column" testId={`person-${id}`}>
      <Flex align="center" gap="sm" wrap>
        <Text inline format={{ fontWeight: 'demibold' }}>
          <RecordLink record={person} />
        </Text>
        <Text inline variant="microcopy">
          {about.filter((text) => text !== '').join(' · ')}
        </Text>
        {isBusy && <LoadingSpinner label={`Saving the roles of ${name}`} size="xs" />}
      </Flex>
      {hasRoles && (
        <ToggleGroup
          // made anew where a role was put back, since HubSpot's inputs keep what was clicked
          key={facts.rolesPutBack}
          toggleType="checkboxList"
          name={`roles-${id}`}
          label={`Roles of ${name}`}
          size="sm"
          inline
          options={ROLES}
          value={[...shownRoles(facts, person)]}
          onChange={(chosen) => setRoles(person, chosen, session)}
        />
      )}
    </Flex>
  );
}

const ROLES = CONTACT_ROLES.map(({ key, label }) => ({ value: key, label }));

/** Writes the roles that differ from those that are set, or are being set. */
function setRoles(person: PartnerContact, chosen: readonly string[], session: Session): void {
  const state = session.read();
  if (state.phase !== 'ready') return;
  const before = shownRoles(state.facts, person);
  for (const { key: role } of CONTACT_ROLES) {
    const isSet = chosen.includes(role);
    if (isSet !== before.includes(role)) void session.setContactRole({ contactId: person.id, role, isSet });
  }
}

interface RoleFailureProps {
  facts: FactsState;
  people: readonly PartnerContact[];
  session: Session;
}

function RoleFailure({ facts: { roleFailure }, people, session }: RoleFailureProps) {
  if (roleFailure === null) return null;
  const { write, failure } = roleFailure;
  const name = people.find(({ id }) => id === write.contactId)?.name ?? `contact ${write.contactId}`;
  const role = CONTACT_ROLES.find(({ key }) => key === write.role)?.label ?? write.role;
  return (
    <Notice
      title={roleNotSet(inSentence(role), name)}
      variant="danger"
      sentences={[failure.message]}
      link={failure.link}
      actions={[{ label: 'Try again', act: () => session.setContactRole(write) }]}
    />
  );
}
