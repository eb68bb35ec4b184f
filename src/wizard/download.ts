import { type BundleFile, bundleEach } from '../core/emit/bundle';
import { planDigest } from '../core/plan/digest';
import type { Plan } from '../core/plan/plan';
import { inSlices } from './in-slices';
import { startWorker } from './start-worker';

/** Hands bytes to the browser as a file. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([content], { type }));
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the bytes once the click's task is over.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

/**
 * The bundle as a ZIP: written in slices and packed in a worker, since a rotation of a thousand nodes has thousands of
 * files and the page must not stand still meanwhile.
 * @param touched nodes whose files are left out, since errors stop them
 */
export async function zipBundle(plan: Plan, touched: ReadonlySet<number>): Promise<Uint8Array<ArrayBuffer>> {
  const files: BundleFile[] = [];
  for await (const slice of inSlices(bundleEach(plan, touched))) files.push(...slice);
  return packed(files);
}

function packed(files: readonly BundleFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const worker = startWorker('zip');
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<Uint8Array<ArrayBuffer>>) => resolve(event.data));
    worker.addEventListener('error', () => reject(new Error('The files could not be packed.')));
    worker.postMessage(files);
  }).finally(() => worker.terminate());
}

/** `bank1-production-0a1b2c3d4e5f.zip`: what a person called it, and the digest that says which answers are inside. */
export function archiveName(plan: Plan): string {
  const words = plan.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${words === '' ? 'canton-kms' : words.slice(0, 60)}-${planDigest(plan)}.zip`;
}
