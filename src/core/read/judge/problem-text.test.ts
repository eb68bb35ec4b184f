import { expect, test } from 'vitest';
import { loggedProblem, problemLine } from './problem-text';

test('a problem is one line, with what is known of its place in front', () => {
  const problem = { stage: 'reading', path: 'canton.x', message: 'Unknown\n key.' } as const;
  expect(problemLine(problem)).toBe('canton.x: Unknown key.');
  expect(problemLine({ ...problem, file: 'a.conf' })).toBe('a.conf: canton.x: Unknown key.');
  expect(problemLine({ ...problem, file: 'a.conf', line: 3, crash: true })).toBe(
    'a.conf:3: canton.x: Canton crashes: Unknown key.',
  );
  expect(problemLine({ stage: 'parse', path: '', message: 'no' })).toBe('no');
});

test('the log has a prefix for each stage but reading', () => {
  expect(loggedProblem({ stage: 'parse', path: '', message: 'm' })).toBe('PARSE m');
  expect(loggedProblem({ stage: 'reading', path: 'canton.x', message: 'm' })).toBe("at 'canton.x': m");
  expect(loggedProblem({ stage: 'reading', path: '', message: 'm' })).toBe('m');
  expect(loggedProblem({ stage: 'validation', path: 'canton.x', message: 'm' })).toBe('VALIDATION m');
  expect(loggedProblem({ stage: 'reading', path: 'canton.x', message: 'm', crash: true })).toBe('CRASH m');
  expect(loggedProblem({ stage: 'start', path: 'canton.x', message: 'm' })).toBe('m');
});
