import { Text } from '@hubspot/ui-extensions';

import type { PolicyState } from '../../../src/contract/policy.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';

import { Column } from '../../common/layout.tsx';
import type { CopyText } from '../../common/use-copy.ts';
import { CopyCommand } from './CopyCommand.tsx';

interface MissingTypesProps {
  policy: PolicyState;
  types: readonly PartnerType[];
  /** What stands above the command. */
  sentence: string;
  copyText: CopyText;
}

/** How types get the properties that the portal lacks. */
export function MissingTypes({ policy: { publishing }, types, sentence, copyText }: MissingTypesProps) {
  if (publishing.edition === 'oauth') return <Text>{publishing.typesMissing}</Text>;
  return (
    <Column gap="xs">
      <Text>{sentence}</Text>
      <CopyCommand command={`icp install --types ${types.join(',')}`} copyText={copyText} />
    </Column>
  );
}
