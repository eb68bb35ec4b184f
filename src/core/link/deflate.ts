/** Raw DEFLATE (RFC 1951) through the platform's own streams, which browsers, workers and Node share. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const result = await through(new CompressionStream('deflate-raw'), bytes, Number.POSITIVE_INFINITY);
  if (result === undefined) throw new Error('Compressing has no limit, so it always ends.');
  return result;
}

/**
 * The way back, stopped as soon as more than `limit` bytes have come out: a few kilobytes may unpack to gigabytes.
 * @returns nothing when the bytes are not deflated data, or too much
 */
export async function inflate(bytes: Uint8Array, limit: number): Promise<Uint8Array | undefined> {
  try {
    return await through(new DecompressionStream('deflate-raw'), bytes, limit);
  } catch {
    // The stream's error says nothing a person could use; that these bytes can't be read is all there is to say.
    return undefined;
  }
}

async function through(stream: ByteTransform, bytes: Uint8Array, limit: number): Promise<Uint8Array | undefined> {
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  // When reading fails or stops early, writing fails too, and only the reader's word counts.
  written.catch(() => undefined);
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(next.value);
  }
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const result = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  return result;
}
