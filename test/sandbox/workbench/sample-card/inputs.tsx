import {
  AutoGrid,
  Button,
  DateInput,
  Flex,
  Input,
  NumberInput,
  SearchInput,
  Text,
  TextArea,
  type BaseDate,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

const START: BaseDate = { year: 2026, month: 10, date: 3 };

export function Inputs() {
  const [name, setName] = useState('Contoso');
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [shared, setShared] = useState<number | undefined>(12);
  const [day, setDay] = useState<BaseDate | undefined>(START);
  const [sought, setSought] = useState('nothing');
  return (
    <Flex direction="column" gap="medium">
      <AutoGrid columnWidth={260} gap="medium" flexible>
        <Input
          label="Name"
          name="name"
          value={name}
          required
          description="As it stands in the contract"
          tooltip="The legal name"
          onChange={setName}
          onInput={setTyped}
        />
        <Input label="Secret" name="secret" type="password" placeholder="Token" />
        <Input label="Read only" name="fixed" value="Cannot be changed" readOnly />
        <Input label="Wrong" name="wrong" error validationMessage="This name is taken." defaultValue="Acme" />
        <NumberInput
          label="Shared customers"
          name="shared"
          value={shared as number}
          min={0}
          precision={0}
          onChange={setShared}
          validationMessage="Counted"
        />
        <NumberInput
          label="Share"
          name="share"
          formatStyle="percentage"
          textAlign="right"
          defaultValue={40}
        />
        <DateInput
          label="Checked on"
          name="checked"
          value={day as BaseDate}
          format="standard"
          onChange={(date) => setDay(date)}
        />
        <SearchInput label="Find" name="find" placeholder="Search partners" onChange={setSought} />
      </AutoGrid>
      <TextArea label="Evidence" name="evidence" value={note} onInput={setNote} rows={3} resize="vertical" />
      <Flex direction="column" gap="extra-small">
        <Text>
          Committed {name}, typed {typed || 'nothing'}, note has {note.length} characters
        </Text>
        <Text>
          Shared {String(shared ?? 'unset')}, day {day ? `${day.year}/${day.month}/${day.date}` : 'unset'}
        </Text>
        <Text>Sought {sought}</Text>
      </Flex>
      <Button onClick={() => setName('Contoso')}>Undo name</Button>
    </Flex>
  );
}
