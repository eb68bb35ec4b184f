/** What stands between the cells of a pasted table: a tab, a semicolon, a comma, or blanks in a plain list. */
export type Separator = '\t' | ';' | ',' | 'blank';

/** The separator of the first line that has any; the most telling one wins. */
export function separatorOf(lines: readonly string[]): Separator {
  for (const line of lines) {
    for (const separator of ['\t', ';', ','] as const) if (line.includes(separator)) return separator;
  }
  return 'blank';
}

/**
 * Cuts a line into cells, without the blanks around them. A cell in double quotes may hold the separator, and a quote
 * written twice. A line of a table that lacks its separator is read as a plain list's, so that mixed lists work.
 */
export function cellsOf(line: string, separator: Separator): string[] {
  if (separator === 'blank' || !line.includes(separator)) return line.trim().split(/\s+/);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at];
    if (char === '"' && quoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted;
    } else if (char === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else {
      cell += char;
    }
  }
  return [...cells, cell.trim()];
}
