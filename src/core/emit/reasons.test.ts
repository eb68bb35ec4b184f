import { describe, expect, test } from 'vitest';
import { awsPermissions, permissionSources } from '../canton/permissions';
import { startReasons, variableReasons } from '../canton/start-reasons';
import { envelope, external, newKms, newNode, newPlan } from '../plan/defaults';
import type { Kms } from '../plan/kms';
import type { Node } from '../plan/node';
import type { Line } from './artefact';
import { emitOne } from './emit';

const aws: Kms = { ...newKms('aws', 'kms1'), region: 'eu-central-1' };
const driver: Kms = {
  ...newKms('driver', 'kms1'),
  driverName: 'acme-hsm',
  config: [{ key: 'pin', value: { type: 'secret', variable: 'HSM_PIN' } }],
};

function lines(kms: Kms, file: string, node: Node = newNode('participant', 'bank1', external('kms1'))) {
  return emitOne({ ...newPlan(), kms: [kms], nodes: [node] }, file)?.lines ?? [];
}

/** The line that holds a text. */
function lineWith(text: string, all: readonly Line[]): Line {
  const found = all.find((line) =>
    line
      .map((token) => token.text)
      .join('')
      .includes(text),
  );
  if (found === undefined) throw new Error(`No line with ${text}`);
  return found;
}

const reasonsOf = (line: Line) => line.flatMap(({ reason }) => reason ?? []);
const answersOf = (line: Line) => line.flatMap(({ from }) => from ?? []);

describe('outside of the configuration a line says what it rests on', () => {
  test('the start line, part by part', () => {
    expect(reasonsOf(lineWith('exec ', lines(aws, 'start')))).toEqual([startReasons.daemon, startReasons.files]);
    expect(reasonsOf(lineWith('exec java', lines(driver, 'start')))).toEqual([
      startReasons.classPath,
      startReasons.daemon,
      startReasons.files,
    ]);
    expect(reasonsOf(lineWith('CANTON_JAR:?', lines(driver, 'start')))).toEqual([startReasons.classPath]);
  });

  test('what is still to be set leads to its answer', () => {
    expect(answersOf(lineWith('DRIVER_JAR:?', lines(driver, 'start')))).toEqual(['kms.0.jar']);
    expect(answersOf(lineWith('HSM_PIN:?', lines(driver, 'start')))).toEqual(['kms.0.config.0.value.variable']);
    expect(answersOf(lineWith('AWS_ACCESS_KEY_ID=', lines(aws, 'environment')))).toEqual(['kms.0.credentials.type']);
  });

  test('each variable', () => {
    for (const name of ['AWS_ACCESS_KEY_ID=', 'AWS_SECRET_ACCESS_KEY=', 'AWS_SESSION_TOKEN=']) {
      expect(reasonsOf(lineWith(name, lines(aws, 'environment')))).toEqual([variableReasons.aws]);
    }
    expect(reasonsOf(lineWith('HSM_PIN=', lines(driver, 'environment')))).toEqual([variableReasons.driver]);
  });

  test.each(awsPermissions.envelope)('the permission $name, which the $from know', ({ name, from }) => {
    const node = newNode('participant', 'bank1', envelope('kms1'));
    expect(reasonsOf(lineWith(`"${name}"`, lines(aws, 'readme', node))).map(({ source }) => source)).toEqual([
      permissionSources.aws[from],
    ]);
  });

  test('what the README says of the documentation and of the code', () => {
    const edition = reasonsOf(lineWith('Enterprise edition', lines(aws, 'readme')));
    expect(edition.map(({ source }) => source.kind)).toEqual(['docs', 'code']);
    expect(reasonsOf(lineWith('four lines', lines(aws, 'readme')))).toHaveLength(1);
    expect(reasonsOf(lineWith('Exit status 117', lines(aws, 'readme')))).toHaveLength(1);
  });
});
