import { createContext, useContext, useState } from 'react';
import type { WorkbenchOwner } from '../host/settings.ts';
import type { Property } from './crm-objects.ts';
import { nameOf } from './property-text.ts';
import { settings } from './portal.ts';

const NOBODY: WorkbenchOwner = { id: '', userId: 0, email: '', firstName: 'Nobody', lastName: '' };
const KEY = 'workbench-owner';

const SignedIn = createContext<WorkbenchOwner>(NOBODY);
export const SignedInProvider = SignedIn.Provider;

export function useSignedIn(): WorkbenchOwner {
  return useContext(SignedIn);
}

/** Why this person may not edit a property; undefined where they may. */
export function whyLocked(owner: WorkbenchOwner, { name, readOnly }: Property): string | undefined {
  if (readOnly) return 'Read only';
  return owner.readOnlyProperties?.includes(name) ? 'You may not edit this property' : undefined;
}

/** Who the page acts as: the owner chosen last in this tab, else the first. */
export function useOwnerChoice() {
  const [id, setId] = useState(() => sessionStorage.getItem(KEY));
  const owner = settings.owners.find((each) => each.id === id) ?? settings.owners[0] ?? NOBODY;
  const choose = (chosen: string) => {
    sessionStorage.setItem(KEY, chosen);
    setId(chosen);
  };
  return { owner, choose };
}

export function OwnerSelect({ owner, choose }: ReturnType<typeof useOwnerChoice>) {
  return (
    <label className="page-owner">
      <span>Signed in as</span>
      <select
        className="ui-input ui-select"
        aria-label="Signed in as"
        value={owner.id}
        onChange={(event) => choose(event.target.value)}
      >
        {settings.owners.map((each) => (
          <option key={each.id} value={each.id}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
