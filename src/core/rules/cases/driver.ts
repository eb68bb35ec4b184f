import type { DriverValue } from '../../plan/kms';
import { type Case, driver } from './case';

const text = (value: string): DriverValue => ({ type: 'text', value });
const number = (value: string): DriverValue => ({ type: 'number', value });
const secret = (variable: string): DriverValue => ({ type: 'secret', variable });
const config = (value: DriverValue, key = 'slot') => driver({ config: [{ key, value }] });

export const driverCases: readonly Case[] = [
  { id: 'driver-name-missing', at: 'kms.0.driverName', raised: driver({ driverName: '' }), silent: driver({}) },
  { id: 'driver-name-format', at: 'kms.0.driverName', raised: driver({ driverName: 'acme ' }), silent: driver({}) },
  { id: 'driver-jar-missing', at: 'kms.0.jar', raised: driver({ jar: '' }), silent: driver({}) },
  {
    id: 'driver-jar-format',
    at: 'kms.0.jar',
    raised: driver({ jar: ' a.jar' }),
    silent: driver({ jar: 'my drivers/a.jar' }),
  },
  { id: 'driver-for-tests', at: 'kms.0.driverName', raised: driver({ driverName: 'mock-kms' }), silent: driver({}) },
  {
    id: 'health-check-period-format',
    at: 'kms.0.healthCheckPeriod',
    raised: driver({ healthCheckPeriod: '0s' }),
    silent: driver({ healthCheckPeriod: '1ms' }),
  },
  { id: 'driver-key-missing', at: 'kms.0.config.0.key', raised: config(text('a'), ''), silent: config(text('a')) },
  {
    id: 'driver-key-format',
    at: 'kms.0.config.0.key',
    raised: config(text('a'), 'a\u0000'),
    silent: config(text('a'), 'a.b'),
  },
  {
    id: 'driver-text-format',
    at: 'kms.0.config.0.value.value',
    raised: config(text('a\u2028b')),
    silent: config(text(' a ')),
  },
  {
    id: 'driver-number-missing',
    at: 'kms.0.config.0.value.value',
    raised: config(number('')),
    silent: config(number('0')),
  },
  {
    id: 'driver-number-format',
    at: 'kms.0.config.0.value.value',
    raised: config(number('007')),
    silent: config(number('-0.5')),
  },
  {
    id: 'secret-variable-missing',
    at: 'kms.0.config.0.value.variable',
    raised: config(secret('')),
    silent: config(secret('PIN')),
  },
  {
    id: 'secret-variable-format',
    at: 'kms.0.config.0.value.variable',
    raised: config(secret('MY PIN')),
    silent: config(secret('MY_PIN')),
  },
  {
    id: 'driver-key-twice',
    at: 'kms.0.config.0.value.items.0.entries.1.key',
    raised: config({
      type: 'list',
      items: [
        {
          type: 'group',
          entries: [
            { key: 'a', value: number('1') },
            { key: 'a', value: number('2') },
          ],
        },
      ],
    }),
    silent: config({ type: 'list', items: [{ type: 'group', entries: [{ key: 'a', value: number('1') }] }] }),
  },
  {
    id: 'driver-secret-in-clear',
    at: 'kms.0.config.0.value.entries.0.value.value',
    raised: config({ type: 'group', entries: [{ key: 'userPin', value: text('1234') }] }, 'login'),
    silent: config({ type: 'group', entries: [{ key: 'tokenLabel', value: text('canton') }] }, 'login'),
  },
  {
    id: 'driver-secret-in-clear',
    at: 'kms.0.config.0.value.items.1.value',
    raised: config({ type: 'list', items: [secret('A'), number('1234')] }, 'pins'),
    silent: config({ type: 'list', items: [secret('A'), secret('B')] }, 'pins'),
  },
];
