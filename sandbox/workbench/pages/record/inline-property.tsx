import Pencil from 'lucide-react/icons/pencil';
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { Property } from '../crm-objects.ts';
import { valueText } from '../portal.ts';
import { useSignedIn, whyLocked } from '../session.tsx';
import { PropertyControl } from './property-editor.tsx';

interface InlineProps {
  property: Property;
  value: string;
  save: (value: string) => Promise<void>;
}

/** One property, as HubSpot edits it in place. A click opens its input; what is chosen or left is saved at once. */
export function InlineProperty({ property, value, save }: InlineProps) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const [problem, setProblem] = useState('');
  const locked = whyLocked(useSignedIn(), property);
  const shown = value === '' ? '–' : valueText(property, value);
  const close = () => {
    setEditing(false);
    setProblem('');
    // Not where the input was left for another element.
    requestAnimationFrame(() => document.activeElement === document.body && opener.current?.focus());
  };
  const commit = async (draft: string) => {
    try {
      if (draft !== value) await save(draft);
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <div className="crm-property-label" id={id} title={property.description || undefined}>
        {property.label}
      </div>
      {locked !== undefined && (
        <div className="crm-property-locked">
          {shown} <span className="page-quiet">{locked}</span>
        </div>
      )}
      {locked === undefined && !editing && (
        <button
          type="button"
          className="crm-property-value"
          ref={opener}
          aria-label={`Edit ${property.label}: ${value === '' ? 'empty' : shown}`}
          onClick={() => setEditing(true)}
        >
          {shown}
          <Pencil />
        </button>
      )}
      {locked === undefined && editing && <InlineEditor {...{ property, value, commit, close, problem }} />}
    </>
  );
}

interface InlineEditorProps {
  property: Property;
  value: string;
  problem: string;
  commit: (draft: string) => Promise<void>;
  close: () => void;
}

function InlineEditor({ property, value, problem, commit, close }: InlineEditorProps) {
  const [draft, setDraft] = useState(value);
  const saving = useRef(false);
  const byKeyboard = useRef(false);
  const submit = async (wanted: string) => {
    if (saving.current) return;
    saving.current = true;
    await commit(wanted);
    saving.current = false;
  };
  const onChange = (next: string) => {
    setDraft(next);
    // Arrow keys in a select pass over options that nobody means.
    if (isSelect(property) && !byKeyboard.current) void submit(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    byKeyboard.current = true;
    if (event.key === 'Escape') close();
    const isLine = property.fieldType !== 'textarea' || event.ctrlKey || event.metaKey;
    if (event.key !== 'Enter' || !isLine) return;
    event.preventDefault();
    void submit(draft);
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // A refused value stays open until it is changed or given up.
    if (!currentTarget.contains(relatedTarget) && (problem === '' || draft !== value)) void submit(draft);
  };
  return (
    <div
      className="crm-property-editor"
      {...{ onKeyDown, onBlur }}
      onPointerDown={() => (byKeyboard.current = false)}
    >
      <PropertyControl {...{ property, value: draft, onChange }} />
      {problem !== '' && (
        <div className="ui-message is-error" role="alert">
          {problem}
        </div>
      )}
    </div>
  );
}

const isSelect = ({ fieldType, options }: Property) => options.length > 0 && fieldType !== 'checkbox';
