import type { IconProps } from '@hubspot/ui-extensions';
import { classNames } from './class-names.ts';
import { sizeOf } from './distances.ts';
import { ICON_SHAPES, RING } from './icon-shapes.ts';

/** A drawing without meaning of its own, beside a text that says the same. */
export function Glyph({ name }: { name: string }) {
  return (
    <svg className="ui-glyph" viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICON_SHAPES[name] ?? RING} />
    </svg>
  );
}

export function Icon({ name, color = 'inherit', size, screenReaderText }: IconProps) {
  const label = screenReaderText ? { role: 'img', 'aria-label': screenReaderText } : { 'aria-hidden': true };
  return (
    <span className={classNames('ui-icon', `is-${color}`, `is-${sizeOf(size, 'md')}`)} {...label}>
      <Glyph name={name} />
    </span>
  );
}
