import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { external, newKms, newNode, newPlan } from '../../plan/defaults';
import type { DriverKms, Kms } from '../../plan/kms';
import type { KmsLog, Plan } from '../../plan/plan';
import { bundle } from '../bundle';

let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'start-script-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Puts a bundle into a folder with a blank in its name, and stands something in for Canton and Java. */
function unpack(plan: Plan, more: Record<string, string> = {}): void {
  mkdirSync(join(folder, 'the bundle'));
  for (const { path, text } of bundle(plan)) writeFileSync(join(folder, 'the bundle', path), text);
  for (const [path, text] of Object.entries(more)) writeFileSync(join(folder, 'the bundle', path), text);
  const arguments_ = '#!/bin/sh\nprintf "%s\\n" "$@" "PIN=${HSM_PIN-}"\n';
  for (const name of ['canton', 'java', 'the bundle/start.sh']) {
    if (!name.includes('/')) writeFileSync(join(folder, name), arguments_);
    chmodSync(join(folder, name), 0o755);
  }
}

function start(args: string[], env: Record<string, string> = {}) {
  const path = `${folder}:${process.env.PATH}`;
  const { status, stdout, stderr } = spawnSync(join(folder, 'the bundle', 'start.sh'), args, {
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: path, ...env },
  });
  return { status, stderr, words: stdout.split('\n').slice(0, -1) };
}

const file = (name: string) => join(folder, 'the bundle', name);
const aws: Kms = { ...newKms('aws', 'kms1'), region: 'r', credentials: { type: 'instance-role' } };
const node = (name: string) => newNode('participant', name, external('kms1'));

const rolling = ['--kms-log-file-rolling-pattern', 'yyyy MM', '--kms-log-file-rolling-history', '30'];

describe('the start script', () => {
  test('puts the own configuration first, and names the log of the KMS', () => {
    unpack({
      ...newPlan(),
      kms: [aws],
      nodes: [node('bank1')],
      kmsLog: { ...newPlan().kmsLog, file: "log/my kms's.log" },
    });
    expect(start(['-c', 'own.conf']).words).toEqual([
      'daemon',
      '-c',
      'own.conf',
      '-c',
      file('bank1-kms.conf'),
      '--kms-log-file-name',
      "log/my kms's.log",
      'PIN=',
    ]);
  });

  test.each([
    ['kms.log', ['--kms-log-file-name', 'kms.log', '--kms-log-immediate-flush', 'false', ...rolling]],
    ['', []],
  ])('says how the log of the KMS is written: to "%s"', (name, options) => {
    const kmsLog: KmsLog = { file: name, immediateFlush: 'off', rollingPattern: 'yyyy MM', rollingHistory: '30' };
    unpack({ ...newPlan(), kms: [aws], nodes: [node('bank1')], kmsLog });
    const daemon = ['daemon', '-c', 'own.conf', '-c', file('bank1-kms.conf')];
    expect(start(['-c', 'own.conf']).words).toEqual([...daemon, ...options, 'PIN=']);
  });

  test('starts the node it is told', () => {
    unpack({ ...newPlan(), kms: [aws], nodes: [node('bank1'), node('bank2')] });
    expect(start(['bank2', '-c', 'own.conf']).words).toEqual([
      'daemon',
      '-c',
      'own.conf',
      '-c',
      file('bank2-kms.conf'),
      'PIN=',
    ]);
  });

  test.each([[[]], [['bank2']], [['bank3', '-c', 'own.conf']]])(
    'says how it is called when it is called %j',
    (args) => {
      unpack({ ...newPlan(), kms: [aws], nodes: [node('bank1'), node('bank2')] });
      const { status, stderr, words } = start(args);
      expect(status).toBe(2);
      expect(words).toEqual([]);
      expect(stderr).toMatch(/^Usage: .*start.sh NODE -c OWN.conf .*\nNODE is one of:\nbank1\nbank2\n$/);
    },
  );

  test('refuses to start without an own configuration', () => {
    unpack({ ...newPlan(), kms: [aws], nodes: [node('bank1')] });
    expect(start([]).status).toBe(2);
  });
});

