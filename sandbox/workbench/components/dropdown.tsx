import type { DropdownButtonItemProps, DropdownProps } from '@hubspot/ui-extensions';
import { createContext, useContext, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { sizeOf } from './distances.ts';
import { extensionEvent } from './events.ts';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { oldNames } from './old-names.ts';
import { reactionsOf, useOverlays, WithOverlay } from './overlays.tsx';
import { usePopup } from './popup.ts';

type DropdownOptions = { label: string; onClick?: () => void }[];

const CloseMenu = createContext<() => void>(() => {});

const itemsOf = (menu: HTMLElement | null) => [
  ...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
];

function moveFocus(event: KeyboardEvent, menu: HTMLElement | null) {
  const items = itemsOf(menu);
  const at = items.findIndex((item) => item === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[(to + items.length) % items.length]?.focus();
}

interface MenuProps {
  open: boolean;
  label: string;
  options: DropdownOptions;
  close: () => void;
  children: ReactNode;
}

/** Stays mounted while closed: an item can own an open dialog. */
function Menu({ open, label, options, close, children }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) itemsOf(menu.current)[0]?.focus();
  }, [open]);
  return (
    <div
      className="ui-popup ui-menu"
      role="menu"
      aria-label={label}
      ref={menu}
      hidden={!open}
      onKeyDown={(event) => moveFocus(event, menu.current)}
    >
      <CloseMenu.Provider value={close}>
        {children}
        {options.map((option) => (
          <MenuItem key={option.label} onPress={() => option.onClick?.()}>
            {option.label}
          </MenuItem>
        ))}
      </CloseMenu.Provider>
    </div>
  );
}

export function Dropdown(props: DropdownProps) {
  const { options = [] } = oldNames(props);
  const { variant = 'secondary', buttonText = 'More', buttonSize, disabled, children } = props;
  const popup = usePopup();
  const { open } = popup;
  return (
    <div className="ui-popup-frame" ref={popup.frame} onKeyDown={popup.onKeyDown}>
      <button
        type="button"
        ref={popup.button}
        className={`ui-button is-${variant} is-${sizeOf(buttonSize, 'md')}`}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={disabled}
        onClick={() => popup.setOpen(!open)}
      >
        <span className="ui-button-text">{buttonText}</span>
        <ChevronDown />
      </button>
      <Menu {...{ open, options }} label={buttonText} close={popup.close}>
        {children}
      </Menu>
    </div>
  );
}

function MenuItem({ children, onPress }: { children: ReactNode; onPress: () => void }) {
  const close = useContext(CloseMenu);
  const press = () => {
    close();
    onPress();
  };
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={press}>
      {children}
    </button>
  );
}

export function DropdownButtonItem({ children, onClick, overlay }: DropdownButtonItemProps) {
  const overlays = useOverlays();
  return (
    <WithOverlay overlay={overlay}>
      {({ press }) => (
        <MenuItem
          onPress={() => {
            press();
            void onClick?.(extensionEvent('click'), reactionsOf(overlays));
          }}
        >
          {children}
        </MenuItem>
      )}
    </WithOverlay>
  );
}
