import type { InputProps, SearchInputProps, TextAreaProps } from '@hubspot/ui-extensions';
import { useId, useRef, type ChangeEvent, type KeyboardEvent } from 'react';
import { useDraft } from './draft.ts';
import { Field, fieldAttributes } from './field.tsx';
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';

type Editable = HTMLInputElement | HTMLTextAreaElement;

/**
 * State of a text input. HubSpot calls `onInput` at every keystroke and `onChange` when the field loses the focus.
 */
function useText(props: InputProps) {
  const { draft, edit, settle } = useDraft(props.value ?? props.defaultValue, '');
  const committed = useRef(draft);
  const commit = () => {
    if (committed.current === draft) return;
    committed.current = draft;
    props.onChange?.(draft);
    settle();
  };
  const replace = (next: string) => {
    edit(next);
    props.onInput?.(next);
  };
  const attributes = {
    name: props.name,
    value: draft,
    placeholder: props.placeholder,
    readOnly: props.readOnly,
    onChange: (event: ChangeEvent<Editable>) => replace(event.target.value),
    onFocus: () => {
      committed.current = draft;
      props.onFocus?.(draft);
    },
    onBlur: () => {
      commit();
      props.onBlur?.(draft);
    },
  };
  const clear = () => {
    replace('');
    committed.current = '';
    props.onChange?.('');
  };
  return { draft, commit, clear, attributes };
}

export function Input(props: InputProps) {
  const id = useId();
  const { attributes } = useText(props);
  return (
    <Field id={id} {...props}>
      <input
        {...fieldAttributes(id, props)}
        {...attributes}
        className="ui-input"
        type={props.type ?? 'text'}
      />
    </Field>
  );
}

export function TextArea(props: TextAreaProps) {
  const id = useId();
  const { attributes } = useText(props);
  return (
    <Field id={id} {...props}>
      <textarea
        {...fieldAttributes(id, props)}
        {...attributes}
        className="ui-input"
        rows={props.rows ?? 3}
        cols={props.cols}
        maxLength={props.maxLength}
        style={{ resize: props.resize ?? 'both' }}
      />
    </Field>
  );
}

export function SearchInput({ clearable = true, ...props }: SearchInputProps) {
  const id = useId();
  const { draft, commit, clear, attributes } = useText(props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
  };
  return (
    <Field id={id} {...props}>
      <div className="ui-search">
        <Search />
        <input
          {...fieldAttributes(id, props)}
          {...attributes}
          className="ui-input"
          role="searchbox"
          onKeyDown={onKeyDown}
        />
        {clearable && draft !== '' && !props.readOnly && (
          <button type="button" className="ui-icon-button" aria-label="Clear search" onClick={clear}>
            <X />
          </button>
        )}
      </div>
    </Field>
  );
}
