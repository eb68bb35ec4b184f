import reviewAddress from './review-worker?worker&url';
import zipAddress from './zip-worker?worker&url';

const addresses = { review: reviewAddress, zip: zipAddress } as const;

/** The only scripts whose addresses the page vouches for; the policy is named in the Content-Security-Policy. */
const policy = globalThis.trustedTypes?.createPolicy('wizard-worker', {
  createScriptURL(address) {
    if (Object.values(addresses).every((known) => known !== address)) {
      throw new TypeError("Only the wizard's own workers may be started.");
    }
    return address;
  },
});

/** Starts one of the workers there are; whoever starts it ends it. */
export function startWorker(name: keyof typeof addresses): Worker {
  const address = addresses[name];
  return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
}
