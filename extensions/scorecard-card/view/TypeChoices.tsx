import { ToggleGroup } from '@hubspot/ui-extensions';
import { useState } from 'react';

import type { Guidance } from '../../../src/icp/guidance.ts';
import {
  PARTNER_CATEGORIES,
  PARTNER_TYPES,
  type PartnerCategory,
  type PartnerType,
  isPartnerType,
} from '../../../src/icp/partner-types.ts';
import { Pair } from './layout.tsx';
import { TYPE_FIELD } from '../../../src/icp/type-change.ts';
import { typeNotSetUp } from '../../../src/messages/cards.ts';

interface TypeChoicesProps {
  picked: PartnerType | null;
  ready: readonly PartnerType[];
  guidance: Guidance;
  isFixed: boolean;
  onChoose: (type: PartnerType) => void;
}

/** Categories and types, with a sentence each. Opening a category chooses nothing; only a type does. */
export function TypeChoices({ picked, ready, guidance, isFixed, onChoose }: TypeChoicesProps) {
  const [looking, lookInto] = useState<{ category: string; from: PartnerType | null } | null>(null);
  const category = looking?.from === picked ? looking.category : categoryOf(picked);
  const types = PARTNER_TYPES.filter((type) => type.category === category);
  return (
    <Pair>
      <ToggleGroup
        toggleType="radioButtonList"
        name="category"
        label="Category"
        size="sm"
        options={PARTNER_CATEGORIES.map(({ key, label }) => ({
          value: key,
          label,
          description: guidance.categories[key],
        }))}
        value={category}
        onChange={(key) => lookInto({ category: key, from: picked })}
      />
      <ToggleGroup
        toggleType="radioButtonList"
        name={TYPE_FIELD}
        label="Partner type"
        size="sm"
        options={types.map(({ key, label }) => ({
          value: key,
          label,
          description: ready.includes(key) ? guidance.types[key] : typeNotSetUp(guidance.types[key], key),
          readOnly: isFixed || !ready.includes(key),
        }))}
        value={picked ?? ''}
        onChange={(key) => {
          if (isPartnerType(key)) onChoose(key);
        }}
      />
    </Pair>
  );
}

/** The category of a type; product where none is set. */
function categoryOf(type: PartnerType | null): PartnerCategory {
  return PARTNER_TYPES.find(({ key }) => key === type)?.category ?? 'product';
}
