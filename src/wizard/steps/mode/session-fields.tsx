import { defaultOf, knows, sessionSigningKeysAt } from '../../../core/canton/keys';
import { isKnown, signingAlgorithms, signingKeys } from '../../../core/canton/schemes';
import { defaultDuration, durationAnswers, type SessionKeysOn } from '../../../core/plan/session-durations';
import { Checkbox } from '../../../ui/checkbox';
import { Fold } from '../../../ui/fold';
import { Select, TextInput } from '../../../ui/text-input';
import { useStepForm } from '../../form';
import { NonStandardConfig } from '../../non-standard-config';
import { FindingsAt, PlanField, Row, useErrorsAt } from '../../plan-field';
import { usePlan } from '../../use-plan';
import { Bounds } from './bounds';
import { TimeAxis } from './time-axis';

const durations = [
  { name: 'key-validity-duration', label: 'Key validity', about: 'How long a session key may be used.' },
  { name: 'cut-off-duration', label: 'Cut-off', about: 'How long before its end it signs nothing new.' },
  {
    name: 'tolerance-shift-duration',
    label: 'Tolerance',
    about: 'How far the time of a signature may lie from the time the key was made.',
  },
  { name: 'key-eviction-period', label: 'Eviction', about: 'How long it stays in the memory of the node.' },
] as const;

/** The durations on one axis with their bounds, the scheme of the session keys, and the ways around the bounds. */
export function SessionFields(props: {
  path: string;
  value: SessionKeysOn;
  onChange: (value: SessionKeysOn, group?: string) => void;
}) {
  const { path, value, onChange } = props;
  const { release } = usePlan();
  const form = useStepForm(value, (next, field) => onChange(next, `${path}.${field}`));
  const at = sessionSigningKeysAt(release);
  const unchecked = knows('crypto.session-signing-keys.disable-bound-checks', release);
  const boundErrors = useErrorsAt(`${path}.disableBoundChecks`);
  const shown = durations.flatMap(({ name, label, about }) => {
    const ofCanton = defaultDuration(name, release);
    return ofCanton === undefined ? [] : [{ name, label, about, ofCanton }];
  });
  const half = Math.ceil(shown.length / 2);

  return (
    <div className="grid grid-cols-1 gap-4">
      {[shown.slice(0, half), shown.slice(half)].map((pair) => (
        <Row key={pair[0]?.name} paths={pair.map(({ name }) => `${path}.${durationAnswers[name]}`)}>
          {pair.map(({ name, label, about, ofCanton }) => (
            <PlanField
              key={name}
              path={`${path}.${durationAnswers[name]}`}
              label={label}
              optional
              writes={name}
              hint={about}
            >
              {(wiring) => (
                <TextInput mono placeholder={ofCanton} {...wiring} {...form.register(durationAnswers[name])} />
              )}
            </PlanField>
          ))}
        </Row>
      ))}
      <TimeAxis answers={value} release={release} />
      <Bounds answers={value} release={release} />
      {release === '3.4' && <NonStandardConfig />}
      <div>
        <Fold title="Scheme of the session keys" aside={schemeAside(value)}>
          <Row paths={[`${path}.signingAlgorithm`, `${path}.signingKey`]}>
            <PlanField path={`${path}.signingAlgorithm`} label="Algorithm" writes={`${at}.signing-algorithm-spec`}>
              {(wiring) => (
                <Select
                  mono
                  {...wiring}
                  value={value.signingAlgorithm ?? ''}
                  onChange={({ target }) =>
                    onChange({
                      ...value,
                      signingAlgorithm: signingAlgorithms.find((one) => one === target.value) ?? null,
                    })
                  }
                >
                  <option value="">{`Canton's default: ${defaultOf(`${at}.signing-algorithm-spec`, release)}`}</option>
                  {signingAlgorithms
                    .filter((one) => isKnown(one, release) || one === value.signingAlgorithm)
                    .map((one) => (
                      <option key={one}>{one}</option>
                    ))}
                </Select>
              )}
            </PlanField>
            <PlanField path={`${path}.signingKey`} label="Key" writes={`${at}.signing-key-spec`}>
              {(wiring) => (
                <Select
                  mono
                  {...wiring}
                  value={value.signingKey ?? ''}
                  onChange={({ target }) =>
                    onChange({ ...value, signingKey: signingKeys.find((one) => one === target.value) ?? null })
                  }
                >
                  <option value="">{`Canton's default: ${defaultOf(`${at}.signing-key-spec`, release)}`}</option>
                  {signingKeys
                    .filter((one) => isKnown(one, release) || one === value.signingKey)
                    .map((one) => (
                      <option key={one}>{one}</option>
                    ))}
                </Select>
              )}
            </PlanField>
          </Row>
          <p className="text-small text-muted">Both must be among the schemes that the node allows.</p>
        </Fold>
        {unchecked && (
          <Fold
            title="Without the bounds"
            aside={value.disableBoundChecks ? 'for tests only' : 'off'}
            open={value.disableBoundChecks}
          >
            <Checkbox
              path={`${path}.disableBoundChecks`}
              label="Skip the checks between the durations"
              writes={`${at}.disable-bound-checks`}
              hint="For tests only. Signatures may then be refused by others."
              errors={boundErrors}
              checked={value.disableBoundChecks}
              onChange={({ target }) => onChange({ ...value, disableBoundChecks: target.checked })}
            />
            <FindingsAt paths={[`${path}.disableBoundChecks`]} />
            {value.disableBoundChecks && <NonStandardConfig />}
          </Fold>
        )}
      </div>
    </div>
  );
}

function schemeAside({ signingAlgorithm, signingKey }: SessionKeysOn): string {
  const set = [signingAlgorithm, signingKey].filter((one) => one !== null);
  return set.length === 0 ? "Canton's defaults" : set.join(', ');
}
