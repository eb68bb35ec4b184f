import { describe, expect, it } from 'vitest';
import { external, newNode } from '../../../core/plan/defaults';
import { isOpen, noFilter, passes } from './filter';

const node = newNode('participant', 'bank-eu-1', external('kms1'));
const shows = (text: string) => passes({ text, onlyProblems: false }, node, 'Frankfurt', false);

describe('the filter of the table', () => {
  it.each(['', '  ', 'bank', 'EU', 'participant', 'external', 'postgres', 'frankfurt', 'eu part'])(
    'shows the node for %j',
    (text) => {
      expect(shows(text)).toBe(true);
    },
  );

  it.each(['us', 'mediator', 'envelope', 'bank mediator'])('hides the node for %j', (text) => {
    expect(shows(text)).toBe(false);
  });

  it('can show those with problems only', () => {
    expect(passes({ text: '', onlyProblems: true }, node, '', false)).toBe(false);
    expect(passes({ text: '', onlyProblems: true }, node, '', true)).toBe(true);
    expect(passes({ text: 'us', onlyProblems: true }, node, '', true)).toBe(false);
  });

  it('knows when it hides nothing', () => {
    expect(isOpen(noFilter)).toBe(true);
    expect(isOpen({ text: 'a', onlyProblems: false })).toBe(false);
    expect(isOpen({ text: '', onlyProblems: true })).toBe(false);
  });
});
