import { beforeAll, describe, expect, test } from 'vitest';
import { releases } from '../../src/core/canton/releases';
import { readHocon } from '../../src/core/read/hocon';
import type { HoconResult } from '../../src/core/read/hocon-value';
import type { Edition } from '../../src/core/read/judge/checks/check';
import { judge } from '../../src/core/read/judge/judge';
import { loads } from '../../src/core/read/judge/judge-files';
import type { Problem } from '../../src/core/read/judge/problem';
import { type Recorded, recorded, verdictOf } from './recorded';
import { type Settled, settled } from './settled';

/** The judge, held to what Canton's own classes said: every case on every line, without exceptions. */

/** What was set where the verdicts were recorded: a variable, and a property of the JVM. */
const env = { HOME: '/root', 'user.name': 'root' };

const cases = recorded();
const topics = [...new Set(cases.map(({ topic }) => topic))];
const read = new Map<string, HoconResult>();

beforeAll(async () => {
  for (const { id, hocon } of cases) {
    read.set(id, await readHocon({ names: ['case.conf'], files: new Map([['case.conf', hocon]]), env }));
  }
}, 120_000);

function resultOf({ id }: Recorded): HoconResult {
  const result = read.get(id);
  if (result === undefined) throw new Error(`${id} was not read`);
  return result;
}

function problemsOf(recorded: Recorded, release: (typeof releases)[number], edition?: Edition): readonly Problem[] {
  const result = resultOf(recorded);
  return result.ok ? judge(result.root, release, edition).problems : [{ stage: 'parse', path: '', message: '' }];
}

test('there are 5,451 cases, each with an id of its own', () => {
  expect(cases).toHaveLength(5451);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(5451);
});

test('a text that Canton could not parse is refused at the line it named', () => {
  const found = cases.flatMap((recorded) => {
    const line = /^(?:PARSE \w+|SUBSTITUTION)[: ]+String: (\d+): /.exec(
      verdictOf(recorded, '3.5').errors[0] ?? '',
    )?.[1];
    const result = resultOf(recorded);
    return line === undefined
      ? []
      : [{ id: recorded.id, line: result.ok ? null : String(result.error.line), wanted: line }];
  });
  expect(found.length).toBeGreaterThan(120);
  expect(found.filter(({ line, wanted }) => line !== wanted)).toEqual([]);
});

