import { type ComponentProps, useId } from 'react';
import { TextInput } from '../../../ui/text-input';
import { useCatalogue } from './catalogue';

/**
 * A text field that offers what the catalogue knows and takes whatever is typed. What isn't in a catalogue that could be
 * had is said, since it may be a slip of the hand or newer than the list.
 */
export function KnownPlace(
  props: ComponentProps<'input'> & { catalogue: 'aws-regions' | 'gcp-locations'; typed: string },
) {
  const { catalogue, typed, ...rest } = props;
  const known = useCatalogue(catalogue);
  const id = useId();
  const isUnknown = typed !== '' && known.length > 0 && !known.includes(typed);
  return (
    <>
      <TextInput mono list={id} {...rest} />
      <datalist id={id}>
        {known.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
      {isUnknown && (
        <p role="status" className="mt-1 text-small text-warning">
          Warning · Not in the list of this page: check the spelling, unless it is newer than the list.
        </p>
      )}
    </>
  );
}
