/** Name of the file with the digest of every other one. */
export const checksumsName = 'SHA256SUMS';
