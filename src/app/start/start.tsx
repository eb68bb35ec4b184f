import { useEffect, useState } from 'react';
import { defaultRelease, type Release, releaseFacts, releases } from '../../core/canton/releases';
import { examples } from '../../core/plan/examples';
import { Brand } from '../../ui/brand';
import { browserStorage } from '../browser-storage';
import type { OpenRequest } from '../open';
import { forgetDamaged, putAside, readDrafts, type StoredDraft } from '../stored-drafts';
import { ThemeSwitch } from '../theme-switch';
import { Card } from './card';
import { DamagedDraft } from './damaged-draft';
import { OpenFile } from './open-file';
import { ReleaseChoice } from './release-choice';
import { SpliceNotice } from './splice-notice';

type Open = (request: OpenRequest) => void;

/** The first screen: what do you want to do, and what will come out. It loads neither forms nor schemas. */
export function Start({ failure, onOpen }: { failure: string | undefined; onOpen: Open }) {
  const [{ draft, before, damaged }, setDrafts] = useState(() => readDrafts(browserStorage));
  const [release, setRelease] = useState<Release>(defaultRelease);
  useEffect(() => {
    document.title = 'Canton KMS Wizard';
  }, []);
  const replace: Open = (request) => {
    putAside(browserStorage);
    onOpen(request);
  };
  return (
    <div className="grid min-h-full grid-rows-[auto_1fr_auto]">
      <header className="flex h-13 items-center border-b border-line bg-surface px-4">
        <Brand />
        <span className="grow" />
        <ThemeSwitch />
      </header>
      <main className="mx-auto grid w-full max-w-4xl content-start gap-8 px-4 py-8 wide:py-12">
        <div>
          <h1 className="text-[1.75rem] leading-tight font-semibold">Canton nodes with their keys in a KMS</h1>
          <p className="mt-2 max-w-2xl text-muted">
            Answer what Canton's documentation asks, and take along configuration that loads the first time. Every file
            is read back here by the parser that Canton uses. Nothing leaves your browser, and no secret is asked for.
          </p>
        </div>
        {failure !== undefined && (
          <p role="alert" className="rounded-card border border-error bg-error-soft px-4 py-3">
            <b className="text-error">That could not be opened.</b> {failure} Your own draft is untouched.
          </p>
        )}
        {damaged !== undefined && (
          <DamagedDraft
            text={damaged}
            onForget={() => {
              forgetDamaged(browserStorage);
              setDrafts(readDrafts(browserStorage));
            }}
          />
        )}
        <section aria-labelledby="do" className="grid gap-3">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <h2 id="do" className="text-large font-semibold">
              What do you want to do?
            </h2>
            <ReleaseChoice release={release} onChoose={setRelease} />
          </div>
          <div className="grid gap-3 wide:grid-cols-2">
            {draft !== undefined && (
              <Card
                primary
                title={goOn(draft)}
                about={about(draft)}
                // Another tab may have gone on with it since this screen was painted.
                onClick={() => onOpen({ type: 'stored', stored: readDrafts(browserStorage).draft ?? draft })}
              >
                Kept in this browser
              </Card>
            )}
            <Card
              primary={draft === undefined}
              title="A new node with its keys in a KMS"
              about="AWS KMS, Google Cloud KMS or your own HSM; keys encrypted in the database, or in the KMS only"
              onClick={() => replace({ type: 'new', release })}
            >
              <code>node-kms.conf</code> · <code>start.sh</code> · <code>README.md</code> with permissions and checks
            </Card>
            <Card
              title="Rotate the keys of running nodes"
              about="Wrapper keys, or the nodes' own keys: new ones made by Canton, or keys that you made in the KMS"
              onClick={() => replace({ type: 'rotate', release })}
            >
              <code>inventory.sc</code> · console scripts that can be run twice · <code>README.md</code> with the order
              and the backups
            </Card>
            <Card
              title="Move a node that already runs"
              about="Encrypt the keys in its database with a key in a KMS, or take that back"
              onClick={() => replace({ type: 'migrate', release })}
            >
              <code>RUNBOOK.md</code> with every step · checks before and after · configuration for each restart
            </Card>
            <OpenFile onOpen={replace} />
            {before.map((one, index) => (
              <Card
                key={one.plan}
                title={index === 0 ? 'The draft before this one' : 'An earlier draft'}
                about={one.name === '' ? about(one) : `“${one.name}”, ${about(one)}`}
                onClick={() => replace({ type: 'stored', stored: one })}
              >
                Put aside when another plan took its place
              </Card>
            ))}
          </div>
        </section>
        <section aria-labelledby="examples" className="grid gap-3">
          <h2 id="examples" className="text-large font-semibold">
            Or look at a worked example
          </h2>
          <div className="grid gap-3 wide:grid-cols-3">
            {examples.map((example) => (
              <Card
                key={example.id}
                title={example.title}
                about={example.about}
                onClick={() => replace({ type: 'example', id: example.id })}
              />
            ))}
          </div>
        </section>
        <SpliceNotice />
      </main>
      <footer className="border-t border-line px-4 py-3 text-small text-muted">
        <p className="mx-auto max-w-4xl">
          Facts read from Canton{' '}
          {releases
            .map(
              (release) =>
                `${release} (${releaseFacts[release].version}, ${releaseFacts[release].readOn}${releaseFacts[release].preview ? ', preview' : ''})`,
            )
            .join(', ')}
          . The line of a plan can be changed at any time.
        </p>
      </footer>
    </div>
  );
}

function goOn(draft: StoredDraft): string {
  return draft.name === '' ? 'Go on with your draft' : `Go on with “${draft.name}”`;
}

function about(draft: StoredDraft): string {
  return `Canton ${draft.release}, ${draft.nodes === 1 ? '1 node' : `${draft.nodes} nodes`}`;
}
