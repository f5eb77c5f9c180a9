import { LoadingSpinner } from '@hubspot/ui-extensions';

import { type PartnerType, partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { type Profile, inSentence } from '../../../src/icp/profile.ts';
import { type Ratings, ratingOf } from '../../../src/icp/ratings.ts';
import { CONFIRMED_PER_TYPE, isOfOneType, typeOfAnswers } from '../../../src/icp/type-change.ts';

import { type Ready, isWriting } from '../state/card-state.ts';
import { draftOf } from '../state/drafts.ts';
import { Notice } from './layout.tsx';
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
  const { pendingType } = state;
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
          ...emptiedSentences(losses),
          ...(profile.type === from ? ['What is saved for this type comes back.'] : []),
          ...stayingSentences(draftOf(state).ratings, profile),
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
      sentences={[`${pendingType.failure.message} Nothing was changed.`]}
      actions={[{ label: 'Try again', act: () => session.pickType(pendingType.type) }, keep(shown)]}
    />
  );
}

/** `... are emptied: Role criteria 4, Compatibility 3, with their evidence.` */
function emptiedSentences(losses: readonly Loss[]): string[] {
  if (losses.length === 0) return [];
  const lost = new Set(losses.map(({ field }) => field.name));
  const alone = losses.filter(
    ({ field: { name } }) => !(name.endsWith('_evidence') && lost.has(name.slice(0, -9))),
  );
  const names = alone.map(({ field, value }) =>
    field.kind === 'prose' ? field.label : `${field.label} ${valueText(value)}`,
  );
  const evidence = alone.length < losses.length ? ', with their evidence' : '';
  return [`These answer other questions and are emptied: ${names.join(', ')}${evidence}.`];
}

/** Names only what the company has. */
function stayingSentences(ratings: Ratings, { type, dimensions }: Profile): string[] {
  const rated = Object.keys(ratings).filter((key) => ratingOf(ratings, key) !== null && !isOfOneType(key));
  const asked = dimensions.filter(({ key }) => rated.includes(key));
  const stays = asked.filter(({ key }) => key !== CONFIRMED_PER_TYPE).map(({ label }) => label);
  return [
    ...(stays.length > 0 ? [`Stays: ${stays.join(', ')}.`] : []),
    ...(stays.length < asked.length
      ? [`People stays, and waits to be confirmed for ${inSentence(partnerTypeLabel(type))}.`]
      : []),
    ...(asked.length < rated.length
      ? ['Ratings that only another type asks for stay in its properties.']
      : []),
  ];
}
