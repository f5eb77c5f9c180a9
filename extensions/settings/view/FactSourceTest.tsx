import { AutoGrid, Flex, LoadingButton, Text, Tile } from '@hubspot/ui-extensions';

import type { FactExample, FactSourceTest as Tested, Gathered } from '../../../src/contract/facts.ts';
import {
  FAULTS_BEFORE_TEST,
  TEST_EXPLAINED,
  TEST_OUTDATED,
  andMore,
} from '../../../src/messages/settings-page.ts';

import { Column, Notice } from '../../common/layout.tsx';
import { isByHand } from '../state/known-sources.ts';
import { faultsOfSettings } from '../state/faults.ts';
import type { PageProps } from './page-props.ts';
import { figure } from './sentences.ts';

/** Tries the sources on three partners. */
export function FactSourceTest({ state, session }: Pick<PageProps, 'state' | 'session'>) {
  const { test } = state.factSources;
  const { factSources } = state.settings.body;
  const isFaulty = faultsOfSettings(state.settings).some(({ path }) => path.startsWith('factSources.'));
  if (isByHand(factSources)) return null;
  return (
    <Column gap="sm">
      <Flex align="center" gap="sm" wrap>
        <LoadingButton
          size="sm"
          loading={test.state === 'reading'}
          resultIconName={test.state === 'failed' ? 'warning' : 'success'}
          disabled={isFaulty}
          onClick={() => void session.testFactSources()}
        >
          Test
        </LoadingButton>
        <Text inline variant="microcopy">
          {isFaulty ? FAULTS_BEFORE_TEST : TEST_EXPLAINED}
        </Text>
      </Flex>
      {test.state === 'failed' && (
        <Notice
          title="The test failed"
          variant="danger"
          sentences={[test.failure.message]}
          link={test.failure.link}
        />
      )}
      {test.state === 'read' && (
        <>
          {JSON.stringify(test.answer.of) !== JSON.stringify(factSources) && <Text>{TEST_OUTDATED}</Text>}
          <Examples tested={test.answer} />
        </>
      )}
    </Column>
  );
}

function Examples({ tested: { examples, message } }: { tested: Tested }) {
  const troubles = [troubleOfAll(examples, 'sharedCustomers'), troubleOfAll(examples, 'companiesAsking')];
  const said = troubles.filter((trouble) => trouble !== null);
  if (message !== null) return <Notice title="Nothing to show" variant="info" sentences={[message]} />;
  return (
    <>
      {said.length > 0 && <Notice title="Not counted" sentences={said} />}
      {examples.some((example) => linesOf(example, said).length > 0) && (
        <AutoGrid columnWidth={220} flexible gap="sm">
          {examples.map((example) => (
            <Tile key={example.companyId} compact>
              <Column gap="xs">
                <Text format={{ fontWeight: 'bold' }}>{example.companyName}</Text>
                {linesOf(example, said).map(({ text, names }) => (
                  <Column key={text} gap="flush">
                    <Text>{text}</Text>
                    {names !== '' && <Text variant="microcopy">{names}</Text>}
                  </Column>
                ))}
              </Column>
            </Tile>
          ))}
        </AutoGrid>
      )}
    </>
  );
}

/** Why no example has the fact, where that is one reason; null else. A source that is not set is no trouble. */
function troubleOfAll(
  examples: readonly FactExample[],
  fact: 'sharedCustomers' | 'companiesAsking',
): string | null {
  const [first, ...others] = examples.map((example) => messageOf(example[fact]));
  return first !== undefined && others.every((message) => message === first) ? first : null;
}

function messageOf(fact: Gathered<unknown>): string | null {
  return fact.state === 'counted' || fact.state === 'not-set' ? null : fact.message;
}

interface Line {
  text: string;
  /** The first records behind a figure; empty for none. */
  names: string;
}

/** What one partner has, a line for each fact. @param said what was said for all of them already */
function linesOf({ sharedCustomers, companiesAsking }: FactExample, said: readonly string[]): Line[] {
  const why = (fact: Gathered<unknown>): Line[] => {
    const message = messageOf(fact);
    return message === null || said.includes(message) ? [] : [{ text: message, names: '' }];
  };
  return [
    ...(sharedCustomers.state === 'counted'
      ? [lineOf(sharedCustomers.fact, sharedCustomers.fact.companies)]
      : why(sharedCustomers)),
    ...(companiesAsking.state === 'counted'
      ? [
          lineOf(
            companiesAsking.fact,
            companiesAsking.fact.deals.map(({ company, ...deal }) => company ?? deal),
          ),
        ]
      : why(companiesAsking)),
  ];
}

function lineOf(
  { text, count }: { text: string; count: number },
  records: readonly { id: string; name: string }[],
): Line {
  const names = [...new Map(records.map(({ id, name }) => [id, name])).values()];
  const others = count - names.length;
  return {
    text,
    names: others > 0 && names.length > 0 ? andMore(names.join(', '), figure(others)) : names.join(', '),
  };
}