describe.each(releases)('Canton %s', (release) => {
  test.each(topics)('accepts and refuses as recorded: %s', (topic) => {
    const ofTopic = cases.filter((recorded) => recorded.topic === topic);
    const disagreed = ofTopic.filter(
      (recorded) => loads(problemsOf(recorded, release)) !== verdictOf(recorded, release).ok,
    );
    expect(disagreed.map(({ id }) => id)).toEqual([]);
  });

  test('refuses each key that the reader refused, and no other', () => {
    const found = cases.flatMap((recorded) => {
      const paths = pathsOf(verdictOf(recorded, release).errors);
      if (paths === undefined) return [];
      const problems = problemsOf(recorded, release);
      return [{ id: recorded.id, said: sorted(problems.map(({ path }) => path)), wanted: sorted(paths) }];
    });
    expect(found.length).toBeGreaterThan(2500);
    expect(found.filter(({ said, wanted }) => said !== wanted)).toEqual([]);
  });

  test('counts and words what the validations refused as they did', () => {
    const found = cases.flatMap((recorded) => {
      const { errors } = verdictOf(recorded, release);
      if (errors.length === 0 || !errors.every((error) => error.startsWith('VALIDATION '))) return [];
      const said = problemsOf(recorded, release).map(({ message }) => opening(message));
      const wanted = errors.map((error) =>
        opening(error.replace(/^VALIDATION ((participant|sequencer|mediator|Node) \S+: )?/, '')),
      );
      return [{ id: recorded.id, said: said.sort(), wanted: wanted.sort() }];
    });
    expect(found.length).toBeGreaterThan(25);
    for (const { id, said, wanted } of found) expect({ id, said }).toEqual({ id, said: wanted });
  });

  test('crashes where Canton did', () => {
    const crashed = cases.filter((recorded) =>
      verdictOf(recorded, release).errors.some((error) => error.startsWith('CRASH')),
    );
    expect(crashed.length).toBeGreaterThan(5);
    const calm = crashed.filter((recorded) => !problemsOf(recorded, release).some(({ crash }) => crash));
    expect(calm.map(({ id }) => id)).toEqual([]);
  });

  test('refuses at the start what the start refused of schemes, in the same words', () => {
    const loaded = cases.filter((recorded) => verdictOf(recorded, release).ok);
    const found = loaded.map((recorded) => {
      const said = problemsOf(recorded, release).filter(({ path }) => /\.crypto\.(signing|encryption)\./.test(path));
      const wanted = verdictOf(recorded, release).start.map((text) => text.replace(/^[^:]*: /, ''));
      return {
        id: recorded.id,
        said: sorted(said.map(({ message }) => inOrder(message))),
        wanted: sorted(wanted.map(inOrder)),
      };
    });
    expect(found.filter(({ wanted }) => wanted !== '').length).toBeGreaterThan(30);
    expect(found.filter(({ said, wanted }) => said !== wanted)).toEqual([]);
  });

  test('reads the values that were read, defaults filled in', () => {
    const found = cases.flatMap((recorded) => {
      const { value } = verdictOf(recorded, release);
      const result = resultOf(recorded);
      if (value === undefined) return [];
      const nodes = result.ok ? judge(result.root, release).nodes : [];
      const said = nodes.map((node) => [`${node.section} ${node.name}`, ordered(settled(node, release))]);
      const wanted = Object.entries(value).flatMap(([section, nodes]) =>
        Object.entries(nodes).map(([name, node]) => [`${section} ${name}`, ordered(node)]),
      );
      return [{ id: recorded.id, said: Object.fromEntries(said), wanted: Object.fromEntries(wanted) }];
    });
    expect(found.length).toBeGreaterThan(400);
    for (const { id, said, wanted } of found) expect({ id, ...said }).toEqual({ id, ...wanted });
  });

  test('knows what the open-source edition says, where it says something else', () => {
    const differing = cases.filter((recorded) => verdictOf(recorded, release).community !== undefined);
    const disagreed = differing.filter((recorded) => {
      const { community } = verdictOf(recorded, release);
      return loads(problemsOf(recorded, release, 'open-source')) !== community?.ok;
    });
    expect(disagreed.map(({ id }) => id)).toEqual([]);
    expect(differing.length > 0).toBe(release === '3.3' || release === '3.4');
  });
});

/** The paths that reader errors name; none for what another stage or an exception said. */
function pathsOf(errors: readonly string[]): readonly string[] | undefined {
  const paths = errors.map((error) => (error.startsWith('Key not found:') ? '' : /^at '(.*?)': /s.exec(error)?.[1]));
  return paths.length > 0 && paths.every((path) => path !== undefined) ? paths : undefined;
}

/** As much of a message as an operator would search the log for; where it goes on, the judge may use words of its own. */
function opening(message: string): string {
  return message.replace(/(?:Hash)?Set\([^)]*\)/g, 'Set').slice(0, 69);
}

function sorted(texts: readonly string[]): string {
  return [...new Set(texts)].sort().join('\n');
}

/** Canton prints a set in no particular order. */
function inOrder(message: string): string {
  return message.replace(
    /(?:Hash)?Set\(([^)]*)\)/g,
    (_, items: string) => `Set(${items.split(', ').sort().join(', ')})`,
  );
}

/** The recorder wrote sets down in no particular order. */
function ordered(value: Settled): Settled {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value;
  const fields = Object.entries(value).map(([name, field]): [string, Settled] => [
    name,
    name === 'allowed' && Array.isArray(field) ? [...field].sort() : ordered(field),
  ]);
  return Object.fromEntries(fields);
}
