import { Flex, Heading, LoadingButton, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { MEETING_PAGE_FAILED } from '../../../src/messages/decide-tab.ts';

import { Column, Notice } from '../../common/layout.tsx';
import { type CopyText, useCopy } from '../../common/use-copy.ts';
import { type Asked, ask } from '../../door/ask.ts';
import { TextLines } from './CopyParagraph.tsx';

interface MeetingPageProps {
  companyId: string;
  explained: string;
  copyText: CopyText;
}

/** Fetches the page about this partner for the meeting, and copies it. Where that is refused, it is shown. */
export function MeetingPage({ companyId, explained, copyText }: MeetingPageProps) {
  const [asked, setAsked] = useState<Asked<{ text: string }> | 'loading' | null>(null);
  const { copied, copy } = useCopy(copyText);
  const fetchAndCopy = async () => {
    setAsked('loading');
    const page = await ask('meeting-page', { companyId });
    if (page.ok) await copy(page.answer.text);
    setAsked(page);
  };
  const page = asked === 'loading' ? null : asked;
  return (
    <Column gap="xs">
      <Heading>For the meeting</Heading>
      <Text variant="microcopy">{explained}</Text>
      <Flex align="center" gap="sm">
        <LoadingButton
          size="sm"
          variant="secondary"
          loading={asked === 'loading'}
          resultIconName={page?.ok === true && copied?.isDone === true ? 'success' : 'warning'}
          onClick={() => void fetchAndCopy()}
        >
          Copy the page for the meeting
        </LoadingButton>
        <Text variant="microcopy">{page?.ok === true ? (copied?.words ?? '') : ''}</Text>
      </Flex>
      {page?.ok === false && (
        <Notice
          title={MEETING_PAGE_FAILED}
          variant="danger"
          sentences={[page.failure.message]}
          link={page.failure.link}
        />
      )}
      {page?.ok === true && copied?.isDone === false && <TextLines text={page.answer.text} />}
    </Column>
  );
}
