import {
  type CryptoProvider,
  defaultScheme,
  isExperimental,
  isKnown,
  type Scheme,
  type SchemeKind,
  schemesOf,
  supportedByKms,
} from '../../../core/canton/schemes';
import { type Node, Schemes as SchemeAnswers } from '../../../core/plan/node';
import { kmsOf } from '../../../core/plan/plan';
import { Checkbox } from '../../../ui/checkbox';
import { Fold } from '../../../ui/fold';
import { Select } from '../../../ui/text-input';
import { FindingsAt, PlanField } from '../../plan-field';
import { useEdit, usePlan } from '../../use-plan';
import type { Scope } from './scope';

const kinds = [
  { answer: 'signingAlgorithms', kind: 'signing.algorithms', label: 'Signing algorithm' },
  { answer: 'signingKeys', kind: 'signing.keys', label: 'Signing key' },
  { answer: 'encryptionAlgorithms', kind: 'encryption.algorithms', label: 'Encryption algorithm' },
  { answer: 'encryptionKeys', kind: 'encryption.keys', label: 'Encryption key' },
] as const satisfies readonly { answer: keyof SchemeAnswers; kind: SchemeKind; label: string }[];

/** Which schemes new keys have, and which of others a node accepts. */
export function Schemes({ scope }: { scope: Scope }) {
  const plan = usePlan();
  const edit = useEdit();
  const { schemes } = scope.shown;
  const changed = kinds.some(({ answer }) => schemes[answer].default !== null || schemes[answer].allowed.length > 0);
  return (
    <Fold title="Signing and encryption schemes" aside={changed ? 'changed' : "Canton's defaults"} open={changed}>
      <p className="text-small text-muted">
        The default is what new keys are made with. Allowed is also what others may use: leave it empty unless you must
        restrict it, or the node can't connect to a synchronizer that requires more.
      </p>
      {plan.release === '3.6' && (
        <>
          <Checkbox
            path="enableExperimental"
            label="Use experimental schemes"
            hint="ML-DSA, on all nodes of the plan or none: a sequencer with it requires it of everybody."
            writes="crypto.enable-experimental"
            checked={plan.enableExperimental}
            onChange={({ target }) => edit((before) => ({ ...before, enableExperimental: target.checked }))}
          />
          <FindingsAt paths={['enableExperimental']} errors />
        </>
      )}
      {kinds.map((each) => (
        <OneKind key={each.answer} scope={scope} {...each} />
      ))}
    </Fold>
  );
}

function OneKind({ scope, answer, kind, label }: { scope: Scope } & (typeof kinds)[number]) {
  const plan = usePlan();
  const node = scope.shown;
  const kms = kmsOf(plan, node);
  const provider: CryptoProvider = node.custody.type === 'external' ? 'kms' : 'jce';
  const path = `${scope.path}.schemes.${answer}`;
  const { default: chosen, allowed } = node.schemes[answer];
  const offered: readonly Scheme[] = schemesOf[kind].filter(
    (scheme) => isKnown(scheme, plan.release) && (!isExperimental(scheme) || plan.enableExperimental),
  );
  const inKms: readonly Scheme[] | undefined =
    provider === 'kms' && kms !== undefined ? supportedByKms(kind, kms.type, plan.release) : undefined;
  const cannot = (scheme: Scheme) => inKms !== undefined && !inKms.includes(scheme);

  return (
    <div className="grid gap-2">
      <PlanField path={`${path}.default`} label={label} writes={`crypto.${kind}.default`}>
        {(wiring) => (
          <Select
            mono
            {...wiring}
            value={chosen ?? ''}
            onChange={({ target }) => scope.change(withDefault(answer, target.value), `schemes.${answer}`)}
          >
            <option value="">{defaultScheme(kind, provider, plan.release)} (Canton's default)</option>
            {offered.map((scheme) => (
              <option key={scheme} value={scheme}>
                {scheme}
                {cannot(scheme) ? ' (the KMS has no such keys)' : ''}
              </option>
            ))}
          </Select>
        )}
      </PlanField>
      <fieldset data-path={`${path}.allowed`} className="flex flex-wrap gap-x-4 gap-y-1 text-small">
        <legend className="text-muted">
          Allowed <code>crypto.{kind}.allowed</code>: {allowed.length === 0 ? 'everything (default)' : 'only these'}
        </legend>
        {offered.map((scheme) => (
          <label key={scheme} className="flex min-h-6 items-center gap-1.5">
            <input
              type="checkbox"
              checked={allowed.some((each) => each === scheme)}
              onChange={({ target }) =>
                scope.change(withAllowed(answer, kind, scheme, target.checked), `schemes.${answer}`)
              }
            />
            <code>{scheme}</code>
            {cannot(scheme) && <span className="text-muted">verify only</span>}
          </label>
        ))}
      </fieldset>
      <FindingsAt paths={[`${path}.allowed`, path]} errors />
    </div>
  );
}

/** Sets the default of one kind; empty leaves it to Canton. */
function withDefault(answer: keyof SchemeAnswers, scheme: string): (node: Node) => Node {
  return (node) => {
    const next = { ...node.schemes[answer], default: scheme === '' ? null : scheme };
    return { ...node, schemes: SchemeAnswers.parse({ ...node.schemes, [answer]: next }) };
  };
}

/** Puts a scheme on the list of the allowed ones or takes it off; the list keeps Canton's order. */
function withAllowed(answer: keyof SchemeAnswers, kind: SchemeKind, scheme: Scheme, on: boolean): (node: Node) => Node {
  return (node) => {
    const before: readonly Scheme[] = node.schemes[answer].allowed;
    const all: readonly Scheme[] = schemesOf[kind];
    const allowed = all.filter((each) => (each === scheme ? on : before.includes(each)));
    return {
      ...node,
      schemes: SchemeAnswers.parse({ ...node.schemes, [answer]: { ...node.schemes[answer], allowed } }),
    };
  };
}
