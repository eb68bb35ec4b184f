/**
 * The few globals that browsers, workers and Node share and the core needs. Its tsconfig has neither DOM nor Node
 * types, so what isn't declared here doesn't exist in the core.
 */

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}

declare function atob(data: string): string;
declare function btoa(data: string): string;

declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string, base?: string): boolean;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

interface ByteReader {
  read(): Promise<{ done: false; value: Uint8Array } | { done: true; value?: undefined }>;
  cancel(reason?: unknown): Promise<void>;
}

interface ByteWriter {
  write(chunk: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

interface ByteTransform {
  readonly readable: { getReader(): ByteReader };
  readonly writable: { getWriter(): ByteWriter };
}

type CompressionFormat = 'deflate' | 'deflate-raw' | 'gzip';

declare class CompressionStream implements ByteTransform {
  constructor(format: CompressionFormat);
  readonly readable: ByteTransform['readable'];
  readonly writable: ByteTransform['writable'];
}

declare class DecompressionStream implements ByteTransform {
  constructor(format: CompressionFormat);
  readonly readable: ByteTransform['readable'];
  readonly writable: ByteTransform['writable'];
}
