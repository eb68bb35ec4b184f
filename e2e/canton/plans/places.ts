import fc from 'fast-check';
import type { Node } from '../../../src/core/plan/node';
import { maybe } from './texts';

/** Where a console finds the nodes, and what the scripts call them. */

export const identifier = maybe(fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/));

const port = fc.integer({ min: 1, max: 65_000 }).map(String);

export const apiPort = maybe(port);

export const adminApi = fc.record({
  address: fc.constantFrom('', '127.0.0.1', 'bank-1.example.com', 'node_2', '10.0.0.7', '::1', '2001:db8::ff00:42'),
  port: maybe(port),
});

/** A plan without an address can't bring its synchronizer up. */
export const synchronizer = fc.record({
  alias: identifier,
  sequencerUrl: fc.constantFrom('https://sequencer1.example.com:5001', 'http://127.0.0.1:5001', 'https://[::1]:443'),
});

/** The same address and port would be two names for one node: the ports of a plan differ in their last digit. */
export function withPortsApart(node: Node, index: number): Node {
  const { port: given } = node.adminApi;
  if (given === '') return node;
  const apart = (Math.floor(Number(given) / 10) * 10 || 10) + index;
  return { ...node, adminApi: { ...node.adminApi, port: String(apart) } };
}
