import { LoadingSpinner } from '@hubspot/ui-extensions';

import type { CardWords } from '../../../src/contract/record-texts.ts';
import { type PartnerType, partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { type Profile, inSentence } from '../../../src/icp/profile.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';
import { type Scorecard, isBlank } from '../../../src/icp/scorecard.ts';
import { CONFIRMED_PER_TYPE, isOfTypeChange, typeOfAnswers } from '../../../src/icp/type-change.ts';

import { type Ready, isWriting } from '../state/card-state.ts';
import { draftOf } from '../state/drafts.ts';
import { Notice } from '../../common/layout.tsx';
import type { Session } from '../state/session.ts';
import { type Loss, openQuestion, profileShown } from '../state/type-choice.ts';
import { valueText } from './sentences.ts';
import { questionsMissing } from '../../../src/messages/cards.ts';

interface TypeQuestionProps {
  state: Ready;
  session: Session;
}

/** Asks before a change of type empties anything; shows that questions are fetched or did not arrive. */
export function TypeQuestion({ state, session }: TypeQuestionProps) {
  const { pendingType, record } = state;
  const { words } = record.texts;
  const question = openQuestion(state);
  const isDisabled = isWriting(state);
  const shown = profileShown(state).type;
  const keep = (type: PartnerType) => ({
    label: `Keep ${partnerTypeLabel(type)}`,
    act: session.keepType,
    isDisabled,
  });
  if (question !== null) {
    const { profile, losses } = question;
    const from = typeOfAnswers(state.record);
    const change = `Change to ${partnerTypeLabel(profile.type)}`;
    return (
      <Notice
        title={`${change}?`}
        sentences={[
          ...takenSentences(losses, words),
          ...(profile.type === from ? [words.savedComesBack] : []),
          ...stayingSentences(draftOf(state), profile, words),
        ]}
        actions={[
          { label: change, act: session.agreeToType, isDisabled },
          keep(profile.type === shown && from !== null ? from : shown),
        ]}
      />
    );
  }
  if (pendingType === null) return null;
  const name = inSentence(partnerTypeLabel(pendingType.type));
  if (pendingType.failure === null)
    return <LoadingSpinner label={`Fetching the questions of ${name}`} showLabel size="xs" />;
  return (
    <Notice
      title={questionsMissing(name)}
      variant="danger"
      sentences={[`${pendingType.failure.message} ${words.nothingWasChanged}`]}
      link={pendingType.failure.link}
      actions={[{ label: 'Try again', act: () => session.pickType(pendingType.type) }, keep(shown)]}
    />
  );
}

/** `Emptied, because this type asks something else: Role criteria 4, Compatibility 3.` */
function takenSentences(losses: readonly Loss[], words: CardWords): string[] {
  const ofChange = losses.filter(({ field }) => isOfTypeChange(field.name));
  const ratings = ofChange.filter(({ field }) => field.kind === 'rating');
  const checks = ofChange.filter(({ field }) => field.kind === 'state');
  const others = losses.filter((loss) => !ofChange.includes(loss));
  return [
    ...named(words.ratingsEmptied, ratings),
    ...named(words.uncheckedAgain, checks),
    ...named(words.unaskedDropped, others),
  ];
}

function named(what: string, losses: readonly Loss[]): string[] {
  if (losses.length === 0) return [];
  const names = losses.map(({ field: { kind, label }, value }) =>
    kind === 'rating' ? `${label} ${valueText(value)}` : label.replace(/: check$/, ''),
  );
  return [`${what}: ${names.join(', ')}.`];
}

/** Names only what the company has. */
function stayingSentences(draft: Scorecard, { type, dimensions }: Profile, words: CardWords): string[] {
  const rated = dimensions.filter(({ key }) => ratingOf(draft.ratings, key) !== null);
  const stays = rated.filter(({ key }) => !isOfTypeChange(key)).map(({ label }) => label);
  const hasTexts =
    Object.values(draft.evidence).some((text) => !isBlank(text)) ||
    Object.values(draft.checks).some(({ note }) => !isBlank(note));
  return [
    ...(stays.length > 0 ? [`Stays: ${stays.join(', ')}.`] : []),
    ...(rated.some(({ key }) => key === CONFIRMED_PER_TYPE)
      ? [`People stays, and waits to be confirmed for ${inSentence(partnerTypeLabel(type))}.`]
      : []),
    ...(hasTexts ? [words.evidenceStays] : []),
  ];
}
