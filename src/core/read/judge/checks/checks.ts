import type { NodeKey } from '../../../canton/keys';
import { type Problem, pathOf, placed, type Stage } from '../problem';
import type { NodeConfig } from '../values';
import { allowedSchemes } from './allowed-schemes';
import type { Check, CheckContext } from './check';
import { enterpriseKms, sslVerification } from './kms-access';
import { sessionKeyBounds } from './session-bounds';
import { sessionKeySchemes, sessionKeysNeedKms } from './session-keys';
import { startCustody } from './start-custody';
import { startSchemes } from './start-schemes';

/** Canton's validations of a node, in its order. */
export const validations: readonly Check[] = [
  allowedSchemes,
  sessionKeysNeedKms,
  sessionKeySchemes,
  sessionKeyBounds,
  sslVerification,
  enterpriseKms,
];

/** What the start of a node looks at that its configuration decides. */
export const startChecks: readonly Check[] = [startSchemes, startCustody];

/** The problems that checks find with nodes. */
export function checkNodes(
  nodes: readonly NodeConfig[],
  stage: Stage,
  checks: readonly Check[],
  context: Omit<CheckContext, 'refuse' | 'crash'>,
): readonly Problem[] {
  return nodes.flatMap((node) => {
    const problems: Problem[] = [];
    for (const { source, look } of checks) {
      const report = (key: NodeKey, message: string, crash?: true) => {
        problems.push({
          stage,
          path: pathOf([...node.above, ...key.split('.')]),
          message,
          ...(crash && { crash }),
          ...placed(originOf(node, key)),
          source: source(context.release),
        });
      };
      look(node, { ...context, refuse: report, crash: (key, message) => report(key, message, true) });
    }
    return problems;
  });
}

/** Where a key is written; for one that isn't, the nearest section around it that is. */
function originOf(node: NodeConfig, key: string): NodeConfig['origin'] {
  const written = node.values.get(key);
  if (written !== undefined) return written.origin;
  const end = key.lastIndexOf('.');
  return end < 0 ? node.origin : originOf(node, key.slice(0, end));
}
