import type {
  AutoGridProps,
  BoxProps,
  DividerProps,
  FlexAlign,
  FlexJustify,
  FlexProps,
} from '@hubspot/ui-extensions';
import type { CSSProperties } from 'react';
import { classNames } from './class-names.ts';
import { pixelsOf } from './distances.ts';
import { oldNames } from './old-names.ts';

const JUSTIFY: Record<FlexJustify, string> = {
  start: 'flex-start',
  end: 'flex-end',
  center: 'center',
  around: 'space-around',
  between: 'space-between',
};
const ALIGN: Record<FlexAlign, string> = {
  start: 'flex-start',
  end: 'flex-end',
  center: 'center',
  baseline: 'baseline',
  stretch: 'stretch',
};

export function Flex(props: FlexProps) {
  const { direction = 'row', justify, align, alignSelf, wrap } = props;
  const style: CSSProperties = {
    flexDirection: direction,
    gap: pixelsOf(props.gap),
    justifyContent: justify && JUSTIFY[justify],
    alignItems: align && ALIGN[align],
    alignSelf: alignSelf && ALIGN[alignSelf],
    flexWrap: wrap === true || wrap === 'wrap' ? 'wrap' : 'nowrap',
  };
  return (
    <div className={classNames('ui-flex', direction === 'column' && 'is-column')} style={style}>
      {props.children}
    </div>
  );
}

const BOX_FLEX = { initial: '0 1 auto', auto: '1 1 auto', none: 'none' };

export function Box({ flex = 'auto', alignSelf = 'auto', children }: BoxProps) {
  const style: CSSProperties = {
    flex: typeof flex === 'number' ? flex : BOX_FLEX[flex],
    alignSelf: alignSelf === 'auto' ? undefined : ALIGN[alignSelf],
  };
  return (
    <div className="ui-box" style={style}>
      {children}
    </div>
  );
}

export function AutoGrid({ columnWidth, gap, flexible = false, children }: AutoGridProps) {
  const width = `min(100%, ${columnWidth}px)`;
  const gridTemplateColumns = flexible
    ? `repeat(auto-fit, minmax(${width}, 1fr))`
    : `repeat(auto-fill, ${width})`;
  return (
    <div className="ui-grid" style={{ gridTemplateColumns, gap: pixelsOf(gap) }}>
      {children}
    </div>
  );
}

export function Divider(props: DividerProps) {
  const size = props.size ?? oldNames(props).distance;
  return <hr className="ui-divider" style={{ marginBlock: pixelsOf(size, 'small') }} />;
}
