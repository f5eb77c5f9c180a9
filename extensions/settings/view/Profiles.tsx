import {
  Button,
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';

import type { TypePolicy } from '../../../src/contract/policy.ts';
import { dayInWords } from '../../../src/icp/day-in.ts';
import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { CUSTOMER_ICP_EXPLAINED, CUSTOMER_ICP_TITLE, draftBy } from '../../../src/messages/settings-page.ts';

import { Column } from '../../common/layout.tsx';
import { isDirty } from '../state/editor.ts';
import { CopyCommand } from './CopyCommand.tsx';
import { Damaged } from './Damaged.tsx';
import { NoHome } from './NoHome.tsx';
import { OthersPublish } from './Publishers.tsx';
import type { PageProps } from './page-props.ts';
import { currentVersion, versionText } from './sentences.ts';

/** Every partner type with the profile that holds, its draft, and a way to both. */
export function Profiles(props: PageProps) {
  const { state, copyText } = props;
  const { policy } = state;
  return (
    <Column gap="md">
      {!policy.hasHome && <NoHome copyText={copyText} />}
      <Damaged {...{ policy, copyText }} />
      <Table bordered density="compact">
        <TableHead>
          <TableRow>
            <TableHeader>Partner type</TableHeader>
            <TableHeader>Profile</TableHeader>
            <TableHeader>Held until</TableHeader>
            <TableHeader>Draft</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {policy.types.map((type) => (
            <TypeRow key={type.type} {...props} policy={type} />
          ))}
        </TableBody>
      </Table>
      {policy.publishing.edition === 'oauth' && !policy.mayPublish && <OthersPublish policy={policy} />}
      {policy.hasHome && policy.publishing.edition === 'private' && (
        <Column gap="xs">
          <Heading>{CUSTOMER_ICP_TITLE}</Heading>
          <Text>{CUSTOMER_ICP_EXPLAINED}</Text>
          <CopyCommand command={`icp reviews spread ${policy.settings.defaultType}`} copyText={copyText} />
        </Column>
      )}
    </Column>
  );
}

function TypeRow({ state, session, policy }: PageProps & { policy: TypePolicy }) {
  const { type, isReady, isEnabled, isReviewDue } = policy;
  const editor = state.editors[type];
  const current = currentVersion(policy);
  const label = partnerTypeLabel(type);
  return (
    <TableRow>
      <TableCell>
        <Flex direction="column" gap="flush" align="start">
          <Button variant="transparent" size="sm" onClick={() => session.open(type)}>
            {label}
          </Button>
          {state.policy.settings.defaultType === type && <Text variant="microcopy">Default type</Text>}
          {!isReady && <Text variant="microcopy">Properties missing</Text>}
          {isReady && !isEnabled && <Text variant="microcopy">Not offered by the card</Text>}
        </Flex>
      </TableCell>
      <TableCell>
        <Text>{current === null ? 'Not known' : versionText(current)}</Text>
        {current?.published && <Text variant="microcopy">{`by ${current.published.by}`}</Text>}
      </TableCell>
      <TableCell>
        <Text>{current?.reviewDue ? dayInWords(current.reviewDue) : 'Not held'}</Text>
        {isReviewDue && <Tag variant="warning">Review overdue</Tag>}
      </TableCell>
      <TableCell>
        <Text>
          {policy.draft === null
            ? editor
              ? 'Not saved yet'
              : 'None'
            : draftBy(policy.draft.by, dayInWords(policy.draft.on))}
        </Text>
        {editor !== undefined && isDirty(editor) && <Tag variant="warning">Unsaved edits</Tag>}
      </TableCell>
    </TableRow>
  );
}
