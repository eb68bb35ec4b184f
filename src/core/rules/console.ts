import { sequencerUrlSource } from '../canton/identities';
import { consoleNameSource } from '../canton/node-names';
import { concluded } from '../canton/sources';
import type { Plan } from '../plan/plan';
import { eachNode } from './each';
import type { Finding, Rule } from './finding';
import { bringsUp, hasScripts } from './scripts';

/** What the scripts and the console that runs them must be told. */
export const consoleRule: Rule = (plan) => (hasScripts(plan) ? [...twoAtOnePlace(plan), ...unreachable(plan)] : []);

/** A console that reaches one node under two names would do to the first what is meant for the second. */
function twoAtOnePlace(plan: Plan): Finding[] {
  const first = new Map<string, string>();
  return eachNode(plan, ({ name, adminApi: { address, port } }, at): Finding[] => {
    if (port === '') return [];
    // An empty address is written as that of the console's own machine.
    const place = `${address === '' ? '127.0.0.1' : address}:${port}`;
    const other = first.get(place);
    if (other === undefined) {
      first.set(place, name);
      return [];
    }
    return [
      {
        id: 'admin-api-of-two',
        severity: 'error',
        path: `${at}.adminApi.port`,
        message: `${other} has the same address and port.`,
        why: 'The console takes the two names for two nodes and reaches one: scripts for this node would change the keys of the other.',
        source: concluded(consoleNameSource(plan.release)),
      },
    ];
  });
}

function unreachable(plan: Plan): Finding[] {
  if (!bringsUp(plan) || plan.synchronizer.sequencerUrl !== '') return [];
  return [
    {
      id: 'sequencer-url-missing',
      severity: 'error',
      path: 'synchronizer.sequencerUrl',
      message: 'Write where participants reach the sequencer, such as https://sequencer1.example.com:5001.',
      why: 'The script that brings the synchronizer up connects the participants at the end, and has nowhere to connect them to.',
      source: sequencerUrlSource,
    },
  ];
}
