import { type Mode, modes } from '../../../core/canton/modes';
import { type Card, RadioCards } from '../../../ui/radio-cards';
import { EnvelopeDiagram, ExternalDiagram } from './diagrams';

const cards = {
  envelope: {
    value: 'envelope',
    label: 'Envelope encryption',
    about: 'The node makes and uses its keys; a wrapper key in the KMS encrypts them in the database.',
    picture: <EnvelopeDiagram />,
  },
  external: {
    value: 'external',
    label: 'External keys',
    about: 'The KMS makes and holds the keys; the node asks it for every signature and decryption.',
    picture: <ExternalDiagram />,
  },
} satisfies Record<Mode, Card<Mode>>;

const warning = {
  envelope:
    'Encryption can be taken back while the wrapper key exists. Once the wrapper key is deleted, the keys are lost, and so is every backup made under it.',
  external:
    'This cannot be undone: no key ever leaves the KMS, so a node that starts with external keys stays with them. A key deleted there is gone, and with the namespace key the identity of the node and its parties.',
} as const satisfies Record<Mode, string>;

/** The choice between the modes, with the sentence on what can't be undone beside it. */
export function ModeCards(props: {
  path: string;
  value: Mode | undefined;
  onChoose: (mode: Mode) => void;
  hint?: string | undefined;
}) {
  const { path, value, onChoose, hint } = props;
  return (
    <div>
      <RadioCards
        legend="Mode"
        path={path}
        columns={2}
        cards={modes.map((mode) => cards[mode])}
        value={value}
        onChoose={onChoose}
        {...(hint !== undefined && { hint })}
      />
      {value !== undefined && (
        <p className="mt-2.5 border-l-3 border-warning bg-warning-soft px-3.5 py-2 text-mid" role="status">
          {warning[value]}
        </p>
      )}
    </div>
  );
}
