import type { Statement, Tree } from './tree';

/**
 * Whether a body might stand in one row: it is one expression, and so is every body within. Asked before it is printed to
 * see whether it fits, since tries that are bound to fail double the work with each level of what stands inside another.
 */
export function mayBeOneRow([only, ...others]: readonly Statement[]): boolean {
  return only?.kind === 'run' && others.length === 0 && isOneRow(only.value);
}

function isOneRow(tree: Tree): boolean {
  switch (tree.kind) {
    case 'name':
    case 'text':
    case 'word':
      return true;
    case 'select':
    case 'not':
      return isOneRow(tree.of);
    case 'apply':
      return isOneRow(tree.of) && tree.args.every(({ value }) => isOneRow(value));
    case 'lambda':
    case 'block':
      return mayBeOneRow(tree.body);
    case 'cases':
      return tree.cases.every(({ body }) => mayBeOneRow(body));
    case 'match':
      return isOneRow(tree.of) && tree.cases.every(({ body }) => mayBeOneRow(body));
    case 'if':
      return isOneRow(tree.condition) && mayBeOneRow(tree.yes) && (tree.no.length === 0 || mayBeOneRow(tree.no));
    case 'tuple':
      return tree.items.every(isOneRow);
    case 'infix':
      return isOneRow(tree.left) && isOneRow(tree.right);
  }
}
