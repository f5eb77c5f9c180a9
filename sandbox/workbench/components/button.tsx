import type {
  BaseButtonProps,
  ButtonProps,
  ButtonRowProps,
  LoadingButtonProps,
} from '@hubspot/ui-extensions';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { sizeOf } from './distances.ts';
import { extensionEvent, targetOf } from './events.ts';
import Check from 'lucide-react/icons/check';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { reactionsOf, useOverlays, WithOverlay } from './overlays.tsx';

interface PressableProps extends BaseButtonProps {
  busy?: boolean;
  describedBy: string | undefined;
  press: () => void;
  icon?: ReactNode;
}

function buttonClass({ variant = 'secondary', size, truncate }: BaseButtonProps): string {
  return classNames('ui-button', `is-${variant}`, `is-${sizeOf(size, 'md')}`, truncate && 'is-truncated');
}

function Pressable(props: PressableProps) {
  const overlays = useOverlays();
  const { busy = false, truncate, href, children } = props;
  const title = truncate && typeof children === 'string' ? children : undefined;
  const onClick = () => {
    if (busy) return;
    props.press();
    void props.onClick?.(extensionEvent('click'), reactionsOf(overlays));
  };
  const contents = (
    <>
      <span className="ui-button-text">{children}</span>
      {props.icon}
    </>
  );
  const common = { className: buttonClass(props), title, onClick, 'aria-describedby': props.describedBy };
  if (href !== undefined && !props.disabled) {
    const { url, external } = targetOf(href);
    return (
      <a {...common} href={url} {...(external ? { target: '_blank', rel: 'noreferrer' } : {})}>
        {contents}
      </a>
    );
  }
  // Not `disabled` while busy: that would take the focus away at every save.
  return (
    <button
      {...common}
      type="button"
      disabled={props.disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
    >
      {contents}
    </button>
  );
}

export function Button({ overlay, ...rest }: ButtonProps) {
  return <WithOverlay overlay={overlay}>{(trigger) => <Pressable {...rest} {...trigger} />}</WithOverlay>;
}

/** How long the result icon is shown. */
const RESULT_MS = 2000;

export function LoadingButton(props: LoadingButtonProps) {
  const { overlay, overlayOptions, loading = false, resultIconName = 'success', ...rest } = props;
  // Draws only the two result icons that our cards use.
  const ResultIcon = resultIconName === 'warning' ? TriangleAlert : Check;
  const wasLoading = useRef(loading);
  const opensLater = overlayOptions?.openBehavior === 'onLoadingFinish';
  const [done, setDone] = useState(false);
  const openLater = useRef(() => {});
  useEffect(() => {
    const finished = wasLoading.current && !loading;
    wasLoading.current = loading;
    if (!finished) return;
    if (opensLater) openLater.current();
    setDone(true);
    const timer = setTimeout(() => setDone(false), RESULT_MS);
    return () => clearTimeout(timer);
  }, [loading, opensLater]);
  const icon = loading ? <span className="ui-spinner" /> : done && <ResultIcon />;
  return (
    <WithOverlay overlay={overlay}>
      {({ describedBy, press }) => {
        openLater.current = press;
        return (
          <Pressable
            {...rest}
            busy={loading}
            icon={icon}
            describedBy={describedBy}
            press={opensLater ? () => {} : press}
          />
        );
      }}
    </WithOverlay>
  );
}

// HubSpot moves buttons that do not fit into a dropdown. Here they wrap.
export function ButtonRow({ children }: ButtonRowProps) {
  return <div className="ui-button-row">{children}</div>;
}
