import { type ComponentProps, useId } from 'react';
import { TextInput } from '../../../ui/text-input';
import { type CatalogueName, useCatalogue } from './catalogue';

/**
 * A text field that offers what the catalogue knows and takes whatever is typed. What isn't in a catalogue that could be
 * had is said, since it may be a slip of the hand or newer than the list.
 */
export function KnownPlace(props: ComponentProps<'input'> & { catalogue: CatalogueName; typed: string }) {
  const { catalogue, typed, ...rest } = props;
  const known = useCatalogue(catalogue);
  const id = useId();
  const place = known?.places.find((each) => each.id === typed);
  return (
    <>
      <TextInput mono list={id} {...rest} />
      <datalist id={id}>
        {known?.places.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </datalist>
      {place !== undefined && <p className="mt-1 text-small text-muted">{place.name}</p>}
      {known !== undefined && typed !== '' && place === undefined && (
        <p role="status" className="mt-1 text-small text-warning">
          Warning · Not among the {known.places.length} places{' '}
          <a href={known.source} target="_blank" rel="noreferrer">
            known on {known.readOn}
          </a>
          : check the spelling, unless it is newer. A wrong one fails at the node's first call.
        </p>
      )}
    </>
  );
}
