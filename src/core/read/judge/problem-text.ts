import type { Problem } from './problem';

/** A problem on one line, as compilers print theirs: `node.conf:12: canton.participants.bank1: Unknown key.` */
export function problemLine({ file, line, path, message, crash }: Problem): string {
  const place = file === undefined ? undefined : line === undefined ? file : `${file}:${line}`;
  const said = crash ? `Canton crashes: ${message}` : message;
  return oneLine([place, path, said].filter((part) => part !== undefined && part !== '').join(': '));
}

/** A problem in the words of Canton's log, with the prefixes the recorded verdicts have. */
export function loggedProblem({ stage, path, message, crash }: Problem): string {
  if (crash) return oneLine(`CRASH ${message}`);
  switch (stage) {
    case 'parse':
      return oneLine(`PARSE ${message}`);
    case 'reading':
      return oneLine(path === '' ? message : `at '${path}': ${message}`);
    case 'validation':
      return oneLine(`VALIDATION ${message}`);
    case 'start':
      return oneLine(message);
  }
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
