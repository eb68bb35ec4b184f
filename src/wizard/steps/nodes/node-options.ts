import { custodyTypes } from '../../../core/plan/edit';
import type { Kms } from '../../../core/plan/kms';
import { nodeKinds, Storage } from '../../../core/plan/node';
import { type Option, optionsOf } from '../../../ui/choice';
import { custodyWords, kindWords, kmsWords, storageWords } from '../../words';

export const kindOptions = optionsOf(kindWords, nodeKinds);
export const custodyOptions = optionsOf(custodyWords, custodyTypes);
export const storageOptions = optionsOf(storageWords, Storage.options);

export function kmsOptions(kms: readonly Kms[]): Option<string>[] {
  return kms.map((one) => ({ value: one.id, label: kmsWords(kms, one) }));
}
