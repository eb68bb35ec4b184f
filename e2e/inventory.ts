import { expect, type Page } from '@playwright/test';
import { escaped, inventoryHeading, inventoryMarks } from '../src/core/canton/inventory';
import type { ObservedKey, ObservedNode } from '../src/core/plan/task';

/** What the inventory script prints, and how it comes into the page. */

/** A fingerprint for each number. */
export const fingerprint = (number: number) => `1220${number.toString(16).padStart(64, '0')}`;

type Mode = 'external' | 'envelope' | 'plain';

/** What the script prints of a participant; its number tells its keys from those of others. */
export function printed(name: string, mode: Mode, number: number): string[] {
  const key = (place: number, purpose: string, usage: string, end: string, more: string[]) =>
    [
      ...['KEY', name, 'participant', `${name}::${fingerprint(number * 16)}`, fingerprint(number * 16), mode],
      ...[fingerprint(number * 16 + place), purpose, usage, `${name}-${end}`],
      mode === 'external' ? `1234abcd-12ab-34cd-56ef-${String(number).padStart(10, '0')}0${place}` : '',
      mode === 'envelope' ? `wrapper-${name}` : '',
      ...more,
    ].join('\t');
  return [
    key(0, 'signing', 'namespace', 'namespace', ['false', 'true', 'EC-P256']),
    key(1, 'signing', 'proof-of-ownership,sequencer-auth', 'sequencer-auth', ['true', 'false', 'EC-P256']),
    key(2, 'signing', 'proof-of-ownership,signing', 'signing', ['true', 'false', 'EC-P256']),
    key(3, 'encryption', '', 'encryption', ['true', 'false', 'RSA-2048']),
    key(4, 'signing', 'proof-of-ownership,signing', 'retired', ['false', 'false', 'EC-P256']),
  ];
}

/** Three participants, as a console prints them: one with its keys in the KMS, two with encrypted ones. */
export const inventory = [
  '$ canton run --no-tty inventory.sc -c remote.conf',
  inventoryHeading.join('\t'),
  ...printed('bank-1', 'external', 1),
  ...printed('env-1', 'envelope', 2),
  ...printed('env-2', 'envelope', 3),
].join('\r\n');

/** What the script prints of a node that is known already. */
export function printedOf({ name, kind, uid, namespace, keys }: ObservedNode): string {
  return keys
    .map((key) =>
      [
        ...[inventoryMarks.key, name, kind, uid, namespace, modeOf(key), key.fingerprint, key.purpose],
        ...[key.usage.join(','), escaped(key.name), escaped(key.kmsKeyId), escaped(key.wrapperKeyId)],
        ...[String(key.mapped), String(key.root), key.spec],
      ].join('\t'),
    )
    .join('\n');
}

function modeOf({ kmsKeyId, wrapperKeyId }: ObservedKey): Mode {
  if (kmsKeyId !== '') return 'external';
  return wrapperKeyId === '' ? 'plain' : 'envelope';
}

/** Pastes as a person does, into the field that has the focus. */
export async function paste(page: Page, text: string): Promise<void> {
  const taken = await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    return event.defaultPrevented;
  }, text);
  if (!taken) await page.keyboard.insertText(text);
}

/** Begins a rotation, and pastes what the script printed. */
export async function openRotation(page: Page, text: string): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name: /Rotate the keys of running nodes/ }).click();
  await expect(page.getByRole('heading', { name: 'What is there today?' })).toBeVisible();
  await page.getByLabel('What the script printed').focus();
  await paste(page, text);
}
