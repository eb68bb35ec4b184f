import type { JvmDocument } from './jvm/read-with-jvm';
import type { Random } from './random';
import { RandomText } from './random-text';

/** Files that another may include; each only what follows it here, so that no two include one another twice and twice again. */
const INCLUDED = ['./shared.conf', './sub/extra.conf', './data.json', './old.properties'] as const;
const ENVIRONMENT = { PIN: '1234', HOST: 'db.example', EMPTY: '', 'DOTTED.NAME': 'x', UNI: 'ü' };

/** A random document: one to three files given to Canton and some they may include, some sound, some broken on purpose. */
export function randomDocument(random: Random, id: string): JvmDocument {
  // Half have nothing odd in them; the others a little or a lot.
  const text = new RandomText(random, random.pick([0, 0, 0, 0, 0.01, 0.05]));
  if (random.chance(0.005)) return includesItself(random, text, id);
  const names = ['./node.conf', ...random.pick([[], [], ['more.conf'], ['more.conf', './last.conf']])];
  if (random.chance(0.1)) names[0] = random.pick(['node.conf', './sub/node.conf']);
  const files = new Map<string, string>();
  for (const name of names) files.set(name, text.slip(text.document(INCLUDED)));
  for (const [index, name] of INCLUDED.entries()) {
    if (random.chance(0.9)) files.set(name, text.slip(included(text, name, INCLUDED.slice(index + 1))));
  }
  return { id, names, files, env: random.chance(0.6) ? ENVIRONMENT : {}, mark: random.chance(0.3) };
}

function included(text: RandomText, name: string, next: readonly string[]): string {
  if (name.endsWith('.json')) return text.json();
  return name.endsWith('.properties') ? text.properties() : text.document(next);
}

/** The library gives up after 50 files; only one include, and no slip, since two would make it 2^50 files. */
function includesItself(random: Random, text: RandomText, id: string): JvmDocument {
  const include = random.pick(['include "node.conf"', 'include required("node.conf")', 'include "node"']);
  return { id, names: ['./node.conf'], files: new Map([['./node.conf', `${text.document([])}\n${include}\n`]]) };
}
