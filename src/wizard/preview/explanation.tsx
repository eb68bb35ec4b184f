import { find } from '../../core/canton/keys';
import { Prose } from '../../ui/prose';

/** Why a line is there and where that is written, from Canton's key tree. */
export function Explanation({ settingKey }: { settingKey: string }) {
  const key = find(settingKey);
  if (key === undefined) return undefined;
  return (
    <>
      <Prose text={key.about} />{' '}
      <a href={key.source.url} target="_blank" rel="noreferrer">
        {key.source.label}
      </a>
    </>
  );
}
