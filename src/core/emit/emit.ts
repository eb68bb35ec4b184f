import type { Plan } from '../plan/plan';
import { type Artefact, isStopped, type Outline } from './artefact';
import type { File } from './file';
import { runbookOf } from './runbook/runbook';
import { scriptsOf } from './scripts/scripts';
import { type Settings, settingsOf } from './settings';
import { changedConfiguration } from './targets/after-rotation';
import { environmentFile } from './targets/environment';
import { hoconFiles } from './targets/hocon-files';
import { migrationFiles } from './targets/migration';
import { readme } from './targets/readme';
import { remoteConsoleFile } from './targets/remote-console';
import { runbookFile } from './targets/runbook';
import { startScript } from './targets/start-script';

/**
 * The files of the plan asked for last: the parts of a screen ask for the same plan one after the other, and a plan is
 * never changed in place.
 */
let last: { readonly plan: Plan; readonly files: readonly File[] } | undefined;

function filesOf(plan: Plan): readonly File[] {
  if (last?.plan !== plan) last = { plan, files: files(settingsOf(plan)) };
  return last.files;
}

/** Every file a plan comes to, in the order a person would read them. */
function files(settings: Settings, touched: ReadonlySet<number> = new Set()): readonly File[] {
  const scripts = scriptsOf(settings);
  const remote = scripts.length > 0 && settings.plan.nodes.length > 0 ? [remoteConsoleFile(settings, touched)] : [];
  const configuration = configurationOf(settings);
  const runbook = runbookOf(settings);
  const files = [
    ...(runbook === undefined ? [] : [runbookFile(settings, runbook)]),
    ...configuration,
    ...scripts.map(({ file }) => file),
    ...remote,
  ];
  const left = files.filter((file) => !isStopped(file.outline, touched));
  const stopped = files.filter((file) => isStopped(file.outline, touched));
  const page = readme(
    settings,
    left.map((file) => file.outline),
    stopped.map((file) => file.outline.path),
    scripts.filter(({ file }) => !isStopped(file.outline, touched)),
  );
  return isStopped(page.outline, touched) ? left : [...left, page];
}

function configurationOf(settings: Settings): readonly File[] {
  const { task } = settings.plan;
  switch (task.type) {
    case 'new':
      return setUp(settings);
    case 'rotate':
      return changedConfiguration(settings);
    case 'migrate':
      return migrationFiles(settings, task.way, setUp);
  }
}

/** What nodes are started with. */
function setUp(settings: Settings): readonly File[] {
  const environment = environmentFile(settings);
  return [
    ...hoconFiles(settings),
    startScript(settings, environment !== undefined),
    ...(environment === undefined ? [] : [environment]),
  ];
}

/** Which files there are, without writing any of them. */
export function outline(plan: Plan): readonly Outline[] {
  return filesOf(plan).map((file) => file.outline);
}

/** One file, as a keystroke needs it; `undefined` when the plan has no file of that id (any more). */
export function emitOne(plan: Plan, id: string): Artefact | undefined {
  const file = filesOf(plan).find((candidate) => candidate.outline.id === id);
  return file && artefact(file);
}

/**
 * All files. Pure: the same plan gives the same bytes.
 * @param touched indices of nodes whose answers have errors; the files those stop are left out, and the README says so
 */
export function emit(plan: Plan, touched: ReadonlySet<number> = new Set()): readonly Artefact[] {
  return [...emitEach(plan, touched)];
}

/** The same one by one, for who wants no more than their texts: the lines of thousands are a burden. */
export function* emitEach(plan: Plan, touched: ReadonlySet<number> = new Set()): Generator<Artefact> {
  for (const file of touched.size === 0 ? filesOf(plan) : files(settingsOf(plan), touched)) yield artefact(file);
}

function artefact(file: File): Artefact {
  return { ...file.outline, lines: file.write() };
}
