import { describe, expect, it } from 'vitest';
import { sessionSigningKeysOn } from './defaults';
import { defaultDuration, durationMs, type SessionKeysOn, sessionDurations } from './session-durations';

const untouched: SessionKeysOn = {
  type: 'on',
  keyValidityDuration: '',
  toleranceShiftDuration: '',
  cutOffDuration: '',
  keyEvictionPeriod: '',
  signingAlgorithm: null,
  signingKey: null,
  disableBoundChecks: false,
};

describe('the durations of session keys', () => {
  it('are those a new answer starts with', () => {
    expect(sessionSigningKeysOn()).toEqual(untouched);
  });

  it("are Canton's defaults of the line until something is typed", () => {
    expect(sessionDurations(untouched, '3.5')).toEqual({
      'key-validity-duration': 300_000,
      'cut-off-duration': 60_000,
      'tolerance-shift-duration': 120_000,
      'key-eviction-period': 600_000,
    });
    expect(durationMs('cut-off-duration', untouched, '3.3')).toBe(30_000);
    expect(durationMs('cut-off-duration', { ...untouched, cutOffDuration: '45s' }, '3.3')).toBe(45_000);
  });

  it('are missing where the line has none or the text says none', () => {
    expect(defaultDuration('tolerance-shift-duration', '3.4')).toBeUndefined();
    expect(durationMs('key-validity-duration', { ...untouched, keyValidityDuration: 'soon' }, '3.5')).toBeUndefined();
    expect(sessionDurations({ ...untouched, keyValidityDuration: 'soon' }, '3.5')).toBeUndefined();
  });
});
