import type { BundleFile } from '../core/emit/bundle';
import { zip } from './zip';

/** Packs files away from the page: thousands take a second. Answers once, with the bytes of the ZIP. */
addEventListener('message', (event: MessageEvent<readonly BundleFile[]>) => {
  const bytes = zip(event.data);
  postMessage(bytes, { transfer: [bytes.buffer] });
});
