import type { Kms } from '../../../core/plan/kms';
import { movingNodes } from '../../../core/plan/migration';
import type { Node } from '../../../core/plan/node';
import { kmsOf, type Plan } from '../../../core/plan/plan';
import type { Migrate, Rotate } from '../../../core/plan/task';
import { counted } from '../../counted';

/** What will be true once the files are in use, in sentences: one for each way in which nodes keep their keys. */
export function afterwards(plan: Plan): readonly string[] {
  if (plan.task.type === 'rotate') return afterRotation(plan.task, plan);
  if (plan.task.type === 'migrate') return afterMigration(plan, plan.task);
  const groups = new Map<string, Node[]>();
  for (const node of plan.nodes) {
    const key = `${node.custody.type} ${node.custody.type === 'none' ? '' : node.custody.kms}`;
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  return [...groups.values()].map((nodes) => sentence(plan, nodes));
}

/** What a rotation changes. */
function afterRotation({ wrappers, keys, pause, deletions, restore }: Rotate, plan: Plan): readonly string[] {
  const nodesOf = (rows: readonly { readonly node: string }[]) => listed([...new Set(rows.map(({ node }) => node))]);
  const external = new Set(plan.nodes.flatMap(({ name, custody }) => (custody.type === 'external' ? [name] : [])));
  const inKms = deletions.some(({ node }) => external.has(node)) ? ', in the KMS too' : '';
  const sentences = [
    wrappers.length > 0 &&
      `All stored keys of ${nodesOf(wrappers)} are encrypted with another wrapper key. The old one stays in the KMS: backups from before need it.`,
    keys.length > 0 &&
      `${counted(keys.length, 'key')} of ${nodesOf(keys)} ${keys.length === 1 ? 'is' : 'are'} replaced. ${
        pause
          ? 'The old ones stay in use until the second scripts run, after a backup.'
          : 'There is no pause for a backup in between.'
      }`,
    deletions.length > 0 &&
      `${counted(deletions.length, 'retired key')} of ${nodesOf(deletions)} ${deletions.length === 1 ? 'is' : 'are'} gone for good${inKms}.`,
    restore && 'Scripts for the day after a restore lie beside the others, to be kept with the backup.',
  ];
  const said = sentences.filter((each) => each !== false);
  return said.length === 0 ? ['Nothing is replaced yet: choose keys in the step Rotation.'] : said;
}

/** What the runbook leads to. */
function afterMigration(plan: Plan, { way }: Migrate): readonly string[] {
  const moving = movingNodes(plan).flatMap((index) => plan.nodes[index] ?? []);
  if (moving.length === 0) return ['No node is on the move yet: choose nodes in the step Nodes.'];
  const staying = plan.nodes.length - moving.length;
  const stay =
    staying === 0
      ? []
      : [
          staying === 1
            ? '1 other node of the plan stays as it is.'
            : `${staying} other nodes of the plan stay as they are.`,
        ];
  const names = listed(moving.map((node) => node.name || 'a node without a name'));
  switch (way.type) {
    case 'encrypt':
      return [sentence(plan, moving), 'Backups from before still hold the keys in the clear.', ...stay];
    case 'revert':
      return [
        `${names} ${moving.length === 1 ? 'stores its' : 'store their'} private keys in the clear again: whoever reads the database can copy them.`,
        'The wrapper key must stay as long as a backup from before may be needed.',
        ...stay,
      ];
    case 'export':
      return [
        sentence(
          plan,
          moving.filter(({ custody }) => custody.type === 'external'),
        ),
        'Each is a new participant in the namespace of an old one: parties and contracts keep their names, and the old node is stopped for good. There is no way back but the exported keys, if they are kept.',
        ...stay,
      ];
    case 'transfer':
      return [
        sentence(
          plan,
          moving.filter(({ custody }) => custody.type === 'external'),
        ),
        'Each is a new node with an identity of its own: parties that are not the old node’s are hosted there, and the old node is stopped for good.',
        ...stay,
      ];
  }
}

function sentence(plan: Plan, nodes: readonly Node[]): string {
  const [first] = nodes;
  if (first === undefined) return '';
  const names = listed(nodes.map((node) => node.name || 'a node without a name'));
  const keeps = nodes.length === 1 ? 'keeps its' : 'keep their';
  const kms = kmsOf(plan, first);
  const where = kms === undefined ? '' : placeOf(kms);
  switch (first.custody.type) {
    case 'none':
      return `${names} ${keeps} private keys in the database, in the clear, and can talk to the others.`;
    case 'envelope':
      return `${names} ${keeps} private keys in the database, encrypted with a wrapper key in ${where}. Without that key nobody can read them again.`;
    case 'external':
      return `${names} ${keeps} private keys only in ${where}: they never leave it, and each signature asks it. There is no way back to keys in the database.`;
  }
}

function placeOf(kms: Kms): string {
  switch (kms.type) {
    case 'aws':
      return `AWS KMS in ${kms.region || 'a region not named yet'}`;
    case 'gcp':
      return `the key ring ${kms.keyRingId || 'not named yet'} of the GCP project ${kms.projectId || 'not named yet'}`;
    case 'driver':
      return `the KMS behind the driver ${kms.driverName || 'not named yet'}`;
  }
}

function listed(names: readonly string[]): string {
  if (names.length > 6) return `${names.slice(0, 5).join(', ')} and ${names.length - 5} more nodes`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