describe('with a driver', () => {
  const kms: DriverKms = {
    ...newKms('driver', 'kms1'),
    driverName: 'acme',
    jar: 'my drivers/acme.jar',
    config: [{ key: 'pin', value: { type: 'secret', variable: 'HSM_PIN' } }],
  };
  const plan: Plan = { ...newPlan(), kms: [kms], nodes: [node('bank1')] };

  test('its jar stands on the class path, and its secrets come from .env', () => {
    unpack(plan, { '.env': "HSM_PIN='12 34'\n" });
    expect(start(['-c', 'own.conf'], { CANTON_JAR: '/opt/canton.jar' }).words).toEqual([
      '-cp',
      'my drivers/acme.jar:/opt/canton.jar',
      'com.digitalasset.canton.CantonCommunityApp',
      'daemon',
      '-c',
      'own.conf',
      '-c',
      file('bank1-kms.conf'),
      'PIN=12 34',
    ]);
  });

  test('nothing starts with a secret that is not filled in', () => {
    unpack(plan, { '.env': 'HSM_PIN=\n' });
    const { status, stderr, words } = start(['-c', 'own.conf'], { CANTON_JAR: '/opt/canton.jar' });
    expect(status).not.toBe(0);
    expect(stderr).toContain('HSM_PIN: Fill it in in .env.');
    expect(words).toEqual([]);
  });

  test.each(['CANTON_JAR', 'DRIVER_JAR'])('%s is asked for where it is not known', (name) => {
    unpack({ ...plan, kms: [{ ...kms, jar: '', config: [] }] });
    const jars: Record<string, string> = { CANTON_JAR: '/opt/canton.jar', DRIVER_JAR: '/opt/driver.jar' };
    const { [name]: _missing, ...others } = jars;
    expect(start(['-c', 'own.conf'], others).stderr).toContain(`${name}: Set ${name} to the jar`);
    expect(start(['-c', 'own.conf'], jars).words).toContain('/opt/driver.jar:/opt/canton.jar');
  });

  /** Two KMS behind drivers, each with a node. */
  function two(first: Partial<DriverKms>, second: Partial<DriverKms>): Plan {
    const nodes = [node('bank1'), newNode('participant', 'bank2', external('kms2'))];
    const driver = { ...kms, config: [] };
    const all = [
      { ...driver, ...first },
      { ...driver, id: 'kms2', ...second },
    ];
    return { ...plan, kms: all, nodes, output: { ...plan.output, layout: 'one-file' } };
  }
  const jars = { CANTON_JAR: '/canton.jar', DRIVER_JAR: '/one.jar', DRIVER_JAR_1: '/1.jar', DRIVER_JAR_2: '/2.jar' };

  test('two drivers whose jars are not known are asked for by different names', () => {
    unpack(two({ jar: '' }, { jar: '', driverName: 'other\n"$(exit 1)' }));
    const { DRIVER_JAR_2: _missing, ...others } = jars;
    expect(start(['-c', 'own.conf'], others).stderr).toContain(
      'DRIVER_JAR_2: Set DRIVER_JAR_2 to the jar of its driver',
    );
    expect(start(['-c', 'own.conf'], jars).words).toContain('/1.jar:/2.jar:/canton.jar');
    const script = readFileSync(file('start.sh'), 'utf8');
    expect(script).toContain('# DRIVER_JAR_1: the jar of the driver acme.\n');
    expect(script).toContain('# DRIVER_JAR_2: the jar of the driver other\\u000a"$(exit 1).\n');
  });

  test.each([
    ['the jar of one driver is asked for once, however many KMS it reaches', { jar: '' }, { jar: '' }, '/one.jar'],
    ['a jar that another KMS names is not asked for', { jar: '' }, { jar: '/named.jar' }, '/named.jar'],
    ['the only jar that is not known is the jar', { jar: '/a.jar' }, { jar: '', driverName: 'b' }, '/a.jar:/one.jar'],
  ])('%s', (_, first, second, classPath) => {
    unpack(two(first, second));
    expect(start(['-c', 'own.conf'], jars).words).toContain(`${classPath}:/canton.jar`);
  });
});
