import { Accordion, Heading, List, Text } from '@hubspot/ui-extensions';

import { type Profile, minimumOf, profileName } from '../../../src/icp/profile.ts';
import { marginSentences, unblockSentences, verdictParagraph } from '../../../src/icp/sentences.ts';

import type { CardView, TabProps } from './card-view.ts';
import { CopyParagraph } from './CopyParagraph.tsx';
import { Column } from '../../common/layout.tsx';
import { MeetingPage } from './MeetingPage.tsx';
import { PointsTable } from './PointsTable.tsx';

/** What to do now, what would change the lane, and what it follows from. */
export function Why({ view, actions }: TabProps) {
  const { record, draft, profile, verdict } = view;
  const { texts } = record;
  return (
    <Column gap="md">
      {verdict === null ? (
        <Text>{texts.words.nothingToExplain}</Text>
      ) : (
        <>
          <Section title="Next" sentences={[verdict.next]} />
          <Section title="What would unblock it" sentences={unblockSentences(draft, profile, verdict)} />
          <Section title="What would change it" sentences={marginSentences(profile, verdict)} />
          <PointsTable draft={draft} profile={profile} verdict={verdict} />
          <Section title="What made the lane" sentences={verdict.causes.map(({ text }) => text)} />
          <CopyParagraph
            title="In one paragraph"
            text={verdictParagraph(record.companyName, draft, profile, verdict, nameOf(view))}
            copyText={actions.copyTextToClipboard}
          />
        </>
      )}
      {texts.decision.reply !== '' && (
        <CopyParagraph
          title="A kind no"
          hint={texts.words.replyExplained}
          text={texts.decision.reply}
          label="Copy a reply"
          copyText={actions.copyTextToClipboard}
        />
      )}
      {record.state === 'judged' && (
        <MeetingPage
          companyId={record.companyId}
          explained={texts.words.meetingPage}
          copyText={actions.copyTextToClipboard}
        />
      )}
      <Reasons view={view} />
    </Column>
  );
}

function Section({ title, sentences }: { title: string; sentences: readonly string[] }) {
  const [only, ...more] = sentences.filter((sentence) => sentence !== '');
  if (only === undefined) return null;
  return (
    <Column gap="xs">
      <Heading>{title}</Heading>
      {more.length === 0 ? (
        <Text>{only}</Text>
      ) : (
        <List variant="unordered-styled">
          {[only, ...more].map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
        </List>
      )}
    </Column>
  );
}

/** Where the figures come from: the profile, and a reason for each weight and minimum. */
function Reasons({ view }: { view: CardView }) {
  const { profile, record } = view;
  const { about, today } = record.texts.profile;
  const isStored = profile === record.profile;
  return (
    <Accordion title={`Weights and reasons: ${nameOf(view)}`} size="sm">
      <Column>
        <Text>{[...(isStored ? about : []), profile.origin].join(' ')}</Text>
        {isStored && today !== '' && <Text>{today}</Text>}
        <List variant="unordered-styled">
          {profile.dimensions.map((dimension) => (
            <Text key={dimension.key}>{reasonText(dimension, profile)}</Text>
          ))}
        </List>
      </Column>
    </Accordion>
  );
}

/** Of a type that is chosen and not saved, the card does not know when its profile was published. */
function nameOf({ profile, record }: CardView): string {
  return profile === record.profile ? record.texts.profile.name : profileName(profile, null);
}

/** `People, weight 20: they do the work. Deep needs 3: nobody committed ends it.` */
function reasonText({ key, label, weight, weightReason }: Profile['dimensions'][number], profile: Profile) {
  const minimum = minimumOf(profile, key);
  const why = profile.minimumReasons[key] ?? '';
  const needs = minimum === 1 ? [] : [`Deep needs ${minimum}${why === '' ? '.' : `: ${why}`}`];
  return [`${label}, weight ${weight}${weightReason === '' ? '.' : `: ${weightReason}`}`, ...needs].join(' ');
}
