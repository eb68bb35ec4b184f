import { editionsOf } from '../canton/editions';
import { holdsFor, releaseFacts } from '../canton/releases';
import { code } from '../canton/sources';
import { editNodes } from '../plan/edit';
import type { Node } from '../plan/node';
import type { Path, Plan } from '../plan/plan';
import { eachKms, eachNode } from './each';
import type { Finding, Rule } from './finding';

/** What a release line has, has not, and in which edition. */
export const releaseRule: Rule = (plan) => [
  ...(releaseFacts[plan.release].preview ? [preview(plan)] : []),
  ...editions(plan),
  ...experimental(plan),
  ...parallelism(plan),
];

function preview(plan: Plan): Finding {
  return {
    id: 'preview-line',
    severity: 'note',
    path: 'release',
    message: `Canton ${plan.release} is not released yet.`,
    why: `What is said about it was read from the branch main on ${releaseFacts[plan.release].readOn} and may change until it is.`,
    source: code('root', 'UNRELEASED.md', plan.release),
  };
}

/** Once for the plan: it is the same for every KMS of a cloud. */
function editions(plan: Plan): Finding[] {
  return eachKms(plan, ({ type }, at) => {
    const facts = editionsOf(type, plan.release);
    if (facts.documented === 'every edition') return [];
    const path: Path = `${at}.type`;
    return [
      facts.open
        ? {
            id: 'edition-documented-as-enterprise',
            severity: 'note',
            path,
            message: 'Documented for the Enterprise edition; the open-source one runs it too.',
            why: 'From 3.4 the client is in the open repository and nothing asks for a licence. What you get support for is for your contract to say.',
            source: facts.documentedIn,
          }
        : {
            id: 'edition-enterprise-only',
            severity: 'warning',
            path,
            message: 'Canton 3.3 has this KMS in the Enterprise edition only.',
            why: 'The open-source edition of 3.3 refuses the whole file while loading. It takes a driver, or 3.4 and later.',
            source: facts.openIn,
            log: `Configuration ${type === 'aws' ? 'Aws' : 'Gcp'} is supported only in EnterpriseCantonEdition`,
          },
    ];
  }).slice(0, 1);
}

function experimental(plan: Plan): Finding[] {
  if (!plan.enableExperimental) return [];
  const common = {
    path: 'enableExperimental',
    source: code('config', 'CryptoConfig.scala', '3.6'),
    fix: { label: 'Switch them off', apply: (before: Plan) => ({ ...before, enableExperimental: false }) },
  };
  if (plan.release !== '3.6') {
    return [
      {
        ...common,
        id: 'experimental-not-in-line',
        severity: 'note',
        message: `Canton ${plan.release} has no experimental schemes: the switch is left out.`,
        why: 'It came with 3.6, and an older line refuses a file that holds it.',
      },
    ];
  }
  // Where something needs them, switching them off would only move the trouble.
  const { fix, ...rest } = common;
  return [
    {
      ...rest,
      id: 'experimental-everywhere',
      severity: 'warning',
      message: 'Every node of the synchronizer needs experimental schemes then, those outside this plan too.',
      why: 'A sequencer that has them requires them of everybody, and nodes without them cannot connect. What is experimental may change in the next version.',
      ...(usesExperimental(plan) ? {} : { fix }),
    },
  ];
}

function usesExperimental({ nodes }: Plan): boolean {
  const name = 'ml-dsa-65';
  return nodes.some(
    ({ schemes: { signingAlgorithms, signingKeys }, sessionSigningKeys: keys }) =>
      [signingAlgorithms, signingKeys].some(
        (choice) => choice.default === name || choice.allowed.some((each) => each === name),
      ) ||
      (keys.type === 'on' && (keys.signingAlgorithm === name || keys.signingKey === name)),
  );
}

/** Answers that the line has no key for; they reach no file. */
function parallelism(plan: Plan): Finding[] {
  if (plan.release === '3.6') return [];
  return eachNode(plan, ({ parallelism: given }, at) => [
    ...(given.signatureVerification !== '' && !holdsFor({ since: '3.5' }, plan.release)
      ? [noParallelism(plan, `${at}.parallelism.signatureVerification`, '3.5')]
      : []),
    ...(given.encryption === '' ? [] : [noParallelism(plan, `${at}.parallelism.encryption`, '3.6')]),
  ]);
}

function noParallelism(plan: Plan, path: Path, since: '3.5' | '3.6'): Finding {
  return {
    id: 'parallelism-not-in-line',
    severity: 'note',
    path,
    message: `Canton ${plan.release} has no such setting: it is left out.`,
    why: `It came with ${since}, and an older line refuses a file that holds it.`,
    source: code('config', 'CryptoParallelismConfig.scala', since),
    fix: {
      label: plan.nodes.length === 1 ? 'Clear the answer' : 'Clear the answer of all nodes',
      apply: (before) => cleared(before, since === '3.5' ? 'signatureVerification' : 'encryption'),
    },
  };
}

/** All nodes at once: a line without the setting has no field in which they could be cleared together. */
function cleared(plan: Plan, answer: keyof Node['parallelism']): Plan {
  const all = [...plan.nodes.keys()];
  return editNodes(plan, all, (node) => ({ ...node, parallelism: { ...node.parallelism, [answer]: '' } }));
}
