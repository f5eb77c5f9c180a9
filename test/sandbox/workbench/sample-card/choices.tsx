import {
  AutoGrid,
  Checkbox,
  Flex,
  MultiSelect,
  RadioButton,
  Select,
  Text,
  Toggle,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

const RATINGS = [
  { label: 'Unknown', value: '', description: 'Not asked yet' },
  { label: '1', value: '1', description: 'No shared customers' },
  { label: '3', value: '3', description: 'A few, not asking' },
  { label: '5', value: '5', description: 'Many, and they ask' },
  { label: 'Locked', value: '6', readOnly: true },
];
const TYPES = [
  { label: 'Technology', value: 'technology' },
  { label: 'Reseller', value: 'reseller' },
  { label: 'Referral', value: 'referral' },
];

export function Choices() {
  const [rating, setRating] = useState('3');
  const [seen, setSeen] = useState<string[]>(['docs']);
  const [type, setType] = useState('technology');
  const [others, setOthers] = useState<(string | number | boolean)[]>([]);
  const [agreed, setAgreed] = useState(false);
  const [live, setLive] = useState(true);
  return (
    <Flex direction="column" gap="medium">
      <ToggleGroup
        toggleType="radioButtonList"
        name="rating"
        label="Customer overlap"
        tooltip="Weight 30"
        required
        inline
        options={RATINGS}
        value={rating}
        onChange={setRating}
      />
      <ToggleGroup
        toggleType="checkboxList"
        name="artifacts"
        label="Artifacts seen"
        error
        validationMessage="At least two are needed."
        options={[
          { label: 'API docs', value: 'docs' },
          { label: 'Sandbox', value: 'sandbox' },
        ]}
        value={seen}
        onChange={setSeen}
      />
      <AutoGrid columnWidth={240} gap="medium" flexible>
        <Select
          label="Partner type"
          name="type"
          options={TYPES}
          value={type}
          description="Decides the profile"
          onChange={(value) => setType(String(value))}
        />
        <Select label="Not chosen yet" name="later" options={TYPES} placeholder="Choose a type" />
        <Select label="Fixed" name="fixed" options={TYPES} value="referral" readOnly />
        <MultiSelect label="Other types" name="others" options={TYPES} value={others} onChange={setOthers} />
      </AutoGrid>
      <Flex gap="large" wrap>
        <Checkbox name="agreed" checked={agreed} description="Once per year" onChange={setAgreed}>
          Reviewed
        </Checkbox>
        <Checkbox name="never" readOnly>
          Cannot be ticked
        </Checkbox>
        <RadioButton name="single" value="one">
          A single radio
        </RadioButton>
        <Toggle label="Live" name="live" checked={live} onChange={setLive} />
        <Toggle label="Label on top" name="top" labelDisplay="top" size="sm" />
      </Flex>
      <Text>
        Rating {rating || 'unknown'}, artifacts {seen.join('+') || 'none'}, type {type}, others{' '}
        {others.join('+') || 'none'}, agreed {String(agreed)}, live {String(live)}
      </Text>
    </Flex>
  );
}
