import { useId } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import type { Path } from '../../../core/plan/plan';
import { TextInput } from '../../../ui/text-input';
import { PlanField } from '../../plan-field';
import { type CatalogueName, useCatalogue } from './catalogue';

/**
 * A region or location: offers what the catalogue knows and takes whatever is typed. What isn't in a catalogue that
 * could be had is said, since it may be a slip of the hand or newer than the list.
 */
export function PlaceField(props: {
  path: Path;
  label: string;
  writes: string;
  catalogue: CatalogueName;
  placeholder: string;
  /** What stands in the field now. */
  typed: string;
  registration: UseFormRegisterReturn;
}) {
  const { path, label, writes, catalogue, placeholder, typed, registration } = props;
  const list = useId();
  const known = useCatalogue(catalogue);
  const place = known?.places.find(({ id }) => id === typed);
  const isUnknown = known !== undefined && typed !== '' && place === undefined;
  return (
    <PlanField
      path={path}
      label={label}
      writes={writes}
      hint={
        <>
          {place?.name}
          {isUnknown && (
            <span role="status" className="block text-warning">
              Warning · Not among the {known.places.length} places{' '}
              <a href={known.source} target="_blank" rel="noreferrer">
                known on {known.readOn}
              </a>
              : check the spelling, unless it is newer. A wrong one fails at the node's first call.
            </span>
          )}
        </>
      }
    >
      {(wiring) => (
        <>
          <TextInput mono placeholder={placeholder} list={list} {...wiring} {...registration} />
          <datalist id={list}>
            {known?.places.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </PlanField>
  );
}
