import { replaceKms } from '../../../core/plan/edit-kms';
import type { Kms } from '../../../core/plan/kms';
import { useEdit } from '../../use-plan';

/** Writes a KMS back into the plan; keystrokes in one answer are one step of undo. */
export function useWriteKms(index: number): (kms: Kms, answer?: string) => void {
  const edit = useEdit();
  return (kms, answer) =>
    edit((plan) => replaceKms(plan, index, kms), answer === undefined ? undefined : `kms.${index}.${answer}`);
}
