import { useState, type FormEvent } from 'react';
import type { Property } from '../crm-objects.ts';

interface ControlProps {
  property: Property;
  value: string;
  onChange: (value: string) => void;
}

function Several({ property, value, onChange }: ControlProps) {
  const chosen = value.split(';').filter(Boolean);
  const toggle = (each: string) => {
    const rest = chosen.filter((other) => other !== each);
    onChange((rest.length === chosen.length ? [...chosen, each] : rest).join(';'));
  };
  return (
    <fieldset className="page-several">
      <legend className="ui-hidden">{property.label}</legend>
      {property.options.map((option) => (
        <label key={option.value} className="ui-check">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The input for a property's own kind, focused. */
export function PropertyControl({ property, value, onChange }: ControlProps) {
  const { label, type, fieldType, options } = property;
  const common = { className: 'ui-input', 'aria-label': label, value, autoFocus: true };
  if (fieldType === 'checkbox') return <Several {...{ property, value, onChange }} />;
  if (options.length > 0)
    return (
      <select {...common} onChange={(event) => onChange(event.target.value)}>
        <option value="">(empty)</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  if (fieldType === 'textarea')
    return <textarea {...common} rows={3} onChange={(event) => onChange(event.target.value)} />;
  // Text even for numbers: the CRM validates outside edits, not this page.
  return (
    <input
      {...common}
      type={type === 'date' ? 'date' : 'text'}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface EditorProps {
  property: Property;
  value: string;
  save: (value: string) => Promise<void>;
  close: () => void;
}

/** Edits one property without the card, as on HubSpot's own page. */
export function PropertyEditor({ property, value, save, close }: EditorProps) {
  const [draft, setDraft] = useState(value);
  const [problem, setProblem] = useState<string>();
  const [saving, setSaving] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    try {
      await save(draft);
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setSaving(false);
    }
  };
  return (
    <form
      className="page-editor"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <PropertyControl property={property} value={draft} onChange={setDraft} />
      {problem && (
        <div className="ui-message is-error" role="alert">
          {problem}
        </div>
      )}
      <div className="ui-button-row">
        <button type="submit" className="ui-button is-primary is-sm" aria-disabled={saving}>
          Save
        </button>
        <button type="button" className="ui-button is-secondary is-sm" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
