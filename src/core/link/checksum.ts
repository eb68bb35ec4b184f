import { toBase64url } from './base64url';

/**
 * Six characters that tell whether a text arrived as it left: its CRC-32 (ISO 3309). It finds what chats and mails do to
 * links; it is no signature, since whoever writes a link can compute it.
 */
export function checksum(ascii: string): string {
  let crc = 0xffffffff;
  for (let index = 0; index < ascii.length; index++) {
    crc ^= ascii.charCodeAt(index) & 0xff;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const sum = ~crc >>> 0;
  return toBase64url(Uint8Array.of(sum >>> 24, sum >>> 16, sum >>> 8, sum));
}
