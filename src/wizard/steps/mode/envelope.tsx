import { withWrapperKey } from '../../../core/plan/edit';
import { RadioCards } from '../../../ui/radio-cards';
import { TextInput } from '../../../ui/text-input';
import { FindingsAt, PlanField } from '../../plan-field';
import { useEdit, usePlan } from '../../use-plan';
import type { Scope } from './scope';

/** The wrapper key: made by Canton, or one that exists, one for each node. */
export function Envelope({ scope }: { scope: Scope }) {
  const { custody } = scope.shown;
  if (custody.type !== 'envelope') return null;
  const { wrapperKey } = custody;
  return (
    <>
      <RadioCards
        legend="Wrapper key"
        path={`${scope.path}.custody.wrapperKey`}
        columns={2}
        value={wrapperKey.type}
        onChoose={(type) =>
          scope.change((node) => withWrapperKey(node, type === 'generated' ? { type } : { type, id: '' }))
        }
        cards={[
          {
            value: 'generated',
            label: 'Canton creates it',
            about: 'At the first start, one for each node; the node needs the right to create keys',
          },
          { value: 'given', label: 'It exists already', about: 'Name a symmetric key for each node' },
        ]}
      />
      <FindingsAt paths={[`${scope.path}.custody.wrapperKey`, `${scope.path}.custody`]} errors />
      {wrapperKey.type === 'given' && (
        <div className="grid gap-3">
          {scope.indices.map((index) => (
            <WrapperKeyId key={index} index={index} />
          ))}
        </div>
      )}
    </>
  );
}

function WrapperKeyId({ index }: { index: number }) {
  const plan = usePlan();
  const edit = useEdit();
  const node = plan.nodes[index];
  if (node?.custody.type !== 'envelope' || node.custody.wrapperKey.type !== 'given') return null;
  const path = `nodes.${index}.custody.wrapperKey.id`;
  const type = plan.kms.find((kms) => kms.id === (node.custody.type === 'none' ? '' : node.custody.kms))?.type;
  const hint = {
    aws: 'Key id, ARN or alias of a symmetric key; the ARN when it lies in another account',
    gcp: 'The bare key id in the key ring, not the resource name',
    driver: 'As the driver names it',
  };
  return (
    <PlanField
      path={path}
      label={`Wrapper key of ${node.name || `node ${index + 1}`}`}
      hint={type && hint[type]}
      writes="crypto.private-key-store.encryption.wrapper-key-id"
    >
      {(wiring) => (
        <TextInput
          mono
          {...wiring}
          value={
            node.custody.type === 'envelope' && node.custody.wrapperKey.type === 'given'
              ? node.custody.wrapperKey.id
              : ''
          }
          onChange={({ target }) => {
            const id = target.value;
            edit(
              (before) => ({
                ...before,
                nodes: before.nodes.with(index, withWrapperKey(node, { type: 'given', id })),
              }),
              path,
            );
          }}
          onPaste={(event) => {
            const ids = event.clipboardData.getData('text').trim().split(/\r?\n/);
            if (ids.length < 2) return;
            event.preventDefault();
            edit((before) => pasteColumn(before, index, ids));
          }}
        />
      )}
    </PlanField>
  );
}

/** A column from a spreadsheet, one id for each node with a given wrapper key, from a node downwards. */
function pasteColumn(plan: ReturnType<typeof usePlan>, from: number, ids: readonly string[]) {
  const left = [...ids];
  const nodes = plan.nodes.map((node, index) => {
    const takes = index >= from && node.custody.type === 'envelope' && node.custody.wrapperKey.type === 'given';
    const id = takes ? left.shift() : undefined;
    return id === undefined ? node : withWrapperKey(node, { type: 'given', id: id.trim() });
  });
  return { ...plan, nodes };
}
