import {
  AutoGrid,
  Box,
  Button,
  Flex,
  Panel,
  PanelBody,
  PanelFooter,
  StepIndicator,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

import type { Dimension } from '../../../src/icp/profile.ts';
import { RATINGS } from '../../../src/icp/ratings.ts';

import { Column } from '../../common/layout.tsx';
import { LinesField, LongText, TextField } from './fields.tsx';
import type { DraftProps } from './page-props.ts';
import { type ProfileForm, withLevel } from './profile-form.ts';

const PANEL = 'texts-of-dimensions';

/** Opens the texts of the dimensions, one dimension a step. */
export function Texts(props: DraftProps & { form: ProfileForm }) {
  // the contents are drawn from the first click on, so that a page that is only read stays light
  const [isUsed, setUsed] = useState(false);
  const [step, setStep] = useState(0);
  const { dimensions } = props.editor.body.profile;
  const last = dimensions.length - 1;
  const dimension = dimensions[Math.min(step, last)];
  const faulty = dimensions.filter((_, index) => hasFault(props.form, index, dimensions)).length;
  return (
    <Flex align="center" gap="sm" wrap>
      <Button
        size="sm"
        onClick={() => setUsed(true)}
        overlay={
          <Panel id={PANEL} title="Questions and levels" variant="modal" width="lg">
            {isUsed && dimension !== undefined && (
              <>
                <PanelBody>
                  <Column gap="md">
                    <StepIndicator
                      stepNames={dimensions.map(({ label }) => label)}
                      currentStep={step}
                      variant="compact"
                      onClick={setStep}
                    />
                    <DimensionTexts
                      key={dimension.key}
                      dimension={dimension}
                      index={step}
                      form={props.form}
                    />
                  </Column>
                </PanelBody>
                <PanelFooter>
                  <Flex align="center" gap="sm" wrap>
                    <Box flex="auto">
                      <Text variant="microcopy">Edits stay in the draft; Save draft stands on the page.</Text>
                    </Box>
                    <Button size="sm" disabled={step === 0} onClick={() => setStep(step - 1)}>
                      Back
                    </Button>
                    <Button size="sm" disabled={step === last} onClick={() => setStep(step + 1)}>
                      Next
                    </Button>
                    <Button size="sm" variant="primary" onClick={() => props.closeOverlay(PANEL)}>
                      Done
                    </Button>
                  </Flex>
                </PanelFooter>
              </>
            )}
          </Panel>
        }
      >
        Edit questions and levels
      </Button>
      <Text inline variant="microcopy">
        {faulty === 0
          ? 'Questions, reasons, prompts and the five levels of each dimension'
          : `Texts of ${faulty} need a look`}
      </Text>
    </Flex>
  );
}

const PARTS = ['label', 'question', 'weightReason', 'evidencePrompts', 'saasPrompts', 'anchors', 'rubric'];

function hasFault({ faultAt }: ProfileForm, index: number, dimensions: readonly Dimension[]): boolean {
  if (dimensions[index] === undefined) return false;
  return PARTS.some((part) =>
    ['', '[0]', '[1]', '[2]', '[3]', '[4]'].some(
      (at) => faultAt(`dimensions[${index}].${part}${at}`) !== null,
    ),
  );
}

interface DimensionTextsProps {
  dimension: Dimension;
  index: number;
  form: ProfileForm;
}

function DimensionTexts({ dimension, index, form }: DimensionTextsProps) {
  const path = `dimensions[${index}]`;
  const edit = (part: 'label' | 'question' | 'weightReason') => (text: string, isTyping: boolean) =>
    form.editDimension(index, `${path}.${part}`, (one) => ({ ...one, [part]: text }), isTyping);
  const lines = (part: 'evidencePrompts' | 'saasPrompts') => (texts: readonly string[], isTyping: boolean) =>
    form.editDimension(index, `${path}.${part}`, (one) => ({ ...one, [part]: texts }), isTyping);
  return (
    <Column gap="sm">
      <TextField
        form={form}
        path={`${path}.label`}
        label="Name"
        value={dimension.label}
        onEdit={edit('label')}
      />
      <LongText
        form={form}
        path={`${path}.question`}
        label="Question"
        value={dimension.question}
        onEdit={edit('question')}
      />
      <LongText
        form={form}
        path={`${path}.weightReason`}
        label="Why it weighs this much"
        value={dimension.weightReason}
        onEdit={edit('weightReason')}
      />
      <LinesField
        form={form}
        path={`${path}.evidencePrompts`}
        label="Questions to ask, one a line"
        value={dimension.evidencePrompts}
        onEdit={lines('evidencePrompts')}
      />
      {dimension.saasPrompts !== undefined && (
        <LinesField
          form={form}
          path={`${path}.saasPrompts`}
          label="More for software subscriptions, one a line"
          value={dimension.saasPrompts}
          onEdit={lines('saasPrompts')}
        />
      )}
      {form.faultAt(`${path}.anchors`) !== null && <Text>{form.faultAt(`${path}.anchors`)}</Text>}
      {RATINGS.map((rating) => (
        <Level key={rating} {...{ dimension, index, form }} at={rating - 1} />
      ))}
    </Column>
  );
}

function Level({ dimension, index, form, at }: DimensionTextsProps & { at: number }) {
  const edit = (part: 'anchors' | 'rubric') => (text: string, isTyping: boolean) =>
    form.editDimension(
      index,
      `dimensions[${index}].${part}[${at}]`,
      (one) => ({ ...one, [part]: withLevel(one[part], at, text) }),
      isTyping,
    );
  const path = (part: string) => `dimensions[${index}].${part}[${at}]`;
  return (
    <AutoGrid columnWidth={240} flexible gap="sm">
      <TextField
        form={form}
        path={path('anchors')}
        label={`${at + 1} in short`}
        value={dimension.anchors[at] ?? ''}
        onEdit={edit('anchors')}
      />
      <LongText
        form={form}
        path={path('rubric')}
        label={`${at + 1} in full`}
        value={dimension.rubric[at] ?? ''}
        onEdit={edit('rubric')}
      />
    </AutoGrid>
  );
}
