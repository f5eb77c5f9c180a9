import { ICON_SHAPES, RING } from './icon-shapes.ts';

/** A drawing without meaning of its own, beside a text that says the same. */
export function Glyph({ name }: { name: string }) {
  return (
    <svg className="ui-glyph" viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICON_SHAPES[name] ?? RING} />
    </svg>
  );
}
