import type { Release } from '../releases';
import type { Command } from './command';

/** The contracts of a participant, written into a file and read by another one. */

const partiesAdministration = ['console', 'commands/PartiesAdministration.scala'] as const;
const repairAdministration = ['console', 'commands/ParticipantRepairAdministration.scala'] as const;
const ledgerApiAdministration = ['console', 'commands/LedgerApiAdministration.scala'] as const;

export const contractsCommands = [
  {
    path: 'parties.export_acs',
    on: ['participant'],
    params: [
      { name: 'parties', type: 'Set[PartyId]' },
      { name: 'synchronizerId', type: 'Option[SynchronizerId]', default: 'None' },
      { name: 'exportFilePath', type: 'String', default: '"canton-acs-export.gz"' },
      { name: 'ledgerOffset', type: 'NonNegativeLong' },
      { name: 'contractSynchronizerRenames', type: 'Map[SynchronizerId, SynchronizerId]', default: 'Map.empty' },
      { name: 'timeout', type: 'NonNegativeDuration', default: 'timeouts.unbounded' },
    ],
    returns: 'Unit',
    file: partiesAdministration,
    at: { '3.3': 609 },
  },
  {
    path: 'repair.export_acs',
    on: ['participant'],
    params: [
      { name: 'parties', type: 'Set[PartyId]' },
      { name: 'ledgerOffset', type: 'NonNegativeLong' },
      { name: 'exportFilePath', type: 'String', default: '"canton-acs-export.gz"' },
      { name: 'excludedStakeholders', type: 'Set[PartyId]', default: 'Set.empty' },
      { name: 'synchronizerId', type: 'Option[SynchronizerId]', default: 'None' },
      { name: 'contractSynchronizerRenames', type: 'Map[SynchronizerId, SynchronizerId]', default: 'Map.empty' },
      { name: 'timeout', type: 'NonNegativeDuration', default: 'timeouts.unbounded' },
    ],
    returns: 'Unit',
    file: repairAdministration,
    at: { '3.4': 303 },
  },
  {
    path: 'repair.export_acs',
    on: ['participant'],
    params: [
      { name: 'parties', type: 'Set[PartyId]' },
      { name: 'ledgerOffset', type: 'Long' },
      { name: 'exportFilePath', type: 'String', default: '"canton-acs-export.gz"' },
      { name: 'excludedStakeholders', type: 'Set[PartyId]', default: 'Set.empty' },
      { name: 'synchronizerId', type: 'Option[SynchronizerId]', default: 'None' },
      { name: 'contractSynchronizerRenames', type: 'Map[SynchronizerId, SynchronizerId]', default: 'Map.empty' },
      { name: 'timeout', type: 'NonNegativeDuration', default: 'timeouts.unbounded' },
    ],
    returns: 'Unit',
    file: repairAdministration,
    at: { '3.5': 196, '3.6': 259 },
  },
  {
    path: 'repair.import_acs',
    on: ['participant'],
    params: [
      { name: 'importFilePath', type: 'String', default: '"canton-acs-export.gz"' },
      { name: 'workflowIdPrefix', type: 'String', default: '""' },
      { name: 'contractIdImportMode', type: 'ContractIdImportMode', default: 'ContractIdImportMode.Validation' },
    ],
    returns: 'Map[LfContractId, LfContractId]',
    needs: 'repair',
    file: repairAdministration,
    at: { '3.3': 317 },
  },
  {
    path: 'repair.import_acs',
    on: ['participant'],
    params: [
      { name: 'importFilePath', type: 'String', default: '"canton-acs-export.gz"' },
      { name: 'workflowIdPrefix', type: 'String', default: '""' },
      { name: 'contractImportMode', type: 'ContractImportMode', default: 'ContractImportMode.Validation' },
      {
        name: 'representativePackageIdOverride',
        type: 'RepresentativePackageIdOverride',
        default: 'RepresentativePackageIdOverride.NoOverride',
      },
      { name: 'excludedStakeholders', type: 'Set[PartyId]', default: 'Set.empty' },
    ],
    returns: 'Map[LfContractId, LfContractId]',
    needs: 'repair',
    file: repairAdministration,
    at: { '3.4': 415 },
  },
  {
    path: 'repair.import_acs',
    on: ['participant'],
    params: [
      { name: 'synchronizerId', type: 'SynchronizerId' },
      { name: 'importFilePath', type: 'String', default: '"canton-acs-export.gz"' },
      { name: 'workflowIdPrefix', type: 'String', default: '""' },
      { name: 'contractImportMode', type: 'ContractImportMode', default: 'ContractImportMode.Validation' },
      {
        name: 'representativePackageIdOverride',
        type: 'RepresentativePackageIdOverride',
        default: 'RepresentativePackageIdOverride.NoOverride',
      },
      { name: 'excludedStakeholders', type: 'Set[PartyId]', default: 'Set.empty' },
    ],
    returns: 'Unit',
    needs: 'repair',
    file: repairAdministration,
    at: { '3.5': 303, '3.6': 366 },
  },
  {
    path: 'ledger_api.state.end',
    on: ['participant'],
    params: [],
    returns: 'Long',
    needs: 'testing',
    file: ledgerApiAdministration,
    at: { '3.3': 1233 },
  },
  {
    path: 'ledger_api.state.end',
    on: ['participant'],
    params: [],
    returns: 'Long',
    file: ledgerApiAdministration,
    at: { '3.4': 1388, '3.5': 1644, '3.6': 1628 },
  },
] as const satisfies readonly Command[];

/** Whether a line tells where a ledger ends only with its commands for tests switched on. */
export function ledgerEndNeedsTesting(release: Release): boolean {
  const all: readonly Command[] = contractsCommands;
  return all.some(
    ({ path, needs, at }) => path === 'ledger_api.state.end' && needs === 'testing' && at[release] !== undefined,
  );
}
