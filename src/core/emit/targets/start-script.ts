import { kmsLogFlags, mainClass } from '../../canton/command-line';
import { kmsLogReasons, startReasons } from '../../canton/start-reasons';
import type { KmsLog, Path } from '../../plan/plan';
import type { File } from '../file';
import { header } from '../header';
import type { Settings } from '../settings';
import { type Piece, printScript, type ScriptLine } from '../shell/script';
import { classPath, driverJars, nameOfItsOwn } from './driver-jars';
import { driverSecrets } from './environment';
import { oneFileName } from './hocon-files';

/** Name of the script that starts Canton with the files of the bundle. */
export const startScriptName = 'start.sh';

export function startScript(settings: Settings, environment: boolean): File {
  const all = settings.plan.nodes.map((_, index) => index);
  return {
    outline: {
      id: 'start',
      path: startScriptName,
      mediaType: 'text/x-shellscript',
      purpose: 'Starts Canton with your own configuration and these files.',
      nodes: all,
      stoppedBy: 'all',
    },
    write: () => printScript(script(settings, environment)),
  };
}

/** Whether the script is told which node to start: with several files there are several answers. */
export function asksForNode(settings: Settings): boolean {
  return settings.plan.output.layout === 'file-per-node' && settings.plan.nodes.length !== 1;
}

function script(settings: Settings, environment: boolean): readonly ScriptLine[] {
  const asks = asksForNode(settings);
  const usage = `Usage: $0 ${asks ? 'NODE ' : ''}-c OWN.conf [more options of canton]`;
  return [
    ['#!/bin/sh'],
    ...header(settings).map((comment) => ({ comment })),
    { comment: 'Your own configuration comes first, so that what is set here wins.' },
    ['set -eu'],
    [],
    [`here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)`],
    ...(asks ? nodeArgument(usage) : ownArgument(usage)),
    ...(environment ? sourceEnvironment : []),
    ...secrets(settings),
    ...command(settings, asks ? '$node-kms.conf' : onlyFile(settings)),
  ];
}

/** Names of files are safe wherever they stand. */
function onlyFile(settings: Settings): string {
  return settings.plan.output.layout === 'one-file' ? oneFileName : `${settings.stems[0]}-kms.conf`;
}

/** The names of the files say which nodes there are, so the script stays short however many there are. */
function nodeArgument(usage: string): readonly ScriptLine[] {
  return [
    ['if [ "$#" -lt 3 ] || [ ! -f "$here/$1-kms.conf" ]; then'],
    [`  echo "${usage}" >&2`],
    ['  echo "NODE is one of:" >&2'],
    ['  for file in "$here"/*-kms.conf; do basename -- "$file" -kms.conf >&2; done'],
    ['  exit 2'],
    ['fi'],
    ['node=$1'],
    ['shift'],
    [],
  ];
}

function ownArgument(usage: string): readonly ScriptLine[] {
  return [['if [ "$#" -lt 2 ]; then'], [`  echo "${usage}" >&2`], ['  exit 2'], ['fi'], []];
}

const sourceEnvironment: readonly ScriptLine[] = [
  { comment: 'A copy of .env.example, filled in.' },
  ['if [ -f "$here/.env" ]; then'],
  ['  set -a'],
  ['  # shellcheck source=/dev/null'],
  ['  . "$here/.env"'],
  ['  set +a'],
  ['fi'],
  [],
];

/** Canton takes a variable that is set but empty, and an HSM counts an empty PIN as a failed try. */
function secrets(settings: Settings): readonly ScriptLine[] {
  // A node that doesn't use the driver must start without its secrets.
  const everywhere = settings.used.filter(({ nodes }) => nodes.length === settings.plan.nodes.length);
  const variables = everywhere.flatMap(driverSecrets);
  if (variables.length === 0) return [];
  return [
    ...variables.map(({ name, from, reason }) => [{ syntax: `: "\${${name}:?Fill it in in .env.}"`, from, reason }]),
    [],
  ];
}

/** Where the audit lines go. Without a file of their own the other options would say nothing. */
function kmsLog({ file, immediateFlush, rollingPattern, rollingHistory }: KmsLog): readonly Piece[] {
  if (file === '') return [];
  const flush = immediateFlush === 'default' ? '' : String(immediateFlush === 'on');
  return [
    ...option('fileName', file, 'kmsLog.file'),
    ...option('immediateFlush', flush, 'kmsLog.immediateFlush'),
    ...option('rollingPattern', rollingPattern, 'kmsLog.rollingPattern'),
    ...option('rollingHistory', rollingHistory, 'kmsLog.rollingHistory'),
  ];
}

function option(flag: keyof typeof kmsLogFlags, word: string, from: Path): readonly Piece[] {
  if (word === '') return [];
  return [
    { syntax: ` ${kmsLogFlags[flag]} `, reason: kmsLogReasons[flag] },
    { word, from },
  ];
}

function command(settings: Settings, file: string): readonly ScriptLine[] {
  const options: readonly Piece[] = [
    { syntax: ' daemon', reason: startReasons.daemon },
    { syntax: ` "$@" -c "$here/${file}"`, reason: startReasons.files },
    ...kmsLog(settings.plan.kmsLog),
  ];
  const drivers = driverJars(settings);
  if (drivers.length === 0) {
    return [
      { comment: 'CANTON: where the canton command is, when it is not on the PATH.' },
      [`exec "\${CANTON:-canton}"`, ...options],
    ];
  }
  return [
    {
      comment:
        'A driver must stand on the class path, and a jar started with -jar takes none. CANTON_JAR: the jar of Canton.',
    },
    ...drivers.flatMap(nameOfItsOwn),
    [{ syntax: `: "\${CANTON_JAR:?Set CANTON_JAR to the jar of Canton.}"`, reason: startReasons.classPath }],
    [
      { syntax: 'exec java -cp ', reason: startReasons.classPath },
      ...drivers.flatMap(classPath),
      `"$CANTON_JAR" ${mainClass}`,
      ...options,
    ],
  ];
}
