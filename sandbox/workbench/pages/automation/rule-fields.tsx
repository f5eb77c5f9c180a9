import { useId, type ReactNode } from 'react';
import { Field, fieldAttributes } from '../../components/field.tsx';
import type { Property } from '../crm-objects.ts';
import { settings } from '../portal.ts';
import { nameOf } from '../property-text.ts';

interface FieldProps {
  label: string;
  value: string;
  problem: string | undefined;
  choose: (value: string) => void;
}

interface Option {
  value: string;
  label: string;
}

/** Attributes and frame of a field, with its problem below it. */
function useLabelled({ label, problem }: Pick<FieldProps, 'label' | 'problem'>) {
  const id = useId();
  const texts = problem === undefined ? { label } : { label, error: true, validationMessage: problem };
  const frame = (input: ReactNode) => (
    <Field id={id} {...texts}>
      {input}
    </Field>
  );
  return { attributes: fieldAttributes(id, texts), frame };
}

export function TextField({ value, choose, isFirst = false, ...texts }: FieldProps & { isFirst?: boolean }) {
  const { attributes, frame } = useLabelled(texts);
  return frame(
    <input
      {...attributes}
      className="ui-input"
      value={value}
      autoFocus={isFirst}
      onChange={(event) => choose(event.target.value)}
    />,
  );
}

type SelectFieldProps = Omit<FieldProps, 'problem'> & {
  problem?: string | undefined;
  options: readonly Option[];
};

export function SelectField({ value, choose, options, label, problem }: SelectFieldProps) {
  const { attributes, frame } = useLabelled({ label, problem });
  const isListed = options.some((option) => option.value === value);
  return frame(
    <select
      {...attributes}
      className="ui-input ui-select"
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      {!isListed && <option value={value}>{value || 'Choose'}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>,
  );
}

export function PropertySelect({ properties, ...field }: FieldProps & { properties: readonly Property[] }) {
  const sorted = [...properties].sort((a, b) => a.label.localeCompare(b.label));
  return <SelectField {...field} options={sorted.map(({ name, label }) => ({ value: name, label }))} />;
}

interface ValueFieldProps extends FieldProps {
  property: Property | undefined;
  /** Whether no value can be chosen too. */
  mayBeEmpty?: boolean;
}

/** A select for options and owners, else a text. */
export function ValueField({ property, mayBeEmpty = false, ...field }: ValueFieldProps) {
  const options = property?.isOwner
    ? settings.owners.map((owner) => ({ value: owner.id, label: nameOf(owner) }))
    : (property?.options ?? []);
  if (options.length === 0) return <TextField {...field} />;
  const none = mayBeEmpty ? [{ value: '', label: 'No value' }] : [];
  return <SelectField {...field} options={[...none, ...options]} />;
}
