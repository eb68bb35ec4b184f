import type { Path } from '../../plan/plan';
import type { Line } from '../artefact';

/**
 * Lines that were written of some of the nodes of a plan, as the whole plan counts them.
 * @param places where each of these nodes stands in the whole plan
 */
export function placed(lines: readonly Line[], places: readonly number[]): readonly Line[] {
  const place = (path: Path) => path.replace(/^nodes\.(\d+)/, (_, at: string) => `nodes.${places[Number(at)] ?? at}`);
  return lines.map((line) =>
    line.map((token) => (token.from === undefined ? token : { ...token, from: place(token.from) })),
  );
}
