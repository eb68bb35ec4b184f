import { find } from '../../canton/keys';

/** Settings whose consequence a person should read where they stand: those that decide about keys, trust or the start. */
const explained: ReadonlySet<string> = new Set([
  'canton.parameters.non-standard-config',
  'crypto.provider',
  'crypto.private-key-store.encryption',
  'crypto.private-key-store.encryption.wrapper-key-id',
  'crypto.kms.name',
  'crypto.kms.multi-region-key',
  'crypto.kms.disable-ssl-verification',
  'crypto.session-signing-keys',
  'crypto.kms.session-signing-keys',
  'parameters.session-signing-keys',
  'crypto.session-signing-keys.disable-bound-checks',
  'crypto.enable-experimental',
  'init.identity.type',
  'init.generate-topology-transactions-and-keys',
]);

/** What to say before a setting, once in a file; `undefined` where nothing is to be said. */
export function explainer(): (key: string) => string | undefined {
  const said = new Set<string>();
  return (key) => {
    if (!explained.has(key) || said.has(key)) return undefined;
    said.add(key);
    return find(key)?.about;
  };
}
