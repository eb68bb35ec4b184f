import type { Command, Parameter } from '../../../src/core/canton/console/command';
import { implicits } from '../../../src/core/canton/console/implicits';
import { imports } from '../../../src/core/canton/console/imports';
import type { Release } from '../../../src/core/canton/releases';
import { type Group, groupOn, referenceTypes } from './command-tree';

/**
 * The console's commands as Scala source, made from the command data: real names, types, order, defaults and results.
 * A body hands its path and its arguments by name to the engine. Written out once for each release line.
 */
export function commandsScala(release: Release): string {
  const console = groupOn(release, ['console']);
  const [macros, bindings] = [
    ['bootstrap', 'utils'],
    ['nodes', 'participants', 'sequencers', 'mediators'],
  ].map((names) => [...console.groups].filter(([name]) => names.includes(name)));
  return [
    'package com.digitalasset.canton.console',
    '',
    importsScala(release),
    ...(release === '3.3' || release === '3.4'
      ? ['import com.digitalasset.canton.sequencing.SequencerConnectionValidation']
      : []),
    'import com.digitalasset.canton.SynchronizerAlias',
    'import com.digitalasset.canton.admin.api.client.data.topology._',
    'import com.digitalasset.canton.crypto.admin.grpc.PrivateKeyMetadata',
    'import com.digitalasset.canton.data.CantonTimestamp',
    'import com.digitalasset.canton.participant.admin.data._',
    'import com.digitalasset.canton.protocol.LfContractId',
    'import com.digitalasset.canton.standin.{Engine, Scope}',
    'import com.google.protobuf.ByteString',
    'import com.digitalasset.canton.standin.CommandDefaults.{defaultLimit, timeouts}',
    'import com.digitalasset.canton.standin.Scope.consoleEnvironment',
    'import com.digitalasset.canton.topology.transaction.SignedTopologyTransaction.GenericSignedTopologyTransaction',
    '',
    ...referenceTypes.flatMap((type) => reference(release, type)),
    ...['Participant', 'Sequencer', 'Mediator'].flatMap((kind) => [
      `final class Local${kind}Reference(private[canton] val nodeName: String) extends ${kind}Reference with LocalInstanceReference`,
      `final class Remote${kind}Reference(private[canton] val nodeName: String) extends ${kind}Reference`,
    ]),
    '',
    'object ConsoleMacros {',
    ...objects(macros ?? []),
    '}',
    'object ConsoleBindings {',
    ...objects(bindings ?? []),
    '}',
    '/** What the console binds as `consoleEnvironment`: commands ask it for their time limits. */',
    'final class ConsoleEnvironment private[canton] () {',
    '  def commandTimeouts: ConsoleCommandTimeout = ConsoleCommandTimeout.default',
    '}',
    'object ConsoleEnvironment {',
    '  object Implicits {',
    ...implicits
      .filter(({ at }) => release in at)
      .map(
        ({ name, typeParams = '', from, to }) =>
          `    implicit def ${name}${typeParams}(from: ${from}): ${to} = com.digitalasset.canton.standin.Convert.${name}(from)`,
      ),
    '  }',
    '}',
    '',
  ].join('\n');
}

/** The imports that the console has made when a script begins. */
export function importsScala(release: Release): string {
  return imports
    .filter(({ at }) => release in at)
    .map(({ path }) => `import ${path}`)
    .join('\n');
}

function reference(release: Release, { name, parents, on }: (typeof referenceTypes)[number]): readonly string[] {
  const own = groupOn(release, on);
  const inherited = parents.length > 0 ? groupOn(release, referenceTypes[0].on) : undefined;
  const receiver = 'nodeName';
  return [
    ...groupClasses(name, own, inherited),
    `trait ${name}${parents.map((parent) => ` extends ${parent}`).join('')} {`,
    ...(parents.length === 0
      ? [
          '  private[canton] def nodeName: String',
          '  private[canton] def id: NodeIdentity',
          '  private def instance: InstanceReference = this',
        ]
      : []),
    ...members(name, own, inherited, receiver, 'this').map((line) => `  ${line}`),
    '}',
    '',
  ];
}

/** A class for each group, the inner ones first. A kind's own group extends the one that all nodes have. */
function groupClasses(owner: string, { groups }: Group, inherited: Group | undefined): readonly string[] {
  return [...groups].flatMap(([name, group]) => {
    const parent = inherited?.groups.get(name);
    const className = `${owner}_${name}`;
    return [
      ...groupClasses(className, group, parent),
      `class ${className}(instance: InstanceReference)${parent === undefined ? '' : ` extends InstanceReference_${name}(instance)`} {`,
      ...members(className, group, parent, 'instance.nodeName', 'instance').map((line) => `  ${line}`),
      '}',
    ];
  });
}

function members(
  owner: string,
  { commands, groups }: Group,
  inherited: Group | undefined,
  node: string,
  instance: string,
): readonly string[] {
  return [
    ...commands.map((command) => definition(command, `${node}, `)),
    ...[...groups.keys()].map((name) => {
      const override = inherited?.groups.has(name) ? 'override ' : '';
      return `${override}def ${name}: ${owner}_${name} = new ${owner}_${name}(${instance})`;
    }),
  ];
}

function objects(groups: readonly (readonly [string, Group])[]): readonly string[] {
  return groups.flatMap(([name, { commands }]) => [
    `  object ${name} {`,
    ...commands.map((command) => `    ${definition(command, '')}`),
    '  }',
  ]);
}

function definition(command: Command, node: string): string {
  const { path, parens, params, implicits: given = [], returns, needs } = command;
  const name = path.slice(path.lastIndexOf('.') + 1);
  const lists = [
    ...(parens === false ? [] : [params.filter(({ list }) => list === undefined)]),
    ...(params.some(({ list }) => list === 2) ? [params.filter(({ list }) => list === 2)] : []),
  ].map((list) => `(${list.map(parameter).join(', ')})`);
  const implicitList = given.length > 0 ? `(implicit ${given.join(', ')})` : '';
  const values = params.map((each) => `"${each.name}" -> ${isLazy(each) ? `(() => ${each.name})` : each.name}`);
  const asked = needs === undefined ? '' : `Engine.allowed(${node}"${needs}"); `;
  const call = `Engine.call(${node}"${path}", Map(${values.join(', ')}))`;
  return `def ${name}${lists.join('')}${implicitList}: ${returns} = { ${asked}${call}${returns === 'Unit' ? '; ()' : `.asInstanceOf[${returns}]`} }`;
}

function parameter({ name, type, default: value }: Parameter): string {
  return `${name}: ${type}${value === undefined ? '' : ` = ${value}`}`;
}

function isLazy({ type }: Parameter): boolean {
  return type.startsWith('=>');
}
