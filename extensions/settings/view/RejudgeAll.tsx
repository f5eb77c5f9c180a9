import { Button, Flex, List, Modal, ModalBody, ModalFooter, ProgressBar, Text } from '@hubspot/ui-extensions';

import { LANE_LABELS } from '../../../src/icp/lanes.ts';
import * as say from '../../../src/messages/settings-page.ts';

import { counted } from '../../common/display.ts';
import { Column, Notice } from '../../common/layout.tsx';
import { type Rejudging, isUnderWay } from '../state/rejudging.ts';
import { CopyCommand } from './CopyCommand.tsx';
import type { TypeProps } from './page-props.ts';
import { currentVersion, figure } from './sentences.ts';

/** How all scorecards of the type take the current profile over: here, or in the private edition from the terminal. */
export function RejudgeAll(props: TypeProps) {
  const { state, policy, copyText } = props;
  const { publishing, mayPublish } = state.policy;
  if (publishing.edition === 'private')
    return (
      <Column gap="xs">
        <Text>{say.REJUDGE_BY_TERMINAL}</Text>
        <CopyCommand command={`icp rejudge --type ${policy.type} --dry-run`} copyText={copyText} />
      </Column>
    );
  if (!mayPublish) return <Text variant="microcopy">{say.REJUDGE_BY_OTHERS}</Text>;
  const run = state.rejudging[policy.type];
  return (
    <Column gap="sm">
      {run === undefined ? <Text>{say.REJUDGE_EXPLAINED}</Text> : <Run {...props} run={run} />}
      {!isUnderWay(run) && <Begin {...props} isAgain={run !== undefined} />}
    </Column>
  );
}

function Run({ session, policy, run }: TypeProps & { run: Rejudging }) {
  const { type } = policy;
  const { state, looked, total, left, failure } = run;
  if (isUnderWay(run))
    return (
      <Column gap="xs">
        <ProgressBar
          title={state === 'stopping' ? 'Stopping after these scorecards' : 'Re-judging scorecards'}
          value={looked}
          maxValue={Math.max(total ?? 1, looked, 1)}
          valueDescription={
            total === null ? 'Counting' : say.readSoFar(figure(looked), figure(Math.max(total, looked)))
          }
        />
        <Flex>
          <Button size="xs" disabled={state === 'stopping'} onClick={() => session.stopRejudging(type)}>
            Stop
          </Button>
        </Flex>
      </Column>
    );
  const isMoved = failure?.code === 'policy-moved';
  const goOn = { label: 'Go on', act: () => session.rejudge(type, false) };
  return (
    <Notice
      title={titleOf(run)}
      variant={failure !== null ? 'danger' : left.length > 0 || run.notes.length > 0 ? 'warning' : 'success'}
      sentences={[...(failure === null ? [] : [failure.message]), ...summaryOf(run)]}
      link={failure?.link}
      actions={state === 'done' || isMoved ? [] : [goOn]}
    />
  );
}

function titleOf({ state, looked, total }: Rejudging): string {
  if (state === 'done') return 'All scorecards were gone over';
  const far = total === null ? '' : ` at ${say.readSoFar(figure(looked), figure(Math.max(total, looked)))}`;
  return `${state === 'stopped' ? 'Stopped' : 'Broken off'}${far}`;
}

/** So many companies that were left are named. */
const MOST_LEFT = 10;

function summaryOf({ rejudged, current, lanes, left, notes }: Rejudging): string[] {
  const moves = lanes.map(
    ({ from, to, companies }) => `${figure(companies)} ${LANE_LABELS[from]} -> ${LANE_LABELS[to]}`,
  );
  return [
    say.rejudgedSoFar(counted(rejudged, 'scorecard'), figure(current)),
    ...(moves.length === 0 ? [] : [`Lanes: ${moves.join(', ')}.`]),
    ...left.slice(0, MOST_LEFT).map(({ name, reason }) => `${name}: ${reason}`),
    ...(left.length > MOST_LEFT ? [say.andOthersLeft(figure(left.length - MOST_LEFT))] : []),
    ...notes,
  ];
}

const MODAL = 'rejudge-all';

function Begin(props: TypeProps & { isAgain: boolean }) {
  const { session, policy, closeOverlay, isAgain, state } = props;
  const label = labelOf(props);
  const begin = () => {
    closeOverlay(MODAL);
    void session.rejudge(policy.type, true);
  };
  return (
    <Flex>
      <Button
        size="sm"
        disabled={state.busy !== null || currentVersion(policy) === null}
        overlay={
          <Modal id={MODAL} title={`${label}?`} width="md">
            <ModalBody>
              <List variant="unordered-styled">
                {say.REJUDGE_WHAT_HAPPENS.map((sentence) => (
                  <Text key={sentence}>{sentence}</Text>
                ))}
              </List>
            </ModalBody>
            <ModalFooter>
              <Flex gap="sm">
                <Button variant="primary" onClick={begin}>
                  Re-judge
                </Button>
                <Button onClick={() => closeOverlay(MODAL)}>Cancel</Button>
              </Flex>
            </ModalFooter>
          </Modal>
        }
      >
        {isAgain ? 'Begin anew' : label}
      </Button>
    </Flex>
  );
}

/** With how many there are, where a preview has read them. */
function labelOf({ state, policy }: TypeProps): string {
  const portfolio = state.portfolios[policy.type];
  const current = currentVersion(policy)?.key;
  if (portfolio === undefined || portfolio.readAt === null) return 'Re-judge all scorecards';
  const older = portfolio.cards.filter(({ profileVersion }) => profileVersion !== current);
  return `Re-judge ${counted(older.length, 'scorecard')}`;
}
