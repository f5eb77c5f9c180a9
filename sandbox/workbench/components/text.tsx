import type { HeadingProps, ListProps, TextFormatOptions, TextProps } from '@hubspot/ui-extensions';
import { Children, type CSSProperties } from 'react';
import { classNames } from './class-names.ts';

const WEIGHT = { regular: 400, demibold: 600, bold: 700 };
const DECORATION = { none: 'none', underline: 'underline', strikethrough: 'line-through' };

function styleOf(format: TextFormatOptions | undefined): CSSProperties {
  const { fontWeight, italic, lineDecoration, textTransform } = format ?? {};
  return {
    fontWeight: fontWeight && WEIGHT[fontWeight],
    fontStyle: italic ? 'italic' : undefined,
    textDecoration: lineDecoration && DECORATION[lineDecoration],
    textTransform: textTransform === 'sentenceCase' ? undefined : textTransform,
  };
}

export function Text({ variant = 'bodytext', inline, children, format, truncate }: TextProps) {
  // A div: cards nest tags, links and texts in a text.
  const Tag = inline ? 'span' : 'div';
  const options = typeof truncate === 'object' ? truncate : {};
  const whole = typeof children === 'string' ? children : undefined;
  return (
    <Tag
      className={classNames(
        'ui-text',
        `is-${variant}`,
        Boolean(truncate) && 'is-truncated',
        format?.textTransform === 'sentenceCase' && 'is-sentence-case',
      )}
      style={{ ...styleOf(format), maxWidth: options.maxWidth }}
      title={truncate ? (options.tooltipText ?? whole) : undefined}
    >
      {children}
    </Tag>
  );
}

export function Heading({ children, inline }: HeadingProps) {
  return <h3 className={classNames('ui-heading', inline && 'is-inline')}>{children}</h3>;
}

export function List({ children, variant = 'unordered' }: ListProps) {
  const Tag = variant.startsWith('ordered') ? 'ol' : 'ul';
  return (
    <Tag className={`ui-list is-${variant}`}>
      {Children.toArray(children).map((child, index) => (
        <li key={index}>{child}</li>
      ))}
    </Tag>
  );
}
