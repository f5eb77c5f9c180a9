import { Alert, Button, Flex, List, Text } from '@hubspot/ui-extensions';

import { inSentence, laneLabel } from '../../src/icp/labels.ts';
import type { Scorecard } from '../../src/icp/scorecard.ts';
import type { ScorecardRecord } from '../../src/icp/scorecard-record.ts';
import type { Verdict } from '../../src/icp/verdict.ts';
import { isTypeAtFault } from './problems.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

interface NoticesProps {
  record: ScorecardRecord;
  draft: Scorecard;
  verdict: Verdict | null;
  session: Session;
}

/** What a person has to know before trusting the lane above. */
export function Notices(props: NoticesProps) {
  return (
    <>
      <Missing {...props} />
      <Problems {...props} />
      <Drift {...props} />
      <OverrideInForce {...props} />
    </>
  );
}

function Missing({ record: { missing }, session }: NoticesProps) {
  if (missing.length === 0) return null;
  return (
    <Alert title={`${counted(missing.length, 'property', 'properties')} of the app deleted`} variant="danger">
      <Flex direction="column" gap="xs" align="start">
        <Text>
          {missing.join(', ')}. Nothing can be saved until an admin runs the installer: icp install. It
          restores them. What you enter meanwhile stays here.
        </Text>
        <Button size="xs" onClick={() => void session.load()}>
          Look again
        </Button>
      </Flex>
    </Alert>
  );
}

function Problems({ record, draft, session }: NoticesProps) {
  const { problems, profile } = record;
  if (problems.length === 0) return null;
  const title =
    record.state === 'unjudgeable' ? 'This scorecard cannot be judged' : 'Not everything can be read';
  return (
    <Alert title={title} variant="warning">
      <Flex direction="column" gap="xs" align="start">
        <List variant="unordered-styled">
          {problems.map(({ message }) => (
            <Text key={message}>{message}</Text>
          ))}
        </List>
        {isTypeAtFault(record) && draft.type !== profile.type && (
          <Button size="xs" onClick={() => session.edit('partner_type', profile.type)}>
            Set the type to {inSentence(profile.title)}
          </Button>
        )}
      </Flex>
    </Alert>
  );
}

function Drift({ record: { drift }, session }: NoticesProps) {
  if (drift.length === 0) return null;
  return (
    <Alert title="HubSpot holds another verdict" variant="warning">
      <Flex direction="column" gap="xs" align="start">
        <Text>
          Stored differently from what follows from this scorecard: {drift.map(propertyWords).join(', ')}.
          Somebody edited it, or a rating changed outside. Saving repairs it.
        </Text>
        <Button size="xs" onClick={() => void session.save('top', [])}>
          Repair now
        </Button>
      </Flex>
    </Alert>
  );
}

/** `score lane` for `ipp_score_lane`. */
function propertyWords(property: string): string {
  return property.replace(/^ipp_/, '').replaceAll('_', ' ');
}

function OverrideInForce({ record: { profile, asOf }, draft, verdict }: NoticesProps) {
  const { override } = draft;
  if (override === null || verdict === null) return null;
  const { lane, by, until, reason } = override;
  const who = by === '' ? 'Somebody' : by;
  if (until < asOf)
    return <Text variant="microcopy">{`An override by ${who} ended on ${until}. It counts no more.`}</Text>;
  return (
    <Alert title={`Lane set by hand until ${until}`} variant="info">
      {`${who} set ${laneLabel(lane, profile)}${reason === '' ? '' : `: ${reason}`}. By ratings and checks it is ${laneLabel(verdict.computedLane, profile)}.`}
    </Alert>
  );
}
