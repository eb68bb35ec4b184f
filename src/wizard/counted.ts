/** A number and what it counts, as a person would say it: "1 node", "12 nodes". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
