/**
 * Whether each word that somebody searches for, in any order and case, is in one of these texts.
 * @param said asked for only once there is a word: thousands of rows are drawn anew while nothing is searched for
 */
export function hasWords(search: string, said: () => readonly string[]): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = said().join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
