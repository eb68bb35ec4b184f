import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ReadBackVerdict, readBack } from './read-back';

/** A worker that does what a test tells it. */
class FakeWorker extends EventTarget {
  static last: FakeWorker | undefined;
  readonly asked: unknown[] = [];
  ended = 0;
  constructor() {
    super();
    FakeWorker.last = this;
  }
  postMessage(task: unknown): void {
    this.asked.push(task);
  }
  terminate(): void {
    this.ended++;
  }
  answer(root: string): void {
    const data: ReadBackVerdict = { root, judged: { problems: [], notJudged: [] } };
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function start(...roots: string[]) {
  const verdicts: string[] = [];
  const failures: string[] = [];
  const end = readBack(
    { files: new Map(), roots, release: '3.5' },
    ({ root }) => verdicts.push(root),
    (message) => failures.push(message),
  );
  const worker = FakeWorker.last;
  if (worker === undefined) throw new Error('No worker was started');
  return { verdicts, failures, end, worker };
}

describe('reading files back', () => {
  it('ends what takes longer than half a minute, and says so once', () => {
    const { failures, worker } = start('a.conf');
    vi.advanceTimersByTime(29_999);
    expect(failures).toEqual([]);
    expect(worker.ended).toBe(0);
    vi.advanceTimersByTime(1);
    expect(failures).toEqual(['Reading a file back took too long and was ended.']);
    expect(worker.ended).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(failures).toHaveLength(1);
  });

  it('gives each file that time', () => {
    const { verdicts, failures, worker } = start('a.conf', 'b.conf');
    vi.advanceTimersByTime(29_000);
    worker.answer('a.conf');
    vi.advanceTimersByTime(29_000);
    expect(failures).toEqual([]);
    worker.answer('b.conf');
    expect(verdicts).toEqual(['a.conf', 'b.conf']);
    expect(worker.ended).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(failures).toEqual([]);
  });

  it('says when the parser can not be started', () => {
    const { failures, worker } = start('a.conf');
    worker.dispatchEvent(new Event('error'));
    expect(failures).toEqual(['The parser could not be started in this browser.']);
    expect(worker.ended).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(failures).toHaveLength(1);
  });

  it('says nothing more once it was ended', () => {
    const { failures, end, worker } = start('a.conf');
    end();
    expect(worker.ended).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(failures).toEqual([]);
  });

  it('starts nothing for a plan without files', () => {
    const { failures, worker } = start();
    expect(worker.ended).toBe(1);
    expect(failures).toEqual([]);
  });
});
