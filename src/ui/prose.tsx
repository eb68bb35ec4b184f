/** A sentence in which `names in backticks` are set as code. */
export function Prose({ text }: { text: string }) {
  const parts = text.split('`');
  if (parts.length === 1) return text;
  // Every second part stood between two backticks; a part is what stands at its place.
  return parts.map((part, place) => {
    const key = `part ${place}`;
    return place % 2 === 1 ? <code key={key}>{part}</code> : <span key={key}>{part}</span>;
  });
}
