import { anyLocalNode, anyNode, type Command } from './command';

/** What every reference to a node has, and the groups of all nodes that a console knows. */

const instanceReference = ['console', 'InstanceReference.scala'] as const;
const identifier = ['root', 'community/base/src/main/scala/com/digitalasset/canton/topology/Identifier.scala'] as const;
const consoleEnvironment = ['console', 'ConsoleEnvironment.scala'] as const;

export const referencesCommands = [
  {
    path: 'name',
    on: anyNode,
    parens: false,
    params: [],
    returns: 'String',
    file: instanceReference,
    at: { '3.3': 480, '3.4': 490, '3.5': 513, '3.6': 513 },
  },
  {
    path: 'uid',
    on: anyNode,
    parens: false,
    params: [],
    returns: 'UniqueIdentifier',
    file: instanceReference,
    at: { '3.3': 83, '3.4': 86, '3.5': 93, '3.6': 93 },
  },
  {
    path: 'namespace',
    on: anyNode,
    parens: false,
    params: [],
    returns: 'Namespace',
    file: identifier,
    at: { '3.3': 211, '3.4': 203, '3.5': 203, '3.6': 203 },
  },
  {
    path: 'id',
    on: ['participant'],
    parens: false,
    params: [],
    returns: 'ParticipantId',
    file: instanceReference,
    at: { '3.3': 498, '3.4': 508, '3.5': 532, '3.6': 532 },
  },
  {
    path: 'id',
    on: ['sequencer'],
    parens: false,
    params: [],
    returns: 'SequencerId',
    file: instanceReference,
    at: { '3.3': 812, '3.4': 824, '3.5': 875, '3.6': 875 },
  },
  {
    path: 'id',
    on: ['mediator'],
    parens: false,
    params: [],
    returns: 'MediatorId',
    file: instanceReference,
    at: { '3.3': 1316, '3.4': 1408, '3.5': 1517, '3.6': 1517 },
  },
  {
    path: 'start',
    on: anyLocalNode,
    params: [],
    returns: 'Unit',
    file: instanceReference,
    at: { '3.3': 185, '3.4': 190, '3.5': 189, '3.6': 189 },
  },
  {
    path: 'nodes.all',
    on: ['console'],
    parens: false,
    params: [],
    returns: 'Seq[InstanceReference]',
    file: consoleEnvironment,
    at: { '3.3': 50, '3.4': 57, '3.5': 57, '3.6': 57 },
  },
  {
    path: 'participants.all',
    on: ['console'],
    parens: false,
    params: [],
    returns: 'Seq[ParticipantReference]',
    file: consoleEnvironment,
    at: { '3.3': 50, '3.4': 57, '3.5': 57, '3.6': 57 },
  },
  {
    path: 'sequencers.all',
    on: ['console'],
    parens: false,
    params: [],
    returns: 'Seq[SequencerReference]',
    file: consoleEnvironment,
    at: { '3.3': 50, '3.4': 57, '3.5': 57, '3.6': 57 },
  },
  {
    path: 'mediators.all',
    on: ['console'],
    parens: false,
    params: [],
    returns: 'Seq[MediatorReference]',
    file: consoleEnvironment,
    at: { '3.3': 50, '3.4': 57, '3.5': 57, '3.6': 57 },
  },
] as const satisfies readonly Command[];
