import type { FormInputValues, FormProps } from '@hubspot/ui-extensions';
import { createContext, useContext, useEffect, useRef, type FormEvent } from 'react';
import { submitEvent } from './events.ts';
import { reactionsOf, useOverlays } from './overlays.tsx';

/** An input as its form sees it: what it holds, and how to hand it to the card first. */
interface FormField {
  name: string | undefined;
  read(): unknown;
  commit?: () => void;
}
type Fields = Set<{ current: FormField }>;
const FieldsContext = createContext<Fields | null>(null);

/** Makes an input part of the form around it. */
export function useFormField(field: FormField): void {
  const fields = useContext(FieldsContext);
  const current = useRef(field);
  current.current = field;
  useEffect(() => {
    fields?.add(current);
    return () => void fields?.delete(current);
  }, [fields]);
}

function valuesOf(fields: Fields): FormInputValues {
  const values: [string, unknown][] = [];
  for (const { current } of fields) {
    const value = current.read();
    if (current.name && value !== undefined) values.push([current.name, value]);
  }
  return Object.fromEntries(values) as FormInputValues;
}

export function Form({ children, onSubmit, autoComplete }: FormProps) {
  const fields = useRef<Fields>(new Set());
  const overlays = useOverlays();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // React sends events of a dialog opened from this form here too.
    if (event.target !== event.currentTarget) return;
    for (const { current } of fields.current) current.commit?.();
    void onSubmit?.(submitEvent(valuesOf(fields.current)), reactionsOf(overlays));
  };
  return (
    <FieldsContext.Provider value={fields.current}>
      <form className="ui-form" noValidate autoComplete={autoComplete} onSubmit={submit}>
        {children}
      </form>
    </FieldsContext.Provider>
  );
}
