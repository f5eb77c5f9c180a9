import { LoadingSpinner } from '@hubspot/ui-extensions';

import * as say from '../../../src/messages/background.ts';

import { Notice } from '../../common/layout.tsx';
import type { Background, WithBackground } from '../state/background.ts';

type ReadingProps = Pick<Background, 'failure' | 'isReading'> & WithBackground;

/** Before anything was read. */
export function Unread({ failure, isReading, background }: ReadingProps) {
  if (failure === null || isReading) return <LoadingSpinner label={say.READING_WORK} showLabel size="sm" />;
  return (
    <Notice
      title={say.WORK_NOT_READ}
      variant="danger"
      sentences={[failure.message]}
      link={failure.link}
      actions={[{ label: 'Try again', act: background.readAgain }]}
    />
  );
}

/** What was read stays, and is old. */
export function NotUpToDate({ failure, isReading, background }: ReadingProps) {
  if (failure === null) return null;
  return (
    <Notice
      title={say.WORK_NOT_NEW}
      sentences={[failure.message]}
      link={failure.link}
      actions={[{ label: 'Read again', act: background.readAgain, isDisabled: isReading }]}
    />
  );
}
