import { leftBehind } from '../plan/left-behind';
import type { Plan } from '../plan/plan';
import { auditRule } from './audit';
import { consentRule } from './consent';
import { consoleRule } from './console';
import { credentialRule } from './credentials';
import { custodyRule } from './custody';
import { driverRule } from './driver';
import { endpointRule } from './endpoints';
import { type Finding, type Rule, severities } from './finding';
import { formatRule } from './formats';
import { intermediateRule } from './intermediate';
import { interoperabilityRule } from './interoperability';
import { keyIdRule } from './key-ids';
import { migrationRule } from './migration';
import { missingRule } from './missing';
import { nodeNameRule } from './node-names';
import { ownKeyRule } from './own-keys';
import { regionRule } from './region';
import { releaseRule } from './release';
import { retryRule } from './retries';
import { rotationRule } from './rotation';
import { schemeRule } from './schemes';
import { sessionKeyRule } from './session-keys';
import { sharedKeyRule } from './shared-keys';
import { storageRule } from './storage';
import { tagRule } from './tags';

/** Families about what a plan comes to, whatever its task is. A new one joins here, or below. */
const always: readonly Rule[] = [formatRule, nodeNameRule, consoleRule, rotationRule, migrationRule, releaseRule];

/** Families about what nodes are configured with: of no concern to a rotation that leaves it as it is. */
const ofConfiguration: readonly Rule[] = [
  missingRule,
  custodyRule,
  storageRule,
  keyIdRule,
  sharedKeyRule,
  ownKeyRule,
  intermediateRule,
  regionRule,
  endpointRule,
  consentRule,
  credentialRule,
  tagRule,
  retryRule,
  auditRule,
  driverRule,
  schemeRule,
  sessionKeyRule,
  interoperabilityRule,
];

/**
 * Everything that would go wrong with a plan, worst first, then by place. A plan without errors is one that Canton
 * loads and starts.
 */
export function findings(plan: Plan): Finding[] {
  const configures = plan.task.type !== 'rotate' || leftBehind(plan).size > 0;
  const rules = configures ? [...always, ...ofConfiguration] : always;
  return rules.flatMap((rule) => rule(plan)).sort(bySeverityAndPath);
}

const inOrder = new Intl.Collator('en', { numeric: true });

function bySeverityAndPath(one: Finding, other: Finding): number {
  const worse = severities.indexOf(one.severity) - severities.indexOf(other.severity);
  return worse === 0 ? inOrder.compare(one.path, other.path) : worse;
}
