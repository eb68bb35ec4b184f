import { holdsFor } from '../../../core/canton/releases';
import { usePlanPart } from '../../use-plan';

/** What the answers of the table mean, and what follows from them. */
export function About() {
  const release = usePlanPart((plan) => plan.release);
  const mixed = usePlanPart((plan) => new Set(plan.nodes.map((node) => node.custody.type === 'none')).size > 1);
  const refuses = holdsFor({ since: '3.5' }, release);
  return (
    <section aria-label="What the answers mean" className="border-t border-line pt-3 text-small text-muted">
      <dl className="grid gap-2 [&_dt]:font-semibold [&_dt]:text-ink">
        <div>
          <dt>Custody</dt>
          <dd>
            Where the private keys live: in the KMS only (<b>external</b>), in the node's database under a key of the
            KMS (<b>envelope</b>), or in the database in the clear (<b>no KMS</b>). The step Mode tells more.
            {mixed &&
              ' A node without KMS beside the others gets a file that holds only the schemes it needs to talk to them.'}
          </dd>
        </div>
        <div>
          <dt>Storage</dt>
          <dd>
            <b>Postgres</b> is the only one that Canton supports in production. <b>H2</b> is a database inside the
            node's process, for trying things out. With <b>memory</b> a restart loses everything, identity and the list
            of keys included: keys in the KMS stay there, and nothing knows them any more.{' '}
            {refuses
              ? 'Envelope encryption needs a database: with memory the node does not start.'
              : `Envelope encryption needs a database: with memory, Canton ${release} leaves the keys unencrypted and says nothing.`}
          </dd>
        </div>
        <div>
          <dt>Replicas</dt>
          <dd>
            Several processes of one node over one database, of which one is active. All need the same file, the same
            rights in the KMS and the same database; only the active one makes keys.
          </dd>
        </div>
      </dl>
    </section>
  );
}
