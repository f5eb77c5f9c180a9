import {
  AutoGrid,
  Button,
  CurrencyInput,
  DateInput,
  Flex,
  Form,
  Input,
  NumberInput,
  SearchInput,
  StepperInput,
  Text,
  TextArea,
  TimeInput,
  type BaseDate,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

const START: BaseDate = { year: 2026, month: 10, date: 3 };

export function Inputs() {
  const [name, setName] = useState('Contoso');
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [shared, setShared] = useState<number | undefined>(12);
  const [rating, setRating] = useState(3);
  const [day, setDay] = useState<BaseDate | undefined>(START);
  const [sent, setSent] = useState('nothing');
  return (
    <Form onSubmit={({ targetValue }) => setSent(JSON.stringify(targetValue))}>
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
        <StepperInput label="Rating" name="rating" value={rating} min={1} max={5} onChange={setRating} />
        <CurrencyInput label="Deal" name="deal" currency="EUR" defaultValue={1200} />
        <DateInput
          label="Checked on"
          name="checked"
          value={day as BaseDate}
          format="standard"
          onChange={(date) => setDay(date)}
        />
        <TimeInput label="Call at" name="call" defaultValue={{ hours: 9, minutes: 30 }} />
        <SearchInput label="Find" name="find" placeholder="Search partners" />
      </AutoGrid>
      <TextArea label="Evidence" name="evidence" value={note} onInput={setNote} rows={3} resize="vertical" />
      <Flex direction="column" gap="extra-small">
        <Text>
          Committed {name}, typed {typed || 'nothing'}, note has {note.length} characters
        </Text>
        <Text>
          Shared {String(shared ?? 'unset')}, rating {rating}, day{' '}
          {day ? `${day.year}/${day.month}/${day.date}` : 'unset'}
        </Text>
        <Text>Sent {sent}</Text>
      </Flex>
      <Flex gap="small">
        <Button type="submit" variant="primary">
          Send
        </Button>
        <Button onClick={() => setName('Contoso')}>Undo name</Button>
      </Flex>
    </Form>
  );
}
