import { editionsOf } from '../../canton/editions';
import { type KmsType, kmsTypes } from '../../canton/schemes';
import { type Block, list, said, type Text } from '../markdown/printer';
import type { Settings } from '../settings';

/** Which edition of Canton these files need: what is documented and what the code does. */
export function editions(settings: Settings): readonly Block[] {
  const types = kmsTypes.filter((type) => settings.used.some((used) => used.kms.type === type));
  return types.length === 0 ? [] : [list(types.map((type) => edition(settings, type)))];
}

const names = { aws: 'AWS KMS', gcp: 'Google Cloud KMS', driver: 'A KMS driver' } as const satisfies Record<
  KmsType,
  string
>;
/** As Canton's message calls them. */
const classes = { aws: 'Aws', gcp: 'Gcp' } as const;

function edition(settings: Settings, type: KmsType): Text {
  const facts = editionsOf(type, settings.release);
  const documented = { link: facts.documentedIn.url, label: 'documented' };
  const inCode = { link: facts.openIn.url, label: 'the code' };
  const name = said(`${names[type]} is `, facts.documentedIn);
  if (type === 'driver') return [name, documented, ' for every edition.'];
  const start: Text = [name, documented, ' as a feature of the Enterprise edition. '];
  if (facts.open) {
    return [
      ...start,
      said(`The open-source edition of ${settings.release} runs it too, by `, facts.openIn),
      inCode,
      '.',
    ];
  }
  return [
    ...start,
    said(`The open-source edition of ${settings.release} refuses to load it: `, facts.openIn),
    { code: `Configuration ${classes[type]} is supported only in EnterpriseCantonEdition` },
    '.',
  ];
}
