import { Notice } from '../../common/layout.tsx';
import type { Act } from '../state/page-state.ts';
import type { PageProps } from './page-props.ts';

/** Why the last call was not done. What was typed stays. */
export function FailureNotice({ state, session }: Pick<PageProps, 'state' | 'session'>) {
  const { failure } = state;
  if (failure === null) return null;
  const isMoved = failure.code === 'policy-moved';
  return (
    <Notice
      title={isMoved ? 'Somebody else saved or published first' : TITLES[failure.act]}
      variant={isMoved ? 'warning' : 'danger'}
      sentences={[failure.message]}
      link={failure.link}
      actions={[{ label: 'Load again', act: session.load, isDisabled: state.busy !== null }]}
    />
  );
}

const TITLES: Readonly<Record<Act, string>> = {
  load: 'Not loaded again',
  save: 'Not saved',
  discard: 'Not deleted',
  publish: 'Not published',
  'roll-back': 'Not rolled back',
};
