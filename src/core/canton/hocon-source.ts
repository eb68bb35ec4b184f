import type { Source } from './sources';

/** A section of the specification of HOCON, of the version that Canton reads its configuration with. */
export function hoconSource(section: 'substitutions' | 'includes'): Source {
  return {
    label: `HOCON, ${section}`,
    url: `https://github.com/lightbend/config/blob/v1.4.5/HOCON.md#${section}`,
    kind: 'docs',
  };
}
