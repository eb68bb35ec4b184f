import type { UseFormRegisterReturn } from 'react-hook-form';
import { sessionSigningKeysAt } from '../../../core/canton/keys';
import { isKnown, signingAlgorithms, signingKeys } from '../../../core/canton/schemes';
import { docs } from '../../../core/canton/sources';
import { sessionSigningKeysOn } from '../../../core/plan/defaults';
import type { SessionSigningKeys as Answers } from '../../../core/plan/node';
import { Checkbox } from '../../../ui/checkbox';
import { Select, TextInput } from '../../../ui/text-input';
import { useStepForm } from '../../form';
import { NonStandardConfig } from '../../non-standard-config';
import { FindingsAt, PlanField, Row, useErrorsAt } from '../../plan-field';
import { usePlanPart } from '../../use-plan';
import { Bounds } from './bounds';
import { CallCounts } from './call-counts';
import type { Scope } from './scope';
import { sessionDefault } from './session-defaults';

type On = Extract<Answers, { type: 'on' }>;

/** Short-lived keys in the node's memory that take over most signatures. */
export function SessionKeys({ scope }: { scope: Scope }) {
  const release = usePlanPart((plan) => plan.release);
  const { sessionSigningKeys: keys } = scope.shown;
  const path = `${scope.path}.sessionSigningKeys`;
  return (
    <div className="grid gap-4">
      <Checkbox
        path={path}
        label="Session signing keys"
        errors={useErrorsAt(path)}
        hint={
          <>
            Sign with short-lived keys in the node's memory that a KMS key vouches for: faster, and far fewer calls.
            Whoever reads the node's memory can sign until such a key runs out.{' '}
            <a
              href={docs('howtos/optimize/session_keys.html', 'Session keys', release).url}
              target="_blank"
              rel="noreferrer"
            >
              Session keys
            </a>
          </>
        }
        writes={sessionSigningKeysAt(release)}
        checked={keys.type === 'on'}
        onChange={({ target }) =>
          scope.change((node) => ({
            ...node,
            sessionSigningKeys: target.checked ? sessionSigningKeysOn() : { type: 'off' },
          }))
        }
      />
      <FindingsAt paths={[path]} />
      <CallCounts />
      {keys.type === 'on' && <Durations key={scope.path} scope={scope} keys={keys} />}
    </div>
  );
}

const durations = [
  { answer: 'keyValidityDuration', key: 'key-validity-duration', label: 'A key is valid for' },
  { answer: 'toleranceShiftDuration', key: 'tolerance-shift-duration', label: 'It is valid this long before its time' },
  { answer: 'cutOffDuration', key: 'cut-off-duration', label: 'Not used in its last' },
  { answer: 'keyEvictionPeriod', key: 'key-eviction-period', label: 'Kept in memory for' },
] as const;

function Durations({ scope, keys }: { scope: Scope; keys: On }) {
  const release = usePlanPart((plan) => plan.release);
  const path = `${scope.path}.sessionSigningKeys`;
  const form = useStepForm<On>(keys, (next, field) =>
    scope.change((node) => ({ ...node, sessionSigningKeys: next }), `sessionSigningKeys.${field}`),
  );
  const known = durations.filter(({ key }) => sessionDefault(key, release) !== undefined);
  return (
    <div className="grid gap-4">
      {[known.slice(0, 2), known.slice(2)].map((pair) => (
        <Row key={pair[0]?.key} paths={pair.map(({ answer }) => `${path}.${answer}`)}>
          {pair.map(({ answer, key, label }) => (
            <PlanField key={answer} path={`${path}.${answer}`} label={label} optional writes={key}>
              {(wiring) => (
                <TextInput
                  mono
                  placeholder={`${sessionDefault(key, release)} (Canton's default)`}
                  {...wiring}
                  {...form.register(answer)}
                />
              )}
            </PlanField>
          ))}
        </Row>
      ))}
      <Bounds keys={keys} />
      <Row paths={[`${path}.signingAlgorithm`, `${path}.signingKey`]}>
        <PlanField path={`${path}.signingAlgorithm`} label="Algorithm" writes="signing-algorithm-spec">
          {(wiring) => (
            <Select mono {...wiring} {...form.register('signingAlgorithm', { setValueAs: chosen })}>
              <option value="">ed-25519 (Canton's default)</option>
              {signingAlgorithms.filter((scheme) => isKnown(scheme, release)).map(option)}
            </Select>
          )}
        </PlanField>
        <PlanField path={`${path}.signingKey`} label="Kind of key" writes="signing-key-spec">
          {(wiring) => (
            <Select mono {...wiring} {...form.register('signingKey', { setValueAs: chosen })}>
              <option value="">ec-curve-25519 (Canton's default)</option>
              {signingKeys.filter((scheme) => isKnown(scheme, release)).map(option)}
            </Select>
          )}
        </PlanField>
      </Row>
      {sessionDefault('disable-bound-checks', release) !== undefined && (
        <BoundChecks path={`${path}.disableBoundChecks`} register={form.register('disableBoundChecks')} />
      )}
      {(release === '3.4' || keys.disableBoundChecks) && <NonStandardConfig />}
    </div>
  );
}

function BoundChecks({ path, register }: { path: string; register: UseFormRegisterReturn }) {
  return (
    <>
      <Checkbox
        path={path}
        label="Switch the checks of these durations off"
        errors={useErrorsAt(path)}
        hint="Only for trying things out: Canton then takes durations with which messages can be refused."
        writes="disable-bound-checks"
        {...register}
      />
      <FindingsAt paths={[path]} />
    </>
  );
}

/** A select's empty choice leaves the answer to Canton. */
function chosen<T extends string>(value: T | '' | null): T | null {
  return value === '' ? null : value;
}

function option(scheme: string) {
  return (
    <option key={scheme} value={scheme}>
      {scheme}
    </option>
  );
}
