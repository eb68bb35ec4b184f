import { expect, test } from 'vitest';
import { readHocon } from '../../src/core/read/hocon';
import type { HoconResult, HoconValue } from '../../src/core/read/hocon-value';
import { type JvmDocument, missingJvmTools, readWithJvm } from './jvm/read-with-jvm';
import { Random } from './random';
import { randomDocument } from './random-hocon';

const count = Number(process.env.HOCON_COUNT ?? 20_000);
const seed = Number(process.env.HOCON_SEED ?? Date.now() % 1_000_000_000);
const missing = missingJvmTools();
if (missing.length > 0) console.error(`Not held to the JVM's parser here: ${missing.join(', ')} missing`);

function readHere(document: JvmDocument): Promise<HoconResult> {
  const { names, files, env, mark } = document;
  return readHocon({ names, files, ...(env && { env }), unresolved: mark ? 'mark' : 'fail' });
}

/** One text for one result, so that equal texts mean equal results. */
function print(result: HoconResult): string {
  if (result.ok) return `read ${printValue(result.root)}`;
  const { message } = result.error;
  // What Java's own classes say of a mistake is theirs; that they say it is compared.
  const compared = result.error.kind === 'crash' ? message.replace(/^(java\.[\w.]+).*/s, '$1') : message;
  return JSON.stringify({ ...result.error, message: inFewestDigits(compared) });
}

/** Numbers inside a longer text, some of which a JDK before 19 writes in more digits than needed (JDK-4511638). */
function inFewestDigits(text: string): string {
  return text.replace(/\d\.\d+E-?\d+/g, (number) => String(Number(number)));
}

function printValue(value: HoconValue): string {
  const place = `@${value.origin.file}:${value.origin.line}`;
  switch (value.type) {
    case 'object': {
      const fields = [...value.fields].map(([name, field]) => `${JSON.stringify(name)}: ${printValue(field)}`);
      return `{${fields.sort().join(', ')}}${place}`;
    }
    case 'list':
      return `[${value.items.map(printValue).join(', ')}]${place}`;
    case 'string':
      return `${value.quoted ? 'quoted' : 'unquoted'} ${JSON.stringify(value.value)}${place}`;
    case 'number':
      return `${value.text} (${value.value}, written ${value.written})${place}`;
    case 'reference':
      return `${value.name} ${JSON.stringify(inFewestDigits(value.text))}${place}`;
    default:
      return `${value.type === 'null' ? 'null' : value.value}${place}`;
  }
}

test.skipIf(missing.length > 0)(
  `the page's parser and the JVM's agree on ${count} random documents (HOCON_SEED=${seed} HOCON_COUNT=${count})`,
  async () => {
    const random = new Random(seed);
    const documents = Array.from({ length: count }, (_, index) => randomDocument(random, String(index)));
    const expected = readWithJvm(documents);
    const differences: string[] = [];
    const outcomes = new Map<string, number>();
    for (const [index, document] of documents.entries()) {
      const [here, there] = [print(await readHere(document)), print(expected[index] ?? readFailed(document))];
      if (here !== there)
        differences.push(`${JSON.stringify({ ...document, files: [...document.files] })}\nhere ${here}\nJVM ${there}`);
      const outcome = outcomeOf(expected[index] ?? readFailed(document));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    console.error(
      `HOCON_SEED=${seed}, ${count} documents:`,
      Object.fromEntries(outcomes),
      `differences: ${differences.length}`,
    );
    expect(differences.slice(0, 5).join('\n\n')).toBe('');
    // A generator that only makes broken documents, or only sound ones, would prove little.
    for (const kind of ['read', 'parse', 'substitution', 'include'])
      expect(outcomes.get(kind) ?? 0).toBeGreaterThan(count / 100);
  },
);

function outcomeOf(result: HoconResult): string {
  return result.ok ? 'read' : result.error.kind;
}

function readFailed(document: JvmDocument): never {
  throw new Error(`The JVM gave no answer to document ${document.id}`);
}
