import { loggedAs, signingKeys } from '../../../core/canton/schemes';
import type { Migrate, MigrationFacts } from '../../../core/plan/task';
import { seenRoots } from '../../../core/rules/roots';
import { answered } from '../../../core/rules/ways';
import { Choice, type Option, optionsOf } from '../../../ui/choice';
import { controlLook } from '../../../ui/text-input';
import { PlanCheckbox, PlanField } from '../../plan-field';
import { Section } from '../../section';
import { useEdit } from '../../use-plan';

/** What decides which ways are open; asked only where more than one could lead there. */
export function Questions({ task }: { task: Migrate }) {
  const edit = useEdit();
  const { facts } = task;
  const { today, wanted } = facts;
  if (today !== 'external' && wanted !== 'external') return null;
  const answer = (change: Partial<MigrationFacts>) => edit((plan) => answered(plan, change));
  const seen = seenRoots(task.inventory);
  return (
    <Section title="What decides the way">
      <div className="@container">
        <div className="grid items-start gap-4 @lg:grid-cols-2">
          {wanted === 'external' &&
            (seen.length > 0 ? (
              <div>
                <p className="mb-1.5 font-semibold">Root key of the namespace</p>
                <ul className="text-mid">
                  {seen.map(({ node, spec }) => (
                    <li key={node}>
                      <code className="font-mono text-code">{node}</code>: {spec}, as the inventory shows
                    </li>
                  ))}
                </ul>
              </div>
            ) : (
              <PlanField
                path="task.facts.rootKey"
                label="Root key of the namespace"
                hint="It is the identity and can't be replaced: a KMS that can't hold it rules the way out. An inventory shows it."
              >
                {(wiring) => (
                  <Choice
                    {...wiring}
                    className={controlLook}
                    options={rootKeys}
                    value={facts.rootKey}
                    onChoose={(rootKey) => answer({ rootKey })}
                  />
                )}
              </PlanField>
            ))}
          <PlanField
            path="task.facts.material"
            label={
              today === 'external' ? 'A copy of the private keys outside the KMS' : 'The private keys on the old nodes'
            }
            hint={
              today === 'external'
                ? 'Only keys that were imported can have one: no KMS gives a private key back.'
                : 'Keys that somebody else may have seen should not go on in a KMS.'
            }
          >
            {(wiring) => (
              <Choice
                {...wiring}
                className={controlLook}
                options={today === 'external' ? copies : materials}
                value={facts.material}
                onChoose={(material) => answer({ material })}
              />
            )}
          </PlanField>
          <PlanField
            path="task.facts.parties"
            label="Parties that the participants host"
            hint="External parties sign with keys of their own. Local ones are in the participant's namespace, as parties.enable makes them."
          >
            {(wiring) => (
              <Choice
                {...wiring}
                className={controlLook}
                options={parties}
                value={facts.parties}
                onChoose={(chosen) => answer({ parties: chosen })}
              />
            )}
          </PlanField>
          <PlanField
            path="task.facts.operators"
            label="Operators with a stake in the contracts"
            hint="Others than you have to take part where identities change."
          >
            {(wiring) => (
              <Choice
                {...wiring}
                className={controlLook}
                options={operators}
                value={facts.operators}
                onChoose={(chosen) => answer({ operators: chosen })}
              />
            )}
          </PlanField>
        </div>
      </div>
      <PlanCheckbox
        path="task.facts.decentralized"
        label="The synchronizer belongs to several owners together"
        hint="A decentralized synchronizer: its nodes are better replaced by new ones."
        checked={facts.decentralized}
        onChange={({ target }) => answer({ decentralized: target.checked })}
      />
    </Section>
  );
}

const rootKeys: readonly Option<MigrationFacts['rootKey']>[] = [
  { value: 'unknown', label: 'Not known' },
  ...signingKeys.map((key) => ({ value: key, label: loggedAs(key) })),
];

const materials = optionsOf<MigrationFacts['material']>(
  {
    trusted: 'Readable, and seen by nobody else',
    doubted: 'Somebody else may have seen them',
    gone: "Can't be read",
  },
  ['trusted', 'doubted', 'gone'],
);

const copies = optionsOf<MigrationFacts['material']>(
  {
    trusted: 'Was kept, and seen by nobody else',
    doubted: 'Was kept, but somebody else may have seen it',
    gone: 'There is none',
  },
  ['trusted', 'doubted', 'gone'],
);

const parties = optionsOf<MigrationFacts['parties']>(
  {
    none: 'None',
    external: 'External parties only',
    local: 'Local parties only',
    both: 'External and local parties',
  },
  ['none', 'external', 'local', 'both'],
);

const operators = optionsOf<MigrationFacts['operators']>({ one: 'One: all of them are yours', several: 'Several' }, [
  'one',
  'several',
]);
