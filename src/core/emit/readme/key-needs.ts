import { firstVersionSource, registeredOnceSource, registeringSource } from '../../canton/key-care';
import { defaultNeed, type KeyNeed, keyNeedWords, wrapperNeeds } from '../../canton/key-specs';
import { wrapperKeySource } from '../../canton/modes';
import { kmsSupportSource } from '../../canton/schemes';
import type { Source } from '../../canton/sources';
import type { Node } from '../../plan/node';
import { type Block, list, paragraph, said, type Text } from '../markdown/printer';
import type { Settings, UsedKms } from '../settings';
import { type Brought, broughtKeys, type Role, roles, roleWords } from './brought-keys';
import { kmsName, nodeNames } from './names';

/** More nodes than this are not listed one by one. */
const mostNodes = 100;

/** What the keys must be that are made in the KMS beforehand, and by which id the plan knows each. */
export function keysToMake(settings: Settings): readonly Block[] {
  const brought = broughtKeys(settings);
  if (brought.length === 0) return [];
  return [
    ...groupsOf(settings, brought).flatMap((group) => [...kinds(settings, group), ...ids(group)]),
    ...rules(settings, brought),
  ];
}

/** Nodes of one KMS whose keys must be alike. */
type Group = {
  readonly used: UsedKms;
  readonly needs: { readonly [R in Role]: KeyNeed | undefined };
  readonly nodes: readonly Brought[];
};

function groupsOf(settings: Settings, brought: readonly Brought[]): readonly Group[] {
  const groups = new Map<string, { readonly group: Omit<Group, 'nodes'>; readonly nodes: Brought[] }>();
  for (const each of brought) {
    const { used, node } = each;
    const needs = needsOf(settings, used, node);
    const id = JSON.stringify([used.index, node.custody.type, needs]);
    const known = groups.get(id) ?? { group: { used, needs }, nodes: [] };
    groups.set(id, known);
    known.nodes.push(each);
  }
  return [...groups.values()].map(({ group, nodes }) => ({ ...group, nodes }));
}

function needsOf({ release }: Settings, { kms }: UsedKms, { schemes }: Node): Group['needs'] {
  const chosen = { signing: schemes.signingKeys.default, encryption: schemes.encryptionKeys.default };
  const signing = defaultNeed(kms.type, 'signing', chosen, release);
  return {
    namespace: signing,
    'sequencer-auth': signing,
    signing,
    encryption: defaultNeed(kms.type, 'encryption', chosen, release),
    intermediate: signing,
    wrapper: wrapperNeeds[kms.type],
  };
}

/** What the keys must be, once for all nodes of a group. */
function kinds({ release }: Settings, { used, needs, nodes }: Group): readonly Block[] {
  const { type } = used.kms;
  const words = keyNeedWords[type];
  const byNeed = new Map<string, { readonly need: KeyNeed | undefined; readonly roles: Role[] }>();
  for (const role of rolesOf(nodes)) {
    const need = needs[role];
    const row = byNeed.get(JSON.stringify(need) ?? '') ?? { need, roles: [] };
    byNeed.set(JSON.stringify(need) ?? '', row);
    row.roles.push(role);
  }
  const source = rolesOf(nodes).includes('wrapper') ? wrapperKeySource : kmsSupportSource(type, release);
  const rows = [...byNeed.values()].map(({ need, roles: same }): readonly Text[] => [
    [said(same.map((role) => roleWords[role]).join(', '), source)],
    ...(need === undefined
      ? ['none of the kind that the node has as its default', '']
      : [[{ code: need.spec }], [{ code: need.use }]]),
  ]);
  const names = nodeNames(nodes.map(({ node }) => node));
  return [
    paragraph('For ', ...names, ', in ', ...kmsName(used.kms, `kms.${used.index}`), ':'),
    { kind: 'table', head: ['Key for', words.spec, words.use], rows },
  ];
}

/** Which key it is, by node. */
function ids({ nodes }: Group): readonly Block[] {
  const columns = rolesOf(nodes);
  const rows = nodes.slice(0, mostNodes).map(({ node, ids: of }): readonly Text[] => [
    [{ code: node.name }],
    ...columns.map((role): Text => {
      const id = of[role];
      return id === undefined ? '' : [id];
    }),
  ]);
  const more = nodes.length - rows.length;
  return [
    { kind: 'table', head: ['Node', ...columns.map((role) => roleWords[role])], rows },
    ...(more === 0 ? [] : [paragraph(`The ids for ${more} more nodes stand in `, { code: 'plan.json' }, '.')]),
  ];
}

function rolesOf(nodes: readonly Brought[]): readonly Role[] {
  return roles.filter((role) => nodes.some(({ ids: of }) => of[role] !== undefined));
}

/** What holds for all keys that a script registers. */
function rules({ release }: Settings, brought: readonly Brought[]): readonly Block[] {
  const registered = brought.filter(({ node }) => node.custody.type === 'external');
  const [first] = registered;
  if (first === undefined) return [];
  return registrationRules(
    registered.map(({ used }) => used),
    kmsSupportSource(first.used.kms.type, release),
  );
}

/** What to know of a key before a script registers it. */
export function registrationRules(used: readonly UsedKms[], support: Source): readonly Block[] {
  return [
    list([
      [
        said('One key has one use, on one node. ', registeredOnceSource),
        said(
          'A key of another kind is taken too, if its node allows the kind and the KMS has it; any other is refused when a script registers it.',
          support,
        ),
      ],
      [
        said(
          'See in the KMS that each is enabled: the script that registers a key does not notice when it is not.',
          registeringSource,
        ),
      ],
      ...(used.some(({ kms }) => kms.type === 'gcp')
        ? [[said('Google keys are used in their version 1, which must be enabled.', firstVersionSource)]]
        : []),
    ]),
  ];
}
