/** What the name of a driver's setting tells: whether its value is a secret, and which variable could hold it. */

/** `HSM_PIN`, `userPin` and `user.pin` are made of the same words. */
function wordsOf(key: string): string {
  return key.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/[^A-Za-z0-9]+/g, '-');
}

const secretive = /(^|-)pins?(-|$)|passw|passphrase|secret|token|credential|private-key|api-key|access-key/;
/** `token-label` says where a secret is, not what it is. */
const harmless = /-(label|name|slot|id|index|file|path|url|uri|length|size|timeout)$/;

/** Whether the name of a setting says that its value is a secret. */
export function looksSecret(key: string): boolean {
  const words = wordsOf(key).toLowerCase();
  return secretive.test(words) && !harmless.test(words);
}

/** The words of a name as a shell spells variables: `userPin` becomes `USER_PIN`. It may still begin with a digit. */
export function asVariable(name: string): string {
  return wordsOf(name)
    .replaceAll('-', '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
}
