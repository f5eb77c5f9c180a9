import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { InfoTip } from './tooltip.tsx';

/** What every labelled input of HubSpot shares. */
export interface FieldTexts {
  label?: string;
  required?: boolean;
  description?: string;
  tooltip?: string;
  error?: boolean;
  validationMessage?: string;
}

interface FieldProps extends FieldTexts {
  id: string;
  children: ReactNode;
}

/** Attributes that tie an input to its description and message. */
export function fieldAttributes(id: string, { description, validationMessage, error, required }: FieldTexts) {
  const parts = [description && `${id}-description`, validationMessage && `${id}-message`].filter(Boolean);
  return {
    id,
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': error || undefined,
    'aria-required': required || undefined,
  };
}

export function FieldLabel({ label, required, tooltip }: FieldTexts) {
  return (
    <>
      {label}
      {required && (
        <span className="ui-required" aria-hidden="true">
          {' *'}
        </span>
      )}
      {tooltip && ' '}
    </>
  );
}

export function FieldNotes({ id, description, validationMessage, error }: FieldTexts & { id: string }) {
  return (
    <>
      {description && (
        <div className="ui-description" id={`${id}-description`}>
          {description}
        </div>
      )}
      {validationMessage && (
        <div
          className={classNames('ui-message', error && 'is-error')}
          id={`${id}-message`}
          role={error ? 'alert' : undefined}
        >
          {validationMessage}
        </div>
      )}
    </>
  );
}

export function Field({ id, children, ...texts }: FieldProps) {
  const { label, tooltip, description, validationMessage, error } = texts;
  return (
    <div className={classNames('ui-field', error && 'is-error')}>
      {label && (
        <div className="ui-label">
          <label htmlFor={id}>
            <FieldLabel {...texts} />
          </label>
          {tooltip && <InfoTip label={label} text={tooltip} />}
        </div>
      )}
      {description && <FieldNotes id={id} description={description} />}
      {children}
      {validationMessage && (
        <FieldNotes id={id} validationMessage={validationMessage} error={error ?? false} />
      )}
    </div>
  );
}
