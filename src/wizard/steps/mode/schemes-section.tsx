import { holdsFor, type Release } from '../../../core/canton/releases';
import {
  type CryptoProvider,
  defaultScheme,
  isExperimental,
  isKnown,
  type KmsType,
  type Scheme,
  schemesOf,
  supportedByKms,
} from '../../../core/canton/schemes';
import { editNodes } from '../../../core/plan/edit';
import type { Node, Schemes } from '../../../core/plan/node';
import { kmsOf, type Plan } from '../../../core/plan/plan';
import { Checkbox } from '../../../ui/checkbox';
import { Fold } from '../../../ui/fold';
import { Differs } from '../../differs';
import { FindingsAt } from '../../plan-field';
import { type Placed, shared } from '../../scope';
import { useEdit, usePlan } from '../../use-plan';
import { Elsewhere } from './elsewhere';
import { SchemeChoice } from './scheme-choice';

/** Signing and encryption schemes: what the nodes make their own keys with, and what they accept from others. */
export function SchemesSection({ nodes }: { nodes: readonly Placed[] }) {
  const plan = usePlan();
  const edit = useEdit();
  const common = shared(nodes, (node) => node.schemes);
  const [first] = nodes;
  if (first === undefined) return null;
  const path = `nodes.${first.index}.schemes`;

  function set<K extends keyof Schemes>(part: K, value: Schemes[K]) {
    const indices = nodes.map(({ index }) => index);
    edit((before) => editNodes(before, indices, (node) => ({ ...node, schemes: { ...node.schemes, [part]: value } })));
  }

  const facts = factsOf(plan, nodes);
  const { release } = plan;
  return (
    <Fold title="Signing and encryption schemes" aside={asideOf(common)}>
      <p className="text-mid text-muted">
        The default is what a node makes its keys with; what it allows is what it accepts from others. A synchronizer
        refuses a node that does not allow what it requires, or whose default it does not require. Changing a default
        changes no key that exists.
      </p>
      {common.type === 'differ' ? (
        <Differs
          what="The schemes"
          nodes={nodes}
          onTake={({ schemes }) => {
            const indices = nodes.map(({ index }) => index);
            edit((before) => editNodes(before, indices, (node) => ({ ...node, schemes })));
          }}
        />
      ) : (
        <>
          <SchemeChoice
            legend="Signing algorithm"
            writes="crypto.signing.algorithms"
            path={`${path}.signingAlgorithms`}
            options={offered(schemesOf['signing.algorithms'], common.value.signingAlgorithms, release)}
            ofCanton={defaultScheme('signing.algorithms', facts.provider, release)}
            reasonAgainst={(scheme) =>
              facts.against(scheme, (type) => supportedByKms('signing.algorithms', type, release))
            }
            value={common.value.signingAlgorithms}
            onChange={(value) => set('signingAlgorithms', value)}
          />
          <SchemeChoice
            legend="Signing key"
            writes="crypto.signing.keys"
            path={`${path}.signingKeys`}
            options={offered(schemesOf['signing.keys'], common.value.signingKeys, release)}
            ofCanton={defaultScheme('signing.keys', facts.provider, release)}
            reasonAgainst={(scheme) => facts.against(scheme, (type) => supportedByKms('signing.keys', type, release))}
            value={common.value.signingKeys}
            onChange={(value) => set('signingKeys', value)}
          />
          <SchemeChoice
            legend="Encryption algorithm"
            writes="crypto.encryption.algorithms"
            path={`${path}.encryptionAlgorithms`}
            options={offered(schemesOf['encryption.algorithms'], common.value.encryptionAlgorithms, release)}
            ofCanton={defaultScheme('encryption.algorithms', facts.provider, release)}
            reasonAgainst={(scheme) =>
              facts.against(scheme, (type) => supportedByKms('encryption.algorithms', type, release))
            }
            value={common.value.encryptionAlgorithms}
            onChange={(value) => set('encryptionAlgorithms', value)}
          />
          <SchemeChoice
            legend="Encryption key"
            writes="crypto.encryption.keys"
            path={`${path}.encryptionKeys`}
            options={offered(schemesOf['encryption.keys'], common.value.encryptionKeys, release)}
            ofCanton={defaultScheme('encryption.keys', facts.provider, release)}
            reasonAgainst={(scheme) =>
              facts.against(scheme, (type) => supportedByKms('encryption.keys', type, release))
            }
            value={common.value.encryptionKeys}
            onChange={(value) => set('encryptionKeys', value)}
          />
        </>
      )}
      {holdsFor({ since: '3.6' }, release) && (
        <>
          <Checkbox
            path="enableExperimental"
            label="Allow experimental schemes"
            writes="crypto.enable-experimental"
            hint="ml-dsa-65 works only with it. For all nodes of the plan or none: a sequencer with it makes the scheme required for everybody."
            checked={plan.enableExperimental}
            onChange={({ target }) => edit((before) => ({ ...before, enableExperimental: target.checked }))}
          />
          <FindingsAt paths={['enableExperimental']} errors />
        </>
      )}
      {common.type === 'same' && <FindingsAt paths={[path]} errors />}
      <Elsewhere nodes={nodes} answer="schemes" agree={common.type === 'same'} />
    </Fold>
  );
}

/** The schemes that a line knows, and what was chosen for another line, so that it can be seen and taken back. */
function offered<S extends Scheme>(
  schemes: readonly S[],
  chosen: { default: S | null; allowed: S[] },
  release: Release,
): S[] {
  return schemes.filter(
    (scheme) => isKnown(scheme, release) || scheme === chosen.default || chosen.allowed.includes(scheme),
  );
}

const kmsNames = { aws: 'AWS KMS', gcp: 'GCP KMS', driver: 'a driver' } as const satisfies Record<KmsType, string>;

/** What speaks against a scheme as a default of these nodes, in a few words; and whose defaults of Canton's hold. */
function factsOf(plan: Plan, nodes: readonly Placed[]) {
  const external = nodes.filter(({ node }) => node.custody.type === 'external');
  const types = [...new Set(external.flatMap(({ node }) => kmsOf(plan, node)?.type ?? []))];
  const provider: CryptoProvider = external.length > 0 ? 'kms' : 'jce';
  return {
    provider,
    against(scheme: Scheme, supported: (type: KmsType) => readonly Scheme[]): string | undefined {
      if (!isKnown(scheme, plan.release)) return `not in Canton ${plan.release}`;
      const unable = types.find((type) => !supported(type).includes(scheme));
      if (unable !== undefined) return `not with keys in ${kmsNames[unable]}`;
      return isExperimental(scheme) && !plan.enableExperimental ? 'experimental' : undefined;
    },
  };
}

function asideOf(common: { type: 'same'; value: Node['schemes'] } | { type: 'differ' }): string {
  if (common.type === 'differ') return 'the nodes differ';
  const set = Object.values(common.value).filter((choice) => choice.default !== null || choice.allowed.length > 0);
  return set.length === 0 ? "Canton's defaults" : `${set.length} set`;
}
